using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.Tests.RoundTrip;

/// <summary>Builds strings, numbers and Booleans as a schema's format and bounds allow them.</summary>
internal sealed class ScalarBuilder(int variant)
{
    public JsonNode Build(string type, JsonObject keywords) => type switch
    {
        "integer" => JsonNode.Parse(Bounded(keywords, 7 + variant, step: 1).ToString("0"))!,
        "number" => JsonNode.Parse(Bounded(keywords, 1.5 + variant, step: 0.25).ToString("R"))!,
        "boolean" => JsonValue.Create(variant % 2 == 0),
        _ => JsonValue.Create(Text(keywords)),
    };

    private string Text(JsonObject keywords)
    {
        string? pattern = (keywords["pattern"] as JsonValue)?.ToString();
        string? encoding = (keywords["contentEncoding"] as JsonValue)?.ToString();
        string format = (keywords["format"] as JsonValue)?.ToString() ?? encoding ?? "";
        return format switch
        {
            "date-time" => Of("2024-05-06T07:08:09Z", "2024-05-06T07:08:09.123456+02:00", "2024-05-06T07:08:09"),
            "date" => Of("2024-02-29", "1999-12-31"),
            "time" => Of("07:08:09", "23:59:59.123456"),
            "duration" => Of("P1DT2H3M4.5S", "PT0S", "-P3D"),
            "uuid" or "uuid4" => Of("123e4567-e89b-12d3-a456-426614174000", "00000000-0000-0000-0000-000000000000"),
            "uri" or "url" => Of("https://example.com/a%20b?q=1#f", "http://user@host:8080/"),
            "byte" or "base64" => Of("AAEC/+8=", ""),
            "base64url" => Of("AAEC_-8=", ""),
            _ when pattern is not null && pattern.Contains(@"\d*\.?\d*", StringComparison.Ordinal) => Of("12.50", "-0.001", "123456789012345678.9"),
            _ => Of("some text", "\"quoted\" \\ / \u00e9 \ud83d\ude00 \u2028", ""),
        };
    }

    private static double Bounded(JsonObject keywords, double wanted, double step)
    {
        double least = Bound(keywords, "minimum") ?? double.MinValue;
        double most = Bound(keywords, "maximum") ?? double.MaxValue;
        least = Math.Max(least, Bound(keywords, "exclusiveMinimum") + step ?? double.MinValue);
        most = Math.Min(most, Bound(keywords, "exclusiveMaximum") - step ?? double.MaxValue);
        return Math.Max(least, Math.Min(most, wanted));
    }

    private static double? Bound(JsonObject keywords, string name) =>
        keywords[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) : null;

    private string Of(params string[] values) => values[variant % values.Length];
}
