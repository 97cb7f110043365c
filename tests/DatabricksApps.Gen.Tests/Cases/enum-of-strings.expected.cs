public readonly partial struct Color
{
    public static readonly Color Red = new("red");
    public static readonly Color LightBlue = new("light-blue");
    public static readonly Color SoldOut = new("SOLD_OUT");
    public static readonly Color Empty = new("");
    public static readonly Color _1st = new("1st");
}
