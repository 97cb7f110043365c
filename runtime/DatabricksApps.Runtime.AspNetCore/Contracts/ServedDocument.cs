namespace DatabricksApps.AspNetCore.Contracts;

/// <summary>What came of asking an app for its document.</summary>
/// <param name="Path">Where it was found; null: nowhere.</param>
/// <param name="Json">The document; null: there is none, or it is the one that is known.</param>
internal sealed record ServedDocument(string? Path, MemoryStream? Json)
{
    /// <summary>Gets why there is none; null: there is one, or it is the one that is known.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets what hides in a text of the document what it was asked for with.</summary>
    public Func<string, string> Hide { get; init; } = text => text;

    /// <summary>Gets whether the app itself said so, so that asking again soon gives the same.</summary>
    public bool IsAnswer { get; init; } = true;
}
