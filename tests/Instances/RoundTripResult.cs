namespace DatabricksApps.Instances;

/// <summary>What became of the schemas of a document.</summary>
/// <param name="Path">The document.</param>
/// <param name="Error">Why its schemas could not be tried; null if they were.</param>
/// <param name="Schemas">Its schemas.</param>
public sealed record RoundTripResult(string Path, string? Error, IReadOnlyList<SchemaResult> Schemas)
{
    /// <summary>Gets how long it took.</summary>
    public TimeSpan Time { get; init; }
}

/// <summary>What became of a schema.</summary>
/// <param name="Pointer">Its place, such as <c>/components/schemas/Item</c>.</param>
/// <param name="IsNamed">Whether it is one of the named schemas of the document.</param>
/// <param name="Instances">The number of its instances that were tried.</param>
/// <param name="Miss">The first instance that did not come back equal, and how; null if all did.</param>
public sealed record SchemaResult(string Pointer, bool IsNamed, int Instances, string? Miss);
