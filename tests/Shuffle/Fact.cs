namespace DatabricksApps.Shuffle;

/// <summary>A thing that the C# of a document says at a place of the document.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">A JSON pointer, or a type and the wire name of its member.</param>
internal readonly record struct Fact(DifferenceKind Kind, string Place);

/// <summary>A fact that two orders of a document do not agree on.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Before">What the document gives as it stands; null: nothing.</param>
/// <param name="After">What the other order gives; null: nothing.</param>
internal sealed record Difference(Fact Fact, string? Before, string? After)
{
    public override string ToString() => $"{Fact.Kind} {Fact.Place}: {Before ?? "nothing"} -> {After ?? "nothing"}";
}
