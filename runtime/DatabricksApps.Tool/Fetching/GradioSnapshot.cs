using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Generated;

namespace DatabricksApps.Tool.Fetching;

/// <summary>Makes the snapshot of a Gradio app: what it answers on <c>/config</c> and <c>/info</c>, without what no client needs.</summary>
/// <remarks>
/// Left out is what differs from start to start or from host to host, so that a snapshot changes when the app does: ids of
/// the process, addresses, texts in which the app shows how to call it.
/// </remarks>
internal static class GradioSnapshot
{
    private static readonly string[] s_config = ["version", "api_prefix", "protocol", "mode", "title"];

    private static readonly string[] s_component = ["id", "type", "skip_api"];

    private static readonly string[] s_dependency = ["id", "api_name", "inputs", "outputs", "types", "api_visibility", "show_api"];

    private static readonly string[] s_notOfEndpoints = ["code_snippets"];

    private static readonly string[] s_notOfValues = ["python_type", "example_input"];

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Fetches both answers.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="root">The path that the app is mounted at; empty: the root.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The snapshot, on one line.</returns>
    /// <exception cref="AppException">The app does not give them.</exception>
    public static async Task<string> FetchAsync(AppConnection connection, string root, CancellationToken cancellationToken)
    {
        JsonObject config = await GetAsync(connection, root + "/config", "dependencies", cancellationToken);
        string prefix = config["api_prefix"]?.GetValue<string>() ?? "";
        JsonObject info = await GetAsync(connection, root + prefix + "/info", "named_endpoints", cancellationToken);
        JsonObject snapshot = new()
        {
            ["config"] = Config(config, root),
            ["info"] = Info(info),
        };
        return snapshot.ToJsonString(s_readable);
    }

    private static async Task<JsonObject> GetAsync(AppConnection connection, string path, string member, CancellationToken cancellationToken)
    {
        AppRequest request = new(HttpMethod.Get, path);
        request.Accept("application/json");
        JsonElement answer = await connection.SendAsync<JsonElement, AnyJson>(request, null, cancellationToken);
        return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(member, out _)
            ? JsonObject.Create(answer)!
            : throw new AppException($"GET {path}: the answer has no '{member}', so that this is no Gradio app of version 4.20 or later.", AppErrorReason.UnexpectedContent);
    }

    private static JsonObject Config(JsonObject config, string root)
    {
        JsonObject kept = Pick(config, s_config);
        kept["root"] = root;
        kept["components"] = Each(config["components"], component => Pick(component, s_component));
        kept["dependencies"] = Each(config["dependencies"], dependency =>
            dependency["api_name"] is JsonValue name && name.GetValueKind() == JsonValueKind.String ? Pick(dependency, s_dependency) : null);
        return kept;
    }

    private static JsonObject Info(JsonObject info)
    {
        JsonObject endpoints = [];
        foreach ((string name, JsonNode? endpoint) in info["named_endpoints"]!.AsObject())
        {
            JsonObject kept = Without(endpoint!.AsObject(), s_notOfEndpoints);
            foreach (string values in new[] { "parameters", "returns" })
            {
                if (kept[values] is { } list)
                {
                    kept[values] = Each(list, value => WithoutPlaces(WithoutManual(Without(value, s_notOfValues))));
                }
            }

            endpoints[name] = kept;
        }

        return new JsonObject { ["named_endpoints"] = endpoints };
    }

    // A file's schema has Gradio's own manual in it.
    private static JsonObject WithoutManual(JsonObject value)
    {
        (value["type"] as JsonObject)?.Remove("additional_description");
        return value;
    }

    private static JsonObject WithoutPlaces(JsonObject value)
    {
        HostFiles.RemovePlaces(value["parameter_default"]);
        return value;
    }

    private static JsonArray Each(JsonNode? list, Func<JsonObject, JsonObject?> map)
    {
        JsonArray mapped = [];
        foreach (JsonObject item in (list as JsonArray ?? []).OfType<JsonObject>())
        {
            if (map(item) is { } kept)
            {
                mapped.Add((JsonNode)kept);
            }
        }

        return mapped;
    }

    private static JsonObject Pick(JsonObject from, string[] names)
    {
        JsonObject kept = [];
        foreach (string name in names)
        {
            if (from.TryGetPropertyValue(name, out JsonNode? value))
            {
                kept[name] = value?.DeepClone();
            }
        }

        return kept;
    }

    private static JsonObject Without(JsonObject from, string[] names)
    {
        JsonObject kept = (JsonObject)from.DeepClone();
        Array.ForEach(names, name => kept.Remove(name));
        return kept;
    }
}
