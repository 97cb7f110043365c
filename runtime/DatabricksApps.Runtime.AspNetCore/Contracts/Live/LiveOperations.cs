using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>Finds the operations of the document that is served, by the method and route that a client calls.</summary>
internal sealed partial class LiveOperations
{
    private static readonly HashSet<string> s_noMethods = new(StringComparer.OrdinalIgnoreCase) { "parameters", "servers", "summary", "description", "$ref" };

    private readonly ILookup<string, LiveOperation> _operations;

    // Below which path an app is mounted its document need not know. Null: it does.
    private readonly string? _mount;

    /// <param name="document">The document.</param>
    /// <param name="basePath">The path that stands before every route in place of the server's; null: the server's does.</param>
    /// <param name="calls">What the program calls.</param>
    public LiveOperations(LiveDocument document, string? basePath, IReadOnlyList<string> calls)
    {
        _operations = All(document, basePath).ToLookup(one => one.Method, one => one.Operation, StringComparer.OrdinalIgnoreCase);
        _mount = calls.Any(call => FindBelow(call, "") is not null) ? null : MountOf(calls);
    }

    /// <summary>Gets the operation that a call such as <c>GET /api/items/{item_id}</c> reaches; null: there is none.</summary>
    public LiveOperation? Find(string call) => FindBelow(call, "") ?? (_mount is null ? null : FindBelow(call, _mount));

    private LiveOperation? FindBelow(string call, string mount)
    {
        (string method, string route) = Split(call);
        IReadOnlyList<LiveOperation> own = [.. _operations[method]];
        return mount.Length == 0
            ? own.FirstOrDefault(operation => operation.Route == route) ?? own.FirstOrDefault(operation => ShapeOf(operation.Route) == ShapeOf(route))
            : own.FirstOrDefault(operation => $"{mount}/{ShapeOf(operation.Path)}" == ShapeOf(route));
    }

    // One path before all: what stands before some of them alone are other routes.
    private string? MountOf(IReadOnlyList<string> calls) => calls
        .SelectMany(call => _operations[Split(call).Method]
            .Where(operation => operation.Path.Length > 1 && ShapeOf(Split(call).Route).EndsWith("/" + ShapeOf(operation.Path), StringComparison.Ordinal))
            .Select(operation => ShapeOf(Split(call).Route)[..^(ShapeOf(operation.Path).Length + 1)])
            .Distinct())
        .Where(mount => !mount.Contains("{}", StringComparison.Ordinal))
        .GroupBy(mount => mount, StringComparer.Ordinal)
        .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    private static (string Method, string Route) Split(string call)
    {
        int space = call.IndexOf(' ', StringComparison.Ordinal);
        return (call[..Math.Max(0, space)], call[(space + 1)..]);
    }

    private static IEnumerable<(string Method, LiveOperation Operation)> All(LiveDocument document, string? basePath)
    {
        foreach (JsonProperty path in LiveDocument.Members(LiveDocument.Get(document.Root, "paths")))
        {
            if (document.Resolve(path.Value) is not { ValueKind: JsonValueKind.Object } item)
            {
                continue;
            }

            IEnumerable<JsonProperty> operations = item.EnumerateObject().Where(member => !s_noMethods.Contains(member.Name))
                .Concat(LiveDocument.Members(LiveDocument.Get(item, "additionalOperations")));
            foreach (JsonProperty operation in operations.Where(operation => operation.Value.ValueKind == JsonValueKind.Object))
            {
                string before = basePath ?? ServerPath(operation.Value) ?? ServerPath(item) ?? ServerPath(document.Root) ?? "";
                yield return (operation.Name, new LiveOperation($"{before.TrimEnd('/')}/{path.Name.TrimStart('/')}", path.Name, item, operation.Value));
            }
        }
    }

    // The first one counts, its variables at their defaults.
    private static string? ServerPath(JsonElement owner)
    {
        JsonElement? server = LiveDocument.Items(LiveDocument.Get(owner, "servers")).Select(one => (JsonElement?)one).FirstOrDefault();
        if (LiveDocument.Text(LiveDocument.Get(server, "url")) is not { } url)
        {
            return null;
        }

        StringBuilder filled = new(url);
        foreach (JsonProperty variable in LiveDocument.Members(LiveDocument.Get(server, "variables")))
        {
            filled.Replace("{" + variable.Name + "}", LiveDocument.Text(LiveDocument.Get(variable.Value, "default")) ?? "");
        }

        return Uri.TryCreate(new Uri("http://app"), filled.ToString(), out Uri? address) ? Uri.UnescapeDataString(address.AbsolutePath) : null;
    }

    // What the parts of a path are called shows in no call.
    private static string ShapeOf(string route) => Placeholder().Replace(route.Trim('/'), "{}");

    [GeneratedRegex(@"\{[^{}/]*\}")]
    private static partial Regex Placeholder();
}
