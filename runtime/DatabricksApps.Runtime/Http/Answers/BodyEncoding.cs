using System.Text;
using System.Text.Unicode;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Brings bodies to UTF-8.</summary>
internal static class BodyEncoding
{
    /// <summary>Gets the <c>Content-Type</c> as it stands; empty: none.</summary>
    public static string MediaTypeOf(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : "";

    /// <summary>Decodes a body that is not UTF-8, and drops a byte order mark.</summary>
    /// <returns>The charset that the body is declared to have, if it is none that .NET knows and the body is no UTF-8; else null.</returns>
    public static string? ToUtf8(HttpResponseMessage response, PooledBuffer body)
    {
        ReadOnlySpan<byte> bytes = body.WrittenSpan;
        if (bytes.StartsWith("\uFEFF"u8))
        {
            body.Consume(3);
            return null;
        }

        string? charset = CharsetOf(MediaTypeOf(response));
        Encoding? encoding = EncodingOfMark(bytes) ?? (charset is null ? null : Find(charset));
        if (encoding is not null)
        {
            string text = encoding.GetString(bytes).TrimStart('\uFEFF');
            body.Clear();
            body.Write(Encoding.UTF8.GetBytes(text));
            return null;
        }

        // Nearly everything is UTF-8, whatever it says of itself.
        return Utf8.IsValid(bytes) ? null : charset;
    }

    /// <summary>Makes a stream of lines read as UTF-8.</summary>
    public static Stream ToUtf8(HttpResponseMessage response, Stream body) =>
        CharsetOf(MediaTypeOf(response)) is { } charset && Find(charset) is { } encoding
            ? Encoding.CreateTranscodingStream(body, encoding, Encoding.UTF8)
            : body;

    /// <summary>Gets the charset that an answer is declared to have and .NET does not know; null: it is known, or none is declared.</summary>
    public static string? UnknownCharsetOf(HttpResponseMessage response) =>
        CharsetOf(MediaTypeOf(response)) is { } charset && Find(charset) is null ? charset : null;

    private static Encoding? EncodingOfMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : null;

    // Null: UTF-8, or none is declared.
    private static string? CharsetOf(string mediaType)
    {
        if (mediaType == MediaTypes.Json)
        {
            return null;
        }

        int start = mediaType.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        ReadOnlySpan<char> name = mediaType.AsSpan(start + "charset=".Length);
        int end = name.IndexOf(';');
        name = (end < 0 ? name : name[..end]).Trim().Trim('"');
        return name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase)
            ? null
            : name.ToString();
    }

    private static Encoding? Find(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
