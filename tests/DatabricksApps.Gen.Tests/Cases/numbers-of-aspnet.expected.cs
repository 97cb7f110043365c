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
    public static NumberWord FromOption2(NumberWordOption2 value);
}

public readonly partial struct NumberWordOption2
{
    public static readonly NumberWordOption2 ValueNaN = new("NaN");
    public static readonly NumberWordOption2 None = new("none");
}
