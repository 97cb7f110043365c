namespace DatabricksApps.Instances;

/// <summary>What came of the rules of a document.</summary>
/// <param name="Path">The document.</param>
public sealed record RefusalResult(string Path)
{
    /// <summary>Gets or sets how many rules were tried.</summary>
    public int Rules { get; set; }

    /// <summary>Gets or sets how many values were tried that the document allows.</summary>
    public int Allowed { get; set; }

    /// <summary>Gets or sets how many values were tried that break one bound.</summary>
    public int Forbidden { get; set; }

    /// <summary>Gets or sets how many of these were refused.</summary>
    public int Refused { get; set; }

    /// <summary>Gets what was refused and is allowed.</summary>
    public List<string> Failures { get; } = [];
}
