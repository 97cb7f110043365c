using System.Text;
using System.Text.Json;
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
