using System;
using System.Linq;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>Tells which operations the item's metadata asks for.</summary>
/// <remarks>Any of an operation's tags asks for it, not only the first, which names its group. To exclude wins.</remarks>
internal static class OperationFilter
{
    public static bool IsActive(DocumentOptions options) =>
        options.IncludeTags.Count > 0 || options.IncludePaths.Count > 0 || options.ExcludePaths.Count > 0;

    public static bool Includes(DocumentOptions options, ApiOperation operation) =>
        (options.IncludeTags.IsEmpty || operation.Tags.Any(tag => options.IncludeTags.Contains(tag, StringComparer.OrdinalIgnoreCase)))
        && Includes(options, operation.Path);

    /// <summary>Tells whether the metadata asks for a path, or for a Gradio endpoint by its name.</summary>
    public static bool Includes(DocumentOptions options, string path) =>
        (options.IncludePaths.IsEmpty || options.IncludePaths.Any(pattern => PathPattern.IsMatch(pattern, path)))
        && !options.ExcludePaths.Any(pattern => PathPattern.IsMatch(pattern, path));
}
