public sealed partial class Circle
{
    public required double Radius { get; init; }
}

public readonly partial struct Shape
{
    public static Shape FromCircle(Circle value);
    public static Shape FromSquare(Square value);
}

public sealed partial class Square
{
    public required double Side { get; init; }
}
