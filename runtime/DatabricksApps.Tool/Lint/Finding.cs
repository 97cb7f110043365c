namespace DatabricksApps.Tool.Lint;

/// <summary>What the app's author can do better.</summary>
/// <param name="Rule">The name of the rule.</param>
/// <param name="Pointer">Where in the document, as a JSON pointer.</param>
/// <param name="What">What is there, and what its client lacks.</param>
/// <param name="Write">The line of Python to write; null: that depends.</param>
internal sealed record Finding(string Rule, string Pointer, string What, string? Write = null)
{
    /// <summary>Makes a pointer of what leads there.</summary>
    public static string PointerTo(params string[] tokens) =>
        string.Concat(tokens.Select(token => "/" + token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)));
}
