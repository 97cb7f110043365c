using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DatabricksApps.EndToEnd.Tests.Servers;

/// <summary>JSON with line breaks, in the order in which it came.</summary>
internal static class Indented
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(string json) => JsonNode.Parse(json)!.ToJsonString(s_options) + "\n";
}
