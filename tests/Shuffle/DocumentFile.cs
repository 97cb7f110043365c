using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Binding;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Documents;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Shuffle;

/// <summary>A document as nodes, which can be bound in any order.</summary>
/// <param name="Path">Its path, beside which the files stand that it refers to.</param>
/// <param name="Root">Its nodes.</param>
internal sealed record DocumentFile(string Path, JsonObject Root)
{
    /// <summary>Deep enough for what the generator reads at all.</summary>
    private static readonly JsonSerializerOptions s_options =
        new() { MaxDepth = 4096, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads JSON or YAML; null if there is no client in it.</summary>
    public static DocumentFile? Read(string path, string text)
    {
        try
        {
            JsonNode? root = DocumentText.Parse(path, text, "", new Findings(), CancellationToken.None).Root;
            return root is JsonObject document && (document.ContainsKey("openapi") || document.ContainsKey("swagger"))
                ? new DocumentFile(path, document)
                : null;
        }
        catch (DocumentException)
        {
            return null;
        }
    }

    /// <summary>Gets the document as JSON.</summary>
    public static string TextOf(JsonNode root) => root.ToJsonString(s_options);

    /// <summary>Binds the document, or the same document in another order; null if the generator gives no client.</summary>
    public ClientModel? Bind(JsonNode root)
    {
        Findings findings = new();
        string name = System.IO.Path.ChangeExtension(Path, ".json");
        ReadResult read = DocumentReader.Read(name, TextOf(root), Open, findings, CancellationToken.None);
        return read.Document is { } document
            ? ClientBinder.Bind(document, name, DocumentOptions.Default, KeptNames.None, findings, CancellationToken.None)
            : null;
    }

    private static string? Open(string path) => File.Exists(path) ? File.ReadAllText(path) : null;
}
