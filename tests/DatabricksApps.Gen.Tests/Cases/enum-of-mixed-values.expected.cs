public readonly partial struct Mix
{
    public static readonly Mix Auto = new("\"auto\"");
    public static readonly Mix Value1 = new("1");
    public static readonly Mix Value1Dot5 = new("1.5");
    public static readonly Mix True = new("true");
}
