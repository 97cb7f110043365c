using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>Chooses the operations that the item's metadata asks for, and tells what of it asks for nothing.</summary>
/// <remarks>
/// Any of an operation's tags asks for it, not only the first, which names its group. To exclude wins. A path is the whole
/// route, as it is called and as the diagnostics show it: a pattern means the same whether the document says a part of
/// it in its paths or in its server. A name is the operationId as the document writes it, or the function that FastAPI made
/// it of: the author knows the one, the reader of the document the other.
/// </remarks>
internal static class OperationFilter
{
    private const int MostNamed = 10;

    public static bool IsActive(DocumentOptions options) =>
        options.IncludeOperations.Count > 0 || options.IncludeTags.Count > 0 || options.IncludePaths.Count > 0 || options.ExcludePaths.Count > 0;

    /// <summary>Chooses operations of a document.</summary>
    public static List<ApiOperation> Choose(DocumentOptions options, IReadOnlyList<ApiOperation> operations, Findings findings)
    {
        Dictionary<ApiOperation, string> routes = operations.ToDictionary(o => o, o => CallChoice.RouteOf(o, options.BasePath));
        Findings unmatched = TellUnmatched(
            options, operations.Select(NamesOf), routes.Values, "route, which begins with BasePath or the path of the document's server", "route");
        foreach (string tag in options.IncludeTags.Where(tag => !operations.Any(o => HasTag(o, tag))))
        {
            List<string> tags = operations.SelectMany(o => o.Tags).Distinct(StringComparer.Ordinal).ToList();
            unmatched.FilterWithoutMatch("", $"IncludeTags '{tag}' is the tag of no operation{Known(tags, "tag")}");
        }

        List<ApiOperation> chosen = operations
            .Where(o => (options.IncludeTags.IsEmpty || options.IncludeTags.Any(tag => HasTag(o, tag))) && Includes(options, NamesOf(o), routes[o]))
            .ToList();
        Tell(unmatched, options, chosen.Count, operations.Count, findings);
        return chosen;
    }

    /// <summary>Chooses endpoints of a Gradio app by their names; they have no tags.</summary>
    public static List<T> Choose<T>(DocumentOptions options, IReadOnlyList<T> endpoints, Func<T, string> nameOf, Findings findings)
    {
        Findings unmatched = TellUnmatched(
            options, endpoints.Select(endpoint => NamesOf(nameOf(endpoint))), endpoints.Select(nameOf), "name of an endpoint", "endpoint");
        if (!options.IncludeTags.IsEmpty)
        {
            unmatched.FilterWithoutMatch("", $"IncludeTags has no effect, because endpoints of a Gradio app have no tags; IncludeOperations has patterns of their names");
        }

        List<T> chosen = endpoints.Where(endpoint => Includes(options, NamesOf(nameOf(endpoint)), nameOf(endpoint))).ToList();
        Tell(unmatched, options, chosen.Count, endpoints.Count, findings);
        return chosen;
    }

    private static bool Includes(DocumentOptions options, IEnumerable<string> names, string path) =>
        (options.IncludeOperations.IsEmpty || options.IncludeOperations.Any(pattern => names.Any(name => PathPattern.IsMatchOfName(pattern, name))))
        && (options.IncludePaths.IsEmpty || options.IncludePaths.Any(pattern => PathPattern.IsMatch(pattern, path)))
        && !options.ExcludePaths.Any(pattern => PathPattern.IsMatch(pattern, path));

    private static bool HasTag(ApiOperation operation, string tag) => operation.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase);

    // The first is what is shown: the function, where there is one. Asked only if a filter is there that needs it.
    private static IEnumerable<string> NamesOf(ApiOperation operation)
    {
        if (operation.OperationId is { Length: > 0 } id)
        {
            if (FastApiOperationId.FindName(id, operation.Path, operation.Method, operation.Tags) is { } function)
            {
                yield return function;
            }

            yield return id;
        }
    }

    // The app's author gives the name without the slash (api_name), and the app shows it with one.
    private static IEnumerable<string> NamesOf(string endpoint) => new[] { endpoint.TrimStart('/'), endpoint };

    private static Findings TellUnmatched(
        DocumentOptions options, IEnumerable<IEnumerable<string>> names, IEnumerable<string> paths, string what, string kind)
    {
        Findings unmatched = new();
        foreach (string pattern in options.IncludeOperations.Where(pattern => !names.Any(own => own.Any(name => PathPattern.IsMatchOfName(pattern, name)))))
        {
            List<string> known = names.Select(own => own.FirstOrDefault()).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            unmatched.FilterWithoutMatch("", $"IncludeOperations '{pattern}' is the name of no operation{Known(known, "name")}");
        }

        List<string> all = paths.Distinct(StringComparer.Ordinal).ToList();
        foreach ((string list, string pattern) in options.IncludePaths.Select(pattern => ("IncludePaths", pattern))
            .Concat(options.ExcludePaths.Select(pattern => ("ExcludePaths", pattern)))
            .Where(filter => !all.Any(path => PathPattern.IsMatch(filter.pattern, path))))
        {
            unmatched.FilterWithoutMatch("", $"{list} '{pattern}' matches no {what}{Known(all, kind)}");
        }

        return unmatched;
    }

    // Each may match something, and all together nothing.
    private static void Tell(Findings unmatched, DocumentOptions options, int chosen, int all, Findings findings)
    {
        if (chosen == 0 && all > 0 && unmatched.Items.Count == 0 && IsActive(options))
        {
            unmatched.FilterWithoutMatch("", $"IncludeOperations, IncludeTags, IncludePaths and ExcludePaths together leave nothing, so that the client has no method");
        }

        findings.Add(unmatched);
    }

    // The words are ours; of the names the message shows as much as of any text of a document.
    private static MessageText Known(IReadOnlyList<string> names, string kind) => names.Count == 0
        ? MessageText.Of($"; there is no {kind}")
        : MessageText.Of($"; the {kind}s are {string.Join(", ", names.Take(MostNamed).Select(name => "'" + name + "'").Concat(names.Skip(MostNamed).Take(1).Select(_ => "others")))}");
}
