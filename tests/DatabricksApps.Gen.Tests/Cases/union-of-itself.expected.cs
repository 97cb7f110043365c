public readonly partial struct A
{
    public static A FromString(string value);
    public static A FromBoolean(bool value);
}

public readonly partial struct B
{
    public static B FromA(A value);
    public static B FromInteger(long value);
}

public readonly partial struct Loop
{
    public static Loop FromString(string value);
    public static Loop FromInteger(long value);
}
