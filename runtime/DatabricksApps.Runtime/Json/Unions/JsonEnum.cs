using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DatabricksApps.Gradio;

namespace DatabricksApps.Generated;

/// <summary>The named values of an open enum of strings.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonEnum
{
    private readonly string[] _values;
    private readonly byte[][] _utf8;

    /// <summary>Makes the table.</summary>
    /// <param name="values">The values on the wire.</param>
    public JsonEnum(params string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = values;
        _utf8 = Array.ConvertAll(values, Encoding.UTF8.GetBytes);
    }

    /// <summary>Reads a value; a named one gives the string of the table, so that it is not allocated.</summary>
    /// <exception cref="JsonException">The JSON is no string.</exception>
    public string Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.HasValueSequence && !reader.ValueIsEscaped)
        {
            ReadOnlySpan<byte> text = reader.ValueSpan;
            for (int i = 0; i < _utf8.Length; i++)
            {
                if (text.SequenceEqual(_utf8[i]))
                {
                    return _values[i];
                }
            }
        }

        // The choices of a Gradio component are what the function says, whatever the schema says of them.
        return reader.TokenType is JsonTokenType.String or JsonTokenType.Null || GradioScope.Current is null || Leniency.IsOff
            ? StringJson.Read(ref reader)
            : AnyJson.Read(ref reader).GetRawText();
    }

    /// <summary>Returns the value's line in the table, from 1; 0: it is not there.</summary>
    public int Find(string? value) => Array.IndexOf(_values, value) + 1;

    /// <summary>Tells how well a value fits.</summary>
    /// <param name="reader">A copy of the reader, which stands on the value's first token.</param>
    public int Fit(Utf8JsonReader reader) => reader.TokenType != JsonTokenType.String ? JsonFit.None
        : Find(LenientText.Read(reader)) > 0 ? JsonFit.OfName
        : JsonFit.Any + 1;
}

/// <summary>The named values of an open enum of integers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonIntegerEnum
{
    private readonly long[] _values;

    /// <summary>Makes the table.</summary>
    /// <param name="values">The values on the wire.</param>
    public JsonIntegerEnum(params long[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = values;
    }

    /// <summary>Returns the value's line in the table, from 1; 0: it is not there.</summary>
    public int Find(long value) => Array.IndexOf(_values, value) + 1;

    /// <summary>Tells how well a value fits.</summary>
    /// <param name="reader">A copy of the reader, which stands on the value's first token.</param>
    public int Fit(Utf8JsonReader reader) => Int64Json.Fit(reader) < JsonFit.Kind ? JsonFit.None
        : Find(Int64Json.Read(ref reader)) > 0 ? JsonFit.OfName
        : JsonFit.Any + 1;
}

/// <summary>The named values of an open enum of mixed scalars, as JSON text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonMixedEnum
{
    // What the app sends may lie deeper than the 64 levels of .NET's defaults.
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = Http.JsonLimits.MaxWrittenDepth };

    private readonly string[] _values;

    /// <summary>Makes the table.</summary>
    /// <param name="values">The values as JSON text.</param>
    public JsonMixedEnum(params string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = Array.ConvertAll(values, Normalize);
    }

    /// <summary>Gets the JSON of what is given as JSON or as a plain text: <c>three</c> is the string, and <c>1</c> the number unless a named value is that string.</summary>
    public string Spell(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        string text = $"\"{JsonEncodedText.Encode(value)}\"";
        return IsJson(value) && (Find(value) > 0 || Array.IndexOf(_values, text) < 0) ? value : text;
    }

    /// <summary>Gets the JSON of a number.</summary>
    public static string Spell(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gets the JSON of a number; of one that is none null.</summary>
    public static string Spell(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "null";

    /// <summary>Reads any JSON as text.</summary>
    public static string Read(ref Utf8JsonReader reader) => AnyJson.Read(ref reader).GetRawText();

    /// <summary>Writes JSON text.</summary>
    public static void Write(Utf8JsonWriter writer, string? json)
    {
        ArgumentNullException.ThrowIfNull(writer);
        json ??= "null";

        // Checked here: the writer's own check stops at a depth of 64.
        JsonDocument.Parse(json, s_options).Dispose();
        writer.WriteRawValue(json, skipInputValidation: true);
    }

    /// <summary>Returns the value's line in the table, from 1; 0: it is not there.</summary>
    public int Find(string? json) => Array.IndexOf(_values, Normalize(json ?? "null")) + 1;

    /// <summary>Tells how well a value fits.</summary>
    /// <param name="reader">A copy of the reader, which stands on the value's first token.</param>
    public int Fit(Utf8JsonReader reader) => Find(Read(ref reader)) > 0 ? JsonFit.OfName : JsonFit.Any;

    private static bool IsJson(string value)
    {
        try
        {
            JsonDocument.Parse(value, s_options).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // One spelling a string: servers differ in what they escape.
    private static string Normalize(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json, s_options);
        return document.RootElement.ValueKind == JsonValueKind.String
            ? $"\"{JsonEncodedText.Encode(document.RootElement.GetString()!)}\""
            : document.RootElement.GetRawText();
    }
}
