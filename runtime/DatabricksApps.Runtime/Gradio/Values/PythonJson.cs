using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Gradio;

/// <summary>Reads JSON as Python writes it: with bare <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>, which become null.</summary>
internal static class PythonJson
{
    private static readonly string[] s_words = ["-Infinity", "Infinity", "NaN"];

    /// <summary>Parses a text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonElement Parse(string text)
    {
        try
        {
            return Read(text);
        }
        catch (JsonException) when (Repair(text) is { } repaired)
        {
            return Read(repaired);
        }
    }

    /// <summary>Repairs a message of a stream.</summary>
    /// <returns>The text with its bare words replaced; null: it has none.</returns>
    public static ReadOnlySequence<byte>? Repair(in ReadOnlySequence<byte> text) =>
        Repair(Encoding.UTF8.GetString(text)) is { } repaired ? new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(repaired)) : null;

    /// <summary>Gets JSON whose strings are text: nearly always as it is.</summary>
    public static ReadOnlySequence<byte> Mended(in ReadOnlySequence<byte> json)
    {
        if (!json.IsSingleSegment && !MayHoldSurrogates(json))
        {
            return json;
        }

        ReadOnlyMemory<byte> whole = json.IsSingleSegment ? json.First : json.ToArray();
        if (Utf8.IsValid(whole.Span) && whole.Span.IndexOf(Surrogate) < 0 && whole.Span.IndexOf(UpperSurrogate) < 0)
        {
            return json;
        }

        Utf8JsonReader reader = new(whole.Span, new JsonReaderOptions { MaxDepth = JsonLimits.MaxDepth });
        reader.Read();
        using PooledBuffer mended = LenientText.MendedText(reader);
        return new ReadOnlySequence<byte>(mended.WrittenSpan.ToArray());
    }

    private static ReadOnlySpan<byte> Surrogate => "\\ud"u8;

    private static ReadOnlySpan<byte> UpperSurrogate => "\\uD"u8;

    // An escape can lie across two pieces.
    private static bool MayHoldSurrogates(in ReadOnlySequence<byte> json)
    {
        foreach (ReadOnlyMemory<byte> piece in json)
        {
            ReadOnlySpan<byte> bytes = piece.Span;
            if (bytes.IndexOf(Surrogate) >= 0 || bytes.IndexOf(UpperSurrogate) >= 0 || bytes[^Math.Min(2, bytes.Length)..].Contains((byte)'\\'))
            {
                return true;
            }
        }

        return false;
    }

    private static JsonElement Read(string text) => LenientText.Parse(Encoding.UTF8.GetBytes(text), JsonLimits.MaxDepth);

    private static string? Repair(string text)
    {
        StringBuilder? result = null;
        bool isString = false;
        int copied = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (isString)
            {
                isString = text[i] != '"';
                i += text[i] == '\\' ? 1 : 0;
            }
            else if (text[i] == '"')
            {
                isString = true;
            }
            else if (Array.Find(s_words, word => string.CompareOrdinal(text, i, word, 0, word.Length) == 0) is { } found)
            {
                (result ??= new StringBuilder(text.Length)).Append(text, copied, i - copied).Append("null");
                i += found.Length - 1;
                copied = i + 1;
            }
        }

        return result?.Append(text, copied, text.Length - copied).ToString();
    }
}
