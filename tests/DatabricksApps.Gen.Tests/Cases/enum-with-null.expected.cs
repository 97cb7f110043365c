public readonly partial struct Color
{
    public static readonly Color Red = new("red");
    public static readonly Color Blue = new("blue");
}

public sealed partial class Paint
{
    public required Color? Color { get; init; }
}
