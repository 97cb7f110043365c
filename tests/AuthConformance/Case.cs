using System.Text.Json;

namespace DatabricksApps.AuthConformance;

/// <summary>A configuration of a machine, and how the SDKs sign in with it.</summary>
internal sealed class Case
{
    private readonly JsonElement _json;

    private Case(JsonElement json) => _json = json;

    public string Id => _json.GetProperty("id").GetString()!;

    /// <summary>Gets the environment, apart from PATH and HOME.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment => Texts("env");

    /// <summary>Gets the text of the configuration file; null: there is none.</summary>
    public string? ConfigFile => Text("configFile");

    /// <summary>Gets further files by their paths.</summary>
    public IEnumerable<KeyValuePair<string, string>> Files => Texts("files");

    /// <summary>Gets what is set in code, by the names of profiles; a list as a text with commas.</summary>
    public IEnumerable<KeyValuePair<string, string>> Explicit => Texts("explicit");

    /// <summary>Gets what the Databricks CLI along PATH does: success, fail, legacy; null: there is none.</summary>
    public string? Cli => Text("fakeCliOnPath");

    /// <summary>Gets what is told about the CLI beyond that; undefined: nothing.</summary>
    public JsonElement CliOverrides => _json.TryGetProperty("cli", out JsonElement cli) ? cli : default;

    /// <summary>Gets what <c>az</c> along PATH does; null: there is none.</summary>
    public string? AzureCli => Text("azCliOnPath");

    /// <summary>Gets the answers of HTTP servers; everything else answers 404.</summary>
    public IEnumerable<Stub> Stubs => _json.TryGetProperty("http", out JsonElement stubs) && stubs.ValueKind == JsonValueKind.Array
        ? stubs.EnumerateArray().Select(Stub.Read) : [];

    /// <summary>Gets what the Go SDK does.</summary>
    public Expectation Expected => new(_json.GetProperty("expect"));

    /// <summary>Gets what the Python SDK does.</summary>
    public Expectation ExpectedOfPython => _json.TryGetProperty("expectPython", out JsonElement python) ? new(python) : Expected;

    /// <summary>Gets whether the SDKs differ.</summary>
    public bool IsDisputed => _json.TryGetProperty("expectPython", out _);

    public static IReadOnlyList<Case> ReadAll(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.EnumerateArray().Select(c => new Case(c.Clone()))];
    }

    private string? Text(string name) =>
        _json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private IEnumerable<KeyValuePair<string, string>> Texts(string name) =>
        _json.TryGetProperty(name, out JsonElement map) && map.ValueKind == JsonValueKind.Object
            ? map.EnumerateObject().Select(p => new KeyValuePair<string, string>(p.Name, TextOf(p.Value))) : [];

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(e => e.GetString())),
        _ => value.GetRawText(),
    };
}
