namespace DatabricksApps.Gen.Model;

/// <summary>A bound of a value, or its default.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Value">The number or pattern; of a default its JSON.</param>
internal sealed record BoundModel(BoundKind Kind, string Value)
{
    /// <summary>
    /// Gets which part of the value it bounds: <c>items.</c> each item of a list, <c>values.</c> each value of a map,
    /// <c>integer.</c> the case of a union that is an integer, and so on inwards; empty: the value itself.
    /// </summary>
    public string Of { get; init; } = "";
}

/// <summary>The bounds that a schema can set.</summary>
internal enum BoundKind
{
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
    MultipleOf,
    MinProperties,
    MaxProperties,
    MinLength,
    MaxLength,
    MinItems,
    MaxItems,
    Pattern,

    /// <summary>The one value that there can be; all before it are bounds.</summary>
    Value,

    /// <summary>What holds where nothing is given.</summary>
    Default,
}
