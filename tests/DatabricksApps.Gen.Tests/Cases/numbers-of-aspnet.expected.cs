public sealed partial class Number
{
    public required int Both { get; init; }

    public long? Maybe { get; init; } // sent when assigned

    public required int Typeless { get; init; }

    public required decimal Exact { get; init; }

    public required double Named { get; init; }

    public float? Single { get; init; } // sent when assigned

    public NumberWord? Word { get; init; }

    public required long Bare { get; init; }
}

public readonly partial struct NumberWord
{
    public static NumberWord FromNumber(double value);
    public static NumberWord FromText(NumberWordText value);
}

public readonly partial struct NumberWordText
{
    public static readonly NumberWordText ValueNaN = new("NaN");
    public static readonly NumberWordText None = new("none");
}
