public readonly partial struct A
{
    public static A FromString(string value);
    public static A FromBoolean(bool value);
    public static A FromInteger(long value);
}

public readonly partial struct B
{
    public static B FromInteger(long value);
    public static B FromString(string value);
    public static B FromBoolean(bool value);
}

public readonly partial struct Loop
{
    public static Loop FromString(string value);
    public static Loop FromInteger(long value);
}
