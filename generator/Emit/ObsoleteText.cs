namespace DatabricksApps.Gen.Emit;

/// <summary>Spells what makes the compiler refuse a use, in words of the document.</summary>
internal static class ObsoleteText
{
    /// <param name="text">Why it is refused.</param>
    /// <param name="id">The diagnostic.</param>
    public static string Of(string text, string id) =>
        $"[global::System.Obsolete({CSharpText.Literal(text)}, error: true, DiagnosticId = \"{id}\", UrlFormat = \"https://github.com/DatabricksApps/DatabricksApps.Gen#{id.ToLowerInvariant()}\")]";
}
