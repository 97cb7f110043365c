using System.Text.Json;

namespace DatabricksApps.AuthConformance;

/// <summary>An answer of an HTTP server, and the request that gets it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">The whole address, compared without its escapes.</param>
/// <param name="Status">The status to answer.</param>
/// <param name="Body">The body to answer; null: none.</param>
/// <param name="Headers">The headers to answer.</param>
/// <param name="Form">All fields that the request must have; null: any.</param>
/// <param name="Expected">Headers that the request must have.</param>
internal sealed record Stub(
    string Method, string Url, int Status, string? Body, IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string>? Form, IReadOnlyDictionary<string, string> Expected)
{
    public static Stub Read(JsonElement json) => new(
        json.TryGetProperty("method", out JsonElement method) ? method.GetString()! : "GET",
        Unescaped(json.GetProperty("url").GetString()!),
        json.TryGetProperty("status", out JsonElement status) ? status.GetInt32() : 200,
        json.TryGetProperty("json", out JsonElement body) && body.ValueKind != JsonValueKind.Null ? body.GetRawText() : null,
        Texts(json, "headers") ?? new Dictionary<string, string>(),
        Texts(json, "expectForm"),
        Texts(json, "expectHeaders") ?? new Dictionary<string, string>());

    public static string Unescaped(string url) => Uri.UnescapeDataString(url);

    private static Dictionary<string, string>? Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement map) && map.ValueKind == JsonValueKind.Object
            ? map.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString() ?? "", StringComparer.OrdinalIgnoreCase)
            : null;
}
