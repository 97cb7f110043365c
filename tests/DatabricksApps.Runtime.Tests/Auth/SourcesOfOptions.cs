using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>Sources for options that are read on the spot.</summary>
internal static class SourcesOfOptions
{
    public static ITokenSource For(this TokenSources sources, DatabricksAppOptions options, IReadOnlyList<string> scopes) =>
        sources.For(sources.Read(options, scopes));

    /// <summary>Gets the cache that the source of the options takes its tokens from; two that are the same share them.</summary>
    public static ITokenSource CacheFor(this TokenSources sources, DatabricksAppOptions options, IReadOnlyList<string> scopes) =>
        sources.For(options, scopes) is var source && source is RotatedTokenSource rotated ? rotated.Cache : source;

    public static AppLookup LookupFor(this TokenSources sources, DatabricksAppOptions options, IReadOnlyList<string> scopes) =>
        sources.LookupFor(sources.Read(options, scopes));

    public static AppLocation LocationFor(this TokenSources sources, DatabricksAppOptions options, IReadOnlyList<string> scopes) =>
        sources.LocationFor(sources.Read(options, scopes));
}
