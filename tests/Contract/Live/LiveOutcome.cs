namespace DatabricksApps.Contract.Live;

/// <summary>What a running program says of a mutation.</summary>
internal enum LiveOutcome
{
    /// <summary>The document has no place for it.</summary>
    None,

    /// <summary>What the build says.</summary>
    Told,

    /// <summary>Nothing, as it should.</summary>
    Silent,

    /// <summary>Nothing, where the build says something: it may be nothing on the wire, or be beyond what is read without the generator.</summary>
    Missed,

    /// <summary>What the build does not say.</summary>
    Wrong,
}
