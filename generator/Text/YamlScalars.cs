using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SharpYaml;
using SharpYaml.Events;

namespace DatabricksApps.Gen.Text;

/// <summary>Reads YAML scalars by YAML 1.2's core schema, as far as JSON has the value.</summary>
/// <remarks>
/// A number keeps its spelling. What JSON cannot spell as a number (<c>007</c>, <c>0x1F</c>, <c>.inf</c>) stays a
/// string: in OpenAPI documents such texts are examples and defaults of strings.
/// </remarks>
internal static class YamlScalars
{
    private const string StringTag = "tag:yaml.org,2002:str";

    public static JsonNode? Read(Scalar scalar)
    {
        string text = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain || scalar.Tag == StringTag)
        {
            return JsonValue.Create(text);
        }

        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE":
                return JsonValue.Create(true);
            case "false" or "False" or "FALSE":
                return JsonValue.Create(false);
        }

        return IsNumber(text) ? Number(text) : JsonValue.Create(text);
    }

    private static JsonNode? Number(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
        {
            return JsonValue.Create(integer);
        }

        using JsonDocument document = JsonDocument.Parse(text);
        return JsonValue.Create(document.RootElement.Clone());
    }

    /// <summary>Tells whether a text is a number by JSON's grammar (RFC 8259, 6).</summary>
    private static bool IsNumber(string text)
    {
        int i = text[0] == '-' ? 1 : 0;
        int digits = Digits(text, ref i);
        if (digits == 0 || (digits > 1 && text[i - digits] == '0'))
        {
            return false;
        }

        if (i < text.Length && text[i] == '.')
        {
            i++;
            if (Digits(text, ref i) == 0)
            {
                return false;
            }
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            if (i < text.Length && text[i] is '+' or '-')
            {
                i++;
            }

            if (Digits(text, ref i) == 0)
            {
                return false;
            }
        }

        return i == text.Length;
    }

    private static int Digits(string text, ref int i)
    {
        int start = i;
        while (i < text.Length && text[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i - start;
    }
}
