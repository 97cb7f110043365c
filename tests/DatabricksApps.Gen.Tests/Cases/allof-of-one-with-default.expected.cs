public readonly partial struct Color
{
    public static readonly Color Red = new("red");
    public static readonly Color Blue = new("blue");
}

public sealed partial class Maker
{
    public string? Name { get; init; }
}

public sealed partial class Paint
{
    public Color Color { get; init; } = Color.Red; // sent when assigned

    public Maker? Maker { get; init; }
}
