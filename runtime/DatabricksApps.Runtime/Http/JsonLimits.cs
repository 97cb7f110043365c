namespace DatabricksApps.Http;

/// <summary>Bounds of the JSON that is read.</summary>
internal static class JsonLimits
{
    /// <summary>The deepest nesting; deeper answers fail rather than exhaust the stack.</summary>
    public const int MaxDepth = 256;
}
