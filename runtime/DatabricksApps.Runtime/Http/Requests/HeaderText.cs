using System.Buffers;
using System.Globalization;
using System.Text;

namespace DatabricksApps.Http;

/// <summary>Lets only text into a header that stays one header: visible ASCII, blanks and tabs.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> s_allowed = SearchValues.Create(
        "\t !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    // RFC 6750 §2.1: b64token.
    private static readonly SearchValues<char> s_token = SearchValues.Create(
        "-._~+/=0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Tells whether text can be a bearer token, so that it stays within its header.</summary>
    public static bool IsToken(ReadOnlySpan<char> value) => !value.IsEmpty && value.IndexOfAnyExcept(s_token) < 0;

    public static bool IsValid(ReadOnlySpan<char> value) => value.IndexOfAnyExcept(s_allowed) < 0;

    /// <summary>Throws unless a header can carry the value.</summary>
    /// <exception cref="ArgumentException">The value holds control or non-ASCII characters.</exception>
    public static void Check(string name, string value)
    {
        int position = value.AsSpan().IndexOfAnyExcept(s_allowed);
        if (position >= 0)
        {
            throw new ArgumentException(
                $"The value of the header '{name}' holds U+{(int)value[position]:X4} at position {position}. " +
                "A header carries ASCII text without line breaks only (RFC 9110 §5.5).",
                name);
        }
    }

    /// <summary>Adds a header that HTTP wants with the body, such as <c>Content-Language</c>.</summary>
    public static void AddToContent(HttpRequestMessage message, string name, string value)
    {
        message.Content ??= new ByteArrayContent([]);
        if (!message.Content.Headers.TryAddWithoutValidation(name, value))
        {
            throw new ArgumentException($"'{name}' is not a header that a request can carry.", name);
        }
    }

    /// <summary>Escapes what is not ASCII as JSON does, so that a header can carry it.</summary>
    public static string EscapeJson(string json)
    {
        if (IsValid(json))
        {
            return json;
        }

        StringBuilder result = new(json.Length + 16);
        foreach (char c in json)
        {
            if (c is >= ' ' and <= '~')
            {
                result.Append(c);
            }
            else
            {
                result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return result.ToString();
    }
}
