using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi.YamlReader;
using SharpYaml;
using SharpYaml.Serialization;

namespace DatabricksApps.Tool.Documents;

/// <summary>What a text turned out to be.</summary>
internal enum DocumentState
{
    /// <summary>A document, complete.</summary>
    Good,

    /// <summary>A page for people.</summary>
    Html,

    /// <summary>Begins like JSON, and cannot be read to its end.</summary>
    Broken,

    /// <summary>No text.</summary>
    Binary,

    /// <summary>Something else, such as JSON that describes no API.</summary>
    Other,
}

/// <summary>What a text turned out to be.</summary>
internal sealed record DocumentReading(DocumentState State, ApiDocument? Document = null, string? Fault = null);

/// <summary>Reads a text as a document. Nothing else is ever written to a file.</summary>
internal static partial class DocumentReader
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads it.</summary>
    /// <param name="bytes">The bytes, as they came.</param>
    /// <param name="isYaml">Whether it is called YAML; what begins like a document of it is taken for one too.</param>
    public static DocumentReading Read(ReadOnlyMemory<byte> bytes, bool isYaml = false)
    {
        ReadOnlyMemory<byte> content = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        string text;
        try
        {
            text = s_strict.GetString(content.Span);
        }
        catch (DecoderFallbackException)
        {
            return new(DocumentState.Binary, Fault: "it is not UTF-8");
        }

        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        return start switch
        {
            [] => new(DocumentState.Broken, Fault: "it is empty"),
            ['<', '<', '<', ..] => new(DocumentState.Broken, Fault: "it has the marks of a merge conflict"),
            ['<', ..] => new(DocumentState.Html),
            ['{' or '[', ..] => ReadJson(content),
            _ when isYaml || YamlStart().IsMatch(text) => ReadYaml(text),
            _ => new(DocumentState.Other),
        };
    }

    private static DocumentReading ReadJson(ReadOnlyMemory<byte> content)
    {
        try
        {
            string text = IndentedJson.Of(content.Span);
            return Judge(JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = IndentedJson.MaxDepth }).RootElement, text, isYaml: false);
        }
        catch (JsonException exception)
        {
            return new(DocumentState.Broken, Fault: string.Create(CultureInfo.InvariantCulture,
                $"it is no complete JSON, at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}"));
        }
    }

    private static DocumentReading ReadYaml(string text)
    {
        try
        {
            YamlStream stream = new();
            stream.Load(new StringReader(text));
            JsonNode? json = stream.Documents.Count == 0 ? null : stream.Documents[0].ToJsonNode();
            string lines = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
            return Judge(JsonSerializer.SerializeToElement(json), lines, isYaml: true);
        }
        catch (YamlException exception)
        {
            return new(DocumentState.Broken, Fault: string.Create(CultureInfo.InvariantCulture, $"it is no YAML, at line {exception.Start.Line + 1}"));
        }
    }

    private static DocumentReading Judge(JsonElement root, string text, bool isYaml)
    {
        DocumentKind? kind =
            root.Member("openapi").ValueKind == JsonValueKind.String || root.Member("swagger").ValueKind is JsonValueKind.String or JsonValueKind.Number ? DocumentKind.OpenApi
            : root.Member("config").ValueKind == JsonValueKind.Object && root.Member("info").Member("named_endpoints").ValueKind == JsonValueKind.Object ? DocumentKind.Gradio
            : null;
        return kind is { } known ? new(DocumentState.Good, new ApiDocument(known, text, root, isYaml)) : new(DocumentState.Other);
    }

    // After comments and the mark of a document.
    [GeneratedRegex(@"\A(?:[ \t\r]*(?:(?:#|---)[^\n]*)?\n)*['""]?(?:openapi|swagger)['""]?\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex YamlStart();
}
