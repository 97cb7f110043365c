using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>UUIDs; read in every form that <see cref="Guid.Parse(string)"/> and RFC 9562's <c>urn:uuid:</c> know.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidJson : IJson<Guid>
{
    /// <inheritdoc/>
    public static Guid Read(ref Utf8JsonReader reader) =>
        TryRead(reader, out Guid value) ? value : throw JsonFault.Expected(reader, "a UUID");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => TryRead(reader, out Guid value) ? ScalarFit.Of<Guid, GuidJson>(reader, value) : JsonFit.None;

    private static bool TryRead(in Utf8JsonReader reader, out Guid value)
    {
        const string Urn = "urn:uuid:";
        value = default;
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        if (reader.TryGetGuid(out value))
        {
            return true;
        }

        ReadOnlySpan<char> text = LenientText.Read(reader);
        return Guid.TryParse(text.StartsWith(Urn, StringComparison.OrdinalIgnoreCase) ? text[Urn.Length..] : text, out value);
    }
}

/// <summary>URIs, absolute or relative; written as they were given, but for what has to be escaped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UriJson : IJson<Uri>
{
    /// <inheritdoc/>
    public static Uri Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && Uri.TryCreate(reader.GetString(), UriKind.RelativeOrAbsolute, out Uri? value)
            ? value
            : Leniency.IsNull(reader) ? null!
            : throw JsonFault.Expected(reader, "a URI");

    /// <summary>Reads a value or null.</summary>
    /// <exception cref="JsonException">The JSON is neither.</exception>
    public static Uri? ReadOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Uri value) => writer.WriteStringValue(value is null ? null : UriText.Of(value));

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && Uri.TryCreate(LenientText.Read(reader), UriKind.Absolute, out Uri? value)
            ? ScalarFit.Of<Uri, UriJson>(reader, value)
            : JsonFit.None;
}

/// <summary>Bytes as base64; the URL-safe alphabet and missing padding are read too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BytesJson : IJson<byte[]>
{
    /// <inheritdoc/>
    public static byte[] Read(ref Utf8JsonReader reader) =>
        TryRead(reader, out byte[]? value) ? value!
        : Leniency.IsNull(reader) ? null!
        : throw JsonFault.Expected(reader, "base64");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, byte[] value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteBase64StringValue(value);
        }
    }

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => ScalarFit.Bytes(reader, TryRead(reader, out byte[]? value) ? value : null);

    private static bool TryRead(in Utf8JsonReader reader, out byte[]? value)
    {
        value = null;
        return reader.TokenType == JsonTokenType.String
            && (reader.TryGetBytesFromBase64(out value) || TryReadUrlSafe(LenientText.Read(reader), out value));
    }

    private static bool TryReadUrlSafe(string text, out byte[]? value)
    {
        string standard = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        standard = standard.PadRight((standard.Length + 3) / 4 * 4, '=');
        byte[] buffer = new byte[standard.Length / 4 * 3];
        bool isBase64 = Convert.TryFromBase64String(standard, buffer, out int length);
        value = isBase64 ? buffer[..length] : null;
        return isBase64;
    }
}

/// <summary>Any JSON; strings in it that are no text hold U+FFFD in its place.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AnyJson : IJson<JsonElement>
{
    /// <inheritdoc/>
    public static JsonElement Read(ref Utf8JsonReader reader) => LenientText.ReadAny(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) => JsonFit.Any;
}
