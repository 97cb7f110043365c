using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>A JSON value of a document, JSON null included.</summary>
internal sealed class ApiValue
{
    private static readonly JsonSerializerOptions s_readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // Without it the limit is 64, which a document may exceed.
        MaxDepth = DocumentLimits.Depth + 1,
    };

    private int? _length;

    public static ApiValue Null { get; } = new(null);

    public ApiValue(JsonNode? node) => Node = node;

    /// <summary>Gets the value; null is JSON null.</summary>
    public JsonNode? Node { get; }

    /// <summary>Gets the value as compact JSON, for people too: only what JSON must escape is escaped.</summary>
    public string Json => Node?.ToJsonString(s_readable) ?? "null";

    /// <summary>Gets the length of <see cref="Json"/>, which many schemas may ask for that inherit the value.</summary>
    public int Length => _length ??= Json.Length;
}
