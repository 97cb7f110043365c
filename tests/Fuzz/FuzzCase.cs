namespace DatabricksApps.Fuzz;

/// <summary>A case: what is given to the product.</summary>
/// <param name="Kind">The kind of case, which says what is done with the input.</param>
/// <param name="Number">The case's number among those of its kind.</param>
/// <param name="Name">The name of the file that holds the input.</param>
/// <param name="Input">A document, or the script of a server.</param>
/// <param name="Wanted">The signature of the one failure that is looked for, so that checks of others can be left out; null: any.</param>
internal sealed record FuzzCase(string Kind, int Number, string Name, byte[] Input, string? Wanted = null);

/// <summary>What is wrong with the product's answer to a case.</summary>
/// <param name="Signature">What all failures of one cause have in common, as far as can be told.</param>
/// <param name="Details">What is wrong here.</param>
internal sealed record Failure(string Signature, string Details);
