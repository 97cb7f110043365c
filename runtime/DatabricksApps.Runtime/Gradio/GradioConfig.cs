using System.Text.Json;

namespace DatabricksApps.Gradio;

/// <summary>What an app answers on <c>/config</c>, as far as calls need it.</summary>
internal sealed class GradioConfig
{
    private readonly Dictionary<string, GradioEndpoint> _endpoints = new(StringComparer.Ordinal);

    /// <summary>Gets the path before every route, such as <c>/api/demo/gradio_api</c>: none since 4.0, <c>/gradio_api</c> since 5.0.</summary>
    public required string Prefix { get; init; }

    /// <summary>Gets the version of Gradio.</summary>
    public string? Version { get; init; }

    /// <summary>Gets whether values that a generator yields are told as differences (protocols from <c>sse_v2</c> on).</summary>
    public bool HasDifferences { get; init; }

    /// <summary>Gets whether the app ends a session's stream when nothing is left to tell (<c>sse_v3</c>).</summary>
    public bool ClosesStreams { get; init; }

    public GradioEndpoint? Find(string name) => _endpoints.GetValueOrDefault(name.TrimStart('/'));

    public IEnumerable<string> Names => _endpoints.Keys;

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
            Prefix = root + (json.GetText("api_prefix") ?? "").TrimEnd('/'),
            Version = json.GetText("version"),
            HasDifferences = protocol != "sse_v1",
            ClosesStreams = string.CompareOrdinal(protocol, "sse_v3") >= 0,
        };
        HashSet<long> hidden = HiddenComponents(json);
        int index = 0;
        foreach (JsonElement dependency in dependencies.EnumerateArray())
        {
            if (dependency.GetText("api_name") is { } name)
            {
                long id = dependency.GetInteger("id") ?? index;
                config._endpoints.TryAdd(name, new GradioEndpoint(name, id, Slots(dependency, "inputs", hidden), Slots(dependency, "outputs", hidden)));
            }

            index++;
        }

        return config;
    }

    // State, and what has no value: callers neither give nor get it, but it has its place in the data.
    private static HashSet<long> HiddenComponents(JsonElement json)
    {
        HashSet<long> hidden = [];
        if (json.TryGetProperty("components", out JsonElement components) && components.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement component in components.EnumerateArray())
            {
                bool isHidden = component.GetText("type") == "state"
                    || (component.TryGetProperty("skip_api", out JsonElement skips) && skips.ValueKind == JsonValueKind.True);
                if (isHidden && component.GetInteger("id") is { } id)
                {
                    hidden.Add(id);
                }
            }
        }

        return hidden;
    }

    private static bool[] Slots(JsonElement dependency, string name, HashSet<long> hidden) =>
        dependency.TryGetProperty(name, out JsonElement ids) && ids.ValueKind == JsonValueKind.Array
            ? [.. ids.EnumerateArray().Select(id => id.ValueKind != JsonValueKind.Number || !id.TryGetInt64(out long number) || !hidden.Contains(number))]
            : [];
}
