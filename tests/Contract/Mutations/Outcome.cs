namespace DatabricksApps.Contract.Mutations;

/// <summary>What was found of a mutation.</summary>
internal enum Outcome
{
    /// <summary>The document has no place for it.</summary>
    None,

    /// <summary>One finding, and no other; of what changes nothing, none.</summary>
    Alone,

    /// <summary>One finding, and others that are the same change elsewhere.</summary>
    Followed,

    /// <summary>No finding, another one, or too many.</summary>
    Wrong,
}
