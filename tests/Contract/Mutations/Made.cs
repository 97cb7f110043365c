namespace DatabricksApps.Contract.Mutations;

/// <summary>What was changed in a document, and what has to be found of it.</summary>
/// <param name="Key">What the finding is about, by what is on the wire.</param>
/// <param name="Follow">The kinds of change that may come of the same change elsewhere.</param>
internal sealed record Made(string Key, params string[] Follow);
