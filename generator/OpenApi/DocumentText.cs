using System;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Turns a file's text into nodes, and tells what is no OpenAPI document.</summary>
internal static class DocumentText
{
    /// <summary>Reads the document.</summary>
    public static (Source Source, IPositions Positions) Parse(
        string path, string text, SourceFiles files, Findings findings, CancellationToken cancellationToken)
    {
        (JsonNode? root, IPositions positions) = ParseFile(path, text, "", findings, cancellationToken);
        return (Identify(root, files), positions);
    }

    /// <summary>Reads a file that need be no document.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="name">What stands before <c>#</c> in pointers into the file; empty for the document.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static (JsonNode? Root, IPositions Positions) ParseFile(
        string path, string text, string name, Findings findings, CancellationToken cancellationToken)
    {
        if (text.Length > DocumentLimits.Length)
        {
            throw new DocumentException(
                DiagnosticDescriptors.TooLarge.Id,
                $"it has {text.Length / 1_000_000} million characters, the limit is {DocumentLimits.Length / 1_000_000} million");
        }

        int mark = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        string body = mark == 0 ? text : text.Substring(mark);
        int start = 0;
        while (start < body.Length && char.IsWhiteSpace(body[start]))
        {
            start++;
        }

        if (start == body.Length)
        {
            throw NotOpenApi($"the file is empty");
        }

        if (body[start] == '<')
        {
            throw NotOpenApi(
                $"it is HTML or XML, perhaps the sign-in page that was answered in the document's place");
        }

        string prefix = name.Length == 0 ? "" : name + "#";
        try
        {
            return IsJson(path, body[start])
                ? (JsonTreeReader.Read(body, prefix, findings, cancellationToken), new JsonPositions(body, mark))
                : (YamlTreeReader.Read(body, prefix, findings, cancellationToken), new YamlPositions(body, mark));
        }
        catch (DocumentException exception)
        {
            throw new DocumentException(exception.Id, exception.Text, exception.Offset + mark);
        }
    }

    /// <summary>
    /// The content decides: an object in braces is JSON under any name (YAML's flow style is rare, and this one error
    /// message is better). Else YAML, unless the name promises JSON.
    /// </summary>
    private static bool IsJson(string path, char first) =>
        first is '{' or '[' || (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && first is '"' or '/');

    private static Source Identify(JsonNode? root, SourceFiles files)
    {
        if (root is not JsonObject members)
        {
            throw NotOpenApi($"it holds {root.KindName()} where an object with 'openapi' or 'swagger' is due");
        }

        string? version = members.GetText("openapi") ?? members.GetText("swagger");
        if (version is null)
        {
            throw NotOpenApi(Guess(members));
        }

        bool isSwagger = IsVersion(version, '2');
        if (!isSwagger && !IsVersion(version, '3'))
        {
            throw NotOpenApi($"its version is '{version}', and 2.0, 3.0, 3.1 and 3.2 can be read");
        }

        return new Source(members, isSwagger, files);
    }

    private static bool IsVersion(string version, char major) =>
        version.Length > 0 && version[0] == major && (version.Length == 1 || version[1] == '.');

    private static MessageText Guess(JsonObject members)
    {
        if (members.ContainsKey("dependencies") && members.ContainsKey("components"))
        {
            return $"it is a Gradio app's /config, which does not describe its endpoints; take a snapshot that holds its /config and its /info";
        }

        return members.ContainsKey("detail")
            ? MessageText.Of($"it is an app's error message, saved in the document's place")
            : MessageText.Of($"it has neither 'openapi' nor 'swagger'; a FastAPI app serves its document at /openapi.json");
    }

    private static DocumentException NotOpenApi(MessageText message) => new(DiagnosticDescriptors.NotOpenApi.Id, message);
}
