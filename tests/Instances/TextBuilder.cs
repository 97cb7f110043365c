using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DatabricksApps.Instances;

/// <summary>Builds strings of a schema's format, pattern and length.</summary>
internal sealed class TextBuilder(Choices choices)
{
    private static readonly string[] s_plain = ["some text", "\"quoted\" \\ / \u00e9 \ud83d\ude00 \u2028", "", "a+b&c=d;e,f|g%20#?", " \t\r\n "];

    public string Build(SchemaParts parts)
    {
        int variant = choices.Variant;
        string? format = SchemaText.Text(parts.Find("format")) ?? SchemaText.Text(parts.Find("contentEncoding"));
        int least = (int)(parts.Highest("minLength") ?? 0);
        int most = (int)Math.Min(parts.Lowest("maxLength") ?? int.MaxValue, int.MaxValue);
        string? pattern = parts.FindAll("pattern").Select(SchemaText.Text).FirstOrDefault(text => text is not null);
        if (format is null && pattern is null && SchemaText.Text(parts.Find("contentMediaType")) == "application/json")
        {
            return """{"a":[1,"b"]}""";
        }

        string[] ofFormat = [.. OfFormat(format).Where(text => Fits(text, pattern, least, most))];
        if (ofFormat.Length > 0)
        {
            return ofFormat[variant % ofFormat.Length];
        }

        return pattern is null
            ? Sized(s_plain[variant % s_plain.Length], least, most)
            : Known(pattern, variant)
                ?? PatternText.Generate(pattern, variant, least, most)
                ?? Example(parts, pattern)
                ?? Sized("some text", least, most);
    }

    // Pydantic's Decimal, within what a decimal holds.
    private static string? Known(string pattern, int variant) =>
        pattern.Contains(@"\d*\.?\d*", StringComparison.Ordinal) || pattern.StartsWith("^(?!^[-+.]*$)", StringComparison.Ordinal)
            ? new[] { "12.50", "-0.001", "1234.5", "0" }.Skip(variant % 4).FirstOrDefault(text => Fits(text, pattern, 0, int.MaxValue)) ?? "0"
            : null;

    private static string? Example(SchemaParts parts, string pattern) =>
        parts.FindAll("example").Concat(parts.FindAll("default")).Concat(parts.FindAll("examples").OfType<JsonArray>().SelectMany(examples => examples))
            .Select(SchemaText.Text)
            .FirstOrDefault(text => text is not null && Fits(text, pattern, 0, int.MaxValue));

    private static bool Fits(string text, string? pattern, int least, int most)
    {
        try
        {
            return text.Length >= least && text.Length <= most
                && (pattern is null || Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromMilliseconds(200)));
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static string Sized(string text, int least, int most)
    {
        // A length counts characters, not the two halves that .NET has of some.
        while (text.EnumerateRunes().Count() < least && text.Length < 100_000)
        {
            int missing = least - text.EnumerateRunes().Count();
            text += text.Length == 0 ? "x" : string.Concat(text.EnumerateRunes().Take(missing).Select(rune => rune.ToString()));
        }

        if (text.EnumerateRunes().Count() <= most)
        {
            return text;
        }

        return "abcdefghijklmnopqrstuvwxyz"[..Math.Min(26, most)].PadRight(Math.Min(least, most), 'x');
    }

    private static string[] OfFormat(string? format) => format switch
    {
        "date-time" => ["2024-05-06T07:08:09Z", "2024-05-06T07:08:09.123456+02:00", "2024-05-06T07:08:09", "1969-12-31T23:59:59.9999999Z"],
        "date" => ["2024-02-29", "1999-12-31"],
        "time" => ["07:08:09", "23:59:59.123456"],
        "duration" => ["P1DT2H3M4S", "P1DT2H3M4.5S", "PT0S", "-P3D", "P2W"],
        "uuid" or "uuid1" or "uuid3" or "uuid4" or "uuid5" => ["123e4567-e89b-42d3-a456-426614174000", "00000000-0000-0000-0000-000000000000"],
        "uri" or "url" or "uri-reference" or "iri" => ["https://example.com/a%20b?q=1#f", "http://user@host:8080/", "urn:a:b"],
        "byte" or "base64" => ["AAEC/+8=", "", "AA=="],
        "base64url" => ["AAEC_-8=", "", "AA=="],
        "email" or "idn-email" => ["someone@example.com", "a.b+c@example.org"],
        "ipv4" or "ipvanyaddress" => ["192.0.2.1", "203.0.113.255"],
        "ipv6" => ["2001:db8::1"],
        "hostname" or "idn-hostname" => ["example.com"],
        "json-pointer" => ["/a/0"],
        "regex" => ["^a+$"],
        "int64" or "int32" or "uint64" or "google-fieldmask" => ["42", "7"],
        "decimal" => ["12.50", "-0.001", "7"],
        _ => [],
    };
}
