namespace DatabricksApps.Gen.Text;

/// <summary>The limits that keep a hostile document from hanging or ending the compiler.</summary>
internal static class DocumentLimits
{
    /// <summary>The longest text in UTF-16 code units; the largest public documents have about 12 million.</summary>
    public const int Length = 50_000_000;

    /// <summary>
    /// The deepest nesting of objects and arrays. It bounds every recursion over the document, which then needs less
    /// than 256 KB of stack here; real documents stay below 100.
    /// </summary>
    public const int Depth = 256;

    /// <summary>The most values that YAML aliases may add: nested aliases grow exponentially ("billion laughs").</summary>
    public const int AliasedNodes = 1_000_000;

    /// <summary>The longest chain of references to references.</summary>
    public const int References = 64;

    /// <summary>How many uses of generics are read as schemas of their own.</summary>
    public const int Generics = 1000;
}
