using System;
using System.Text.Json;

namespace DatabricksApps.Gen.Text;

/// <summary>Reads texts of JSON; short ones, which are mostly keywords and stand there thousands of times, are made once.</summary>
/// <remarks>A slot holds the last text of its hash, so that the memory is bounded.</remarks>
internal sealed class TextTable
{
    private const int Slots = 4096;
    private const int Longest = 32;

    private readonly string?[] _texts = new string?[Slots];

    /// <summary>Gets the text that the reader stands on: a property name or a string.</summary>
    public string Read(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped || reader.HasValueSequence || reader.ValueSpan.Length > Longest)
        {
            return reader.GetString()!;
        }

        ref string? text = ref _texts[Hash(reader.ValueSpan) % Slots];
        if (text is null || !reader.ValueTextEquals(text))
        {
            text = reader.GetString()!;
        }

        return text;
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        uint hash = 2166136261;
        foreach (byte b in utf8)
        {
            hash = (hash ^ b) * 16777619;
        }

        return hash;
    }
}
