using System.Text.Json;

namespace DatabricksApps.Tool.Documents;

/// <summary>What describes an app.</summary>
internal enum DocumentKind
{
    /// <summary>An OpenAPI document, of any version.</summary>
    OpenApi,

    /// <summary>What a Gradio app says of its endpoints.</summary>
    Gradio,
}

/// <summary>A document, ready to be written.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text of the file: indented, lines ended by LF.</param>
/// <param name="Root">What it says.</param>
/// <param name="IsYaml">Whether the text is YAML; else it is JSON.</param>
internal sealed record ApiDocument(DocumentKind Kind, string Text, JsonElement Root, bool IsYaml = false)
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    /// <summary>Gets its title; null: it has none.</summary>
    public string? Title => Root.Member(Kind == DocumentKind.OpenApi ? "info" : "config").Member("title").Text();

    /// <summary>Gets the name of what it has, and how many.</summary>
    public string Size => Kind == DocumentKind.OpenApi ? Count(Operations().Count(), "operation") : Count(Endpoints().Count(), "endpoint");

    /// <summary>Gets its operations, in the order of the document.</summary>
    public IEnumerable<ApiOperation> Operations() =>
        from path in Root.Member("paths").Members()
        from operation in path.Value.Members()
        where s_methods.Contains(operation.Name)
        select new ApiOperation(operation.Name.ToUpperInvariant(), path.Name, operation.Value, path.Value);

    /// <summary>Gets the endpoints of a Gradio app.</summary>
    public IEnumerable<JsonProperty> Endpoints() => Root.Member("info").Member("named_endpoints").Members();

    /// <summary>Counts in words.</summary>
    public static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}

/// <summary>An operation of a document.</summary>
internal sealed record ApiOperation(string Method, string Path, JsonElement Value, JsonElement PathItem)
{
    public override string ToString() => $"{Method} {Path}";
}
