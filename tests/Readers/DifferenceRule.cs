namespace DatabricksApps.Readers;

/// <summary>A kind of difference that is no fault of the generator.</summary>
internal sealed class DifferenceRule
{
    /// <summary>Gets the kind.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what the library does, and why the generator does not.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets whether a difference is of the kind. It asks the document itself where the kind alone would hide faults.</summary>
    public required Func<Difference, LibraryReading, bool> Explains { get; init; }
}
