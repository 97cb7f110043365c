namespace DatabricksApps.Http;

/// <summary>Bounds of the JSON that is read.</summary>
internal static class JsonLimits
{
    /// <summary>The deepest nesting; deeper answers fail rather than exhaust the stack.</summary>
    public const int MaxDepth = 256;

    /// <summary>The deepest nesting that is written, and so of what was written when it is read again: the limit of <c>Utf8JsonWriter</c>.</summary>
    public const int MaxWrittenDepth = 1000;
}
