using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Gradio;

namespace DatabricksApps.Gradio;

/// <summary>What an app answers on <c>/info</c>, as far as calls need it: the names and kinds of inputs, the labels of outputs.</summary>
internal sealed class GradioInfo
{
    private readonly JsonElement _endpoints;

    private GradioInfo(JsonElement endpoints) => _endpoints = endpoints;

    /// <summary>Reads the answer.</summary>
    /// <returns>What it says; null: the answer is not that of a Gradio app.</returns>
    public static GradioInfo? Read(JsonElement json) =>
        json.Get("named_endpoints") is { ValueKind: JsonValueKind.Object } endpoints ? new GradioInfo(endpoints) : null;

    /// <summary>Gets the inputs of an endpoint that callers give, and the labels of its outputs; null: the app does not show it.</summary>
    public (IReadOnlyList<GradioParameter> Parameters, IReadOnlyList<string?> Labels)? Find(string name) =>
        _endpoints.Get("/" + name) is { ValueKind: JsonValueKind.Object } endpoint
            ? ([.. Items(endpoint, "parameters").Select(ParameterOf)], [.. Items(endpoint, "returns").Select(output => output.GetText("label"))])
            : null;

    private static IEnumerable<JsonElement> Items(JsonElement endpoint, string name) =>
        endpoint.Get(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

    private static GradioParameter ParameterOf(JsonElement parameter, int index) => new(
        parameter.GetText("parameter_name") ?? "param_" + index,
        InputKind.Of(parameter.Get("type") is { ValueKind: JsonValueKind.Object } schema ? JsonObject.Create(schema) : null),
        parameter.GetText("label"))
    {
        Default = parameter.GetFlag("parameter_has_default") == true && parameter.TryGetProperty("parameter_default", out JsonElement value) ? value : null,
    };
}
