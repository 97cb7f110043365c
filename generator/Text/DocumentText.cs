using System;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.Text;

/// <summary>Turns a file's text into nodes, and tells what is none.</summary>
internal static class DocumentText
{
    /// <summary>Reads a file, which need be no document.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="name">What stands before <c>#</c> in pointers into the file; empty for the document.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static (JsonNode? Root, IPositions Positions) Parse(
        string path, string text, string name, Findings findings, CancellationToken cancellationToken)
    {
        if (text.Length > DocumentLimits.Length)
        {
            throw DocumentException.TooLarge(
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
            throw DocumentException.NotOpenApi($"the file is empty");
        }

        if (body[start] == '<')
        {
            throw DocumentException.NotOpenApi(
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
            throw exception.At(exception.Offset + mark);
        }
    }

    /// <summary>
    /// The content decides: an object in braces is JSON under any name (YAML's flow style is rare, and this one error
    /// message is better). Else YAML, unless the name promises JSON.
    /// </summary>
    private static bool IsJson(string path, char first) =>
        first is '{' or '[' || (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && first is '"' or '/');
}
