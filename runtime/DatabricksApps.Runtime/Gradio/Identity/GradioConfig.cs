using System.Text.Json;

namespace DatabricksApps.Gradio;

/// <summary>A running app: what it answers on <c>/config</c> and <c>/info</c>, as far as calls need it. Once it is started anew it is another.</summary>
internal sealed class GradioConfig
{
    private readonly Dictionary<string, GradioEndpoint> _endpoints = new(StringComparer.Ordinal);

    /// <summary>Gets the path that the app is mounted at.</summary>
    public required string Root { get; init; }

    /// <summary>
    /// Gets what the app is told from others by: the id that it draws when it starts; of one that tells none, its endpoints as
    /// they are written.
    /// </summary>
    public required string Identity { get; init; }

    /// <summary>Gets whether the app tells an id.</summary>
    public required bool HasId { get; init; }

    /// <summary>Gets the path before every route, such as <c>/api/demo/gradio_api</c>: none since 4.0, <c>/gradio_api</c> since 5.0.</summary>
    public required string Prefix { get; init; }

    /// <summary>Gets the version of Gradio.</summary>
    public string? Version { get; init; }

    /// <summary>Gets whether values that a generator yields are told as differences (protocols from <c>sse_v2</c> on).</summary>
    public bool HasDifferences { get; init; }

    /// <summary>Gets whether the app ends a session's stream when nothing is left to tell (<c>sse_v3</c>).</summary>
    public bool ClosesStreams { get; init; }

    /// <summary>Tells whether another answer was the same app's.</summary>
    public bool IsSameApp(GradioConfig other) => Identity == other.Identity;

    public GradioEndpoint? Find(string name) => _endpoints.GetValueOrDefault(name.TrimStart('/'));

    public IEnumerable<string> Names => _endpoints.Keys;

    /// <summary>Gets the id in an answer, of up to 64 bits without a sign; null: there is none.</summary>
    public static string? IdIn(JsonElement json) => json.Get("app_id")?.GetRawText();

    /// <summary>Adds what the app answers on <c>/info</c>; an endpoint that is not shown there is none that can be called by names.</summary>
    public void Add(GradioInfo info)
    {
        foreach ((string name, GradioEndpoint endpoint) in _endpoints.ToList())
        {
            if (info.Find(name) is { } shown)
            {
                _endpoints[name] = endpoint with { Parameters = shown.Parameters, Labels = shown.Labels };
            }
            else
            {
                _endpoints.Remove(name);
            }
        }
    }

    /// <summary>Reads the answer.</summary>
    /// <returns>The configuration; null: the answer is not that of a Gradio app of version 4.20 or later.</returns>
    public static GradioConfig? Read(JsonElement json, string root)
    {
        string? protocol = json.GetText("protocol");
        if (json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("dependencies", out JsonElement dependencies) || dependencies.ValueKind != JsonValueKind.Array
            || protocol?.StartsWith("sse_v", StringComparison.Ordinal) != true)
        {
            return null;
        }

        GradioConfig config = new()
        {
            Root = root,
            Identity = IdIn(json) ?? dependencies.GetRawText(),
            HasId = IdIn(json) is not null,
            Prefix = root + (json.GetText("api_prefix") ?? "").TrimEnd('/'),
            Version = json.GetText("version"),
            HasDifferences = protocol != "sse_v1",
            ClosesStreams = string.CompareOrdinal(protocol, "sse_v3") >= 0,
        };
        HashSet<long> states = Components(json, component => component.GetText("type") == "state");
        HashSet<long> hidden = [.. states, .. Components(json, component => component.GetFlag("skip_api") == true)];
        int index = 0;
        foreach (JsonElement dependency in dependencies.EnumerateArray())
        {
            if (dependency.GetText("api_name") is { } name)
            {
                long id = dependency.GetInteger("id") ?? index;
                config._endpoints.TryAdd(name, new GradioEndpoint(name, id, Slots(dependency, "inputs", hidden), Slots(dependency, "outputs", hidden))
                {
                    KeepsState = Slots(dependency, "inputs", states).Contains(false) || Slots(dependency, "outputs", states).Contains(false),
                    Parameters = [],
                    Labels = [],
                });
            }

            index++;
        }

        return config;
    }

    // State, and what has no value: callers neither give nor get it, but it has its place in the data.
    private static HashSet<long> Components(JsonElement json, Func<JsonElement, bool> isIt) =>
        json.Get("components") is { ValueKind: JsonValueKind.Array } components
            ? [.. components.EnumerateArray().Where(isIt).Select(component => component.GetInteger("id")).OfType<long>()]
            : [];

    private static bool[] Slots(JsonElement dependency, string name, HashSet<long> hidden) =>
        dependency.Get(name) is { ValueKind: JsonValueKind.Array } ids
            ? [.. ids.EnumerateArray().Select(id => id.ValueKind != JsonValueKind.Number || !id.TryGetInt64(out long number) || !hidden.Contains(number))]
            : [];
}
