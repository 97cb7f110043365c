namespace DatabricksApps.Gen.Tests.RoundTrip;

/// <summary>Which of a schema's many instances to build.</summary>
/// <param name="HasOptional">Whether optional properties are there.</param>
/// <param name="HasNulls">Whether what may be null is null.</param>
/// <param name="HasUnknown">Whether objects have a property that the document does not know.</param>
/// <param name="Variant">Which branch of each union and which value of each enum: the one of this number.</param>
internal sealed record InstanceKind(bool HasOptional = true, bool HasNulls = false, bool HasUnknown = false, int Variant = 0)
{
    /// <summary>Gets the kinds that show each branch and each value of a schema once.</summary>
    /// <param name="variants">The most branches or values of any of its parts.</param>
    public static IEnumerable<InstanceKind> All(int variants) =>
    [
        new InstanceKind(HasNulls: true),
        new InstanceKind(HasOptional: false),
        new InstanceKind(HasUnknown: true),
        .. Enumerable.Range(0, variants).Select(variant => new InstanceKind(Variant: variant)),
    ];
}
