using System.Text;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Brings bodies to UTF-8.</summary>
internal static class BodyEncoding
{
    /// <summary>Gets the <c>Content-Type</c> as it stands; empty: none.</summary>
    public static string MediaTypeOf(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : "";

    /// <summary>Decodes a body that is not UTF-8, and drops a byte order mark.</summary>
    public static void ToUtf8(HttpResponseMessage response, PooledBuffer body)
    {
        ReadOnlySpan<byte> bytes = body.WrittenSpan;
        if (bytes.StartsWith("\uFEFF"u8))
        {
            body.Consume(3);
            return;
        }

        if (EncodingOf(MediaTypeOf(response), bytes) is { } encoding)
        {
            string text = encoding.GetString(bytes).TrimStart('\uFEFF');
            body.Clear();
            body.Write(Encoding.UTF8.GetBytes(text));
        }
    }

    private static Encoding? EncodingOf(string mediaType, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode;
        }

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
            : Find(name.ToString());
    }

    // A charset that .NET does not know is taken for UTF-8, which nearly everything is.
    private static Encoding? Find(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
