namespace DatabricksApps.Instances;

/// <summary>Which of a schema's many instances to build.</summary>
/// <param name="HasOptional">Whether optional properties are there.</param>
/// <param name="HasNulls">Whether what may be null is null.</param>
/// <param name="HasUnknown">Whether objects have a property that the document does not know.</param>
/// <param name="HasUnknownValues">Whether enums have a value that the document does not know.</param>
/// <param name="HasUnknownCases">Whether unions have a case that the document does not know.</param>
/// <param name="Variant">Which branch of each union and which value of each enum: the one of this number.</param>
/// <param name="Seed">Draws all choices by chance from this seed instead; null: no chance.</param>
/// <param name="Depth">Below this, optional properties end, and with them recursion.</param>
/// <param name="IsRequest">Whether what only the server sets is left out.</param>
public sealed record InstanceKind(
    bool HasOptional = true,
    bool HasNulls = false,
    bool HasUnknown = false,
    bool HasUnknownValues = false,
    bool HasUnknownCases = false,
    int Variant = 0,
    int? Seed = null,
    int Depth = 6,
    bool IsRequest = false)
{
    /// <summary>The number of instances that are drawn by chance.</summary>
    private const int SeedCount = 4;

    // From here on the variants are there for the schema's own branches and values, not for those far below.
    private const int DeepVariants = 4;
    private const int ShallowDepth = 2;

    /// <summary>Gets the kinds that show each branch and each value of a schema once, and some that chance makes.</summary>
    /// <param name="variants">The most branches or values of any of the schema's own parts.</param>
    public static IEnumerable<InstanceKind> All(int variants) =>
    [
        new InstanceKind(HasNulls: true),
        new InstanceKind(HasOptional: false),
        new InstanceKind(HasUnknown: true),
        new InstanceKind(HasUnknownValues: true),
        new InstanceKind(HasUnknownCases: true),
        .. Enumerable.Range(0, variants).Select(variant =>
            new InstanceKind(Variant: variant, Depth: variant < DeepVariants ? 6 : ShallowDepth)),
        .. Enumerable.Range(1, SeedCount).Select(seed => new InstanceKind(Seed: seed, Depth: 5)),
    ];

    /// <summary>Says what differs from the plainest kind.</summary>
    public override string ToString() => string.Join(' ', new[]
    {
        HasOptional ? "" : "required", HasNulls ? "nulls" : "", HasUnknown ? "unknown property" : "", HasUnknownValues ? "unknown value" : "",
        HasUnknownCases ? "unknown case" : "", Seed is null ? $"variant {Variant}" : $"seed {Seed}",
    }.Where(word => word.Length > 0));
}
