namespace DatabricksApps.Gen.Binding.Context;

/// <summary>Estimates the characters of C# that texts of the document become.</summary>
internal static class TextLength
{
    /// <summary>What a name of a type costs where it is used: it stands in the type and in the codec.</summary>
    public const int TypeName = 40;

    /// <summary>What a character of XML costs beside itself: <c>&amp;amp;</c>.</summary>
    private const int Entity = 4;

    /// <summary>Gets the length of a text in documentation, where each of three characters is an entity.</summary>
    public static long InXml(string? text)
    {
        long length = text?.Length ?? 0;
        foreach (char c in text ?? "")
        {
            length += c is '&' or '<' or '>' ? Entity : 0;
        }

        return length;
    }
}
