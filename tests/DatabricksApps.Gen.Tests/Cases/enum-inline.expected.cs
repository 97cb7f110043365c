public sealed partial class Paint
{
    public required PaintColor Color { get; init; }

    public IReadOnlyList<PaintFinishesItem>? Finishes { get; init; }
}

public readonly partial struct PaintColor
{
    public static readonly PaintColor Red = new("red");
    public static readonly PaintColor Blue = new("blue");
}

public readonly partial struct PaintFinishesItem
{
    public static readonly PaintFinishesItem Matt = new("matt");
    public static readonly PaintFinishesItem Gloss = new("gloss");
}
