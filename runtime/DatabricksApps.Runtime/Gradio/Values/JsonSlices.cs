using System.Buffers;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>Takes JSON apart without reading what is in its parts.</summary>
internal static class JsonSlices
{
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = Http.JsonLimits.MaxDepth };

    public static ReadOnlySequence<byte> Null { get; } = new("null"u8.ToArray());

    public static Utf8JsonReader ReaderOf(in ReadOnlySequence<byte> json) =>
        json.IsSingleSegment ? new Utf8JsonReader(json.FirstSpan, s_options) : new Utf8JsonReader(json, s_options);

    /// <summary>Gets the kind of a value by its first byte: a string may be long.</summary>
    public static JsonTokenType KindOf(in ReadOnlySequence<byte> json)
    {
        SequenceReader<byte> reader = new(json);
        reader.TryPeek(out byte first);
        return (char)first switch
        {
            '{' => JsonTokenType.StartObject,
            '[' => JsonTokenType.StartArray,
            '"' => JsonTokenType.String,
            't' => JsonTokenType.True,
            'f' => JsonTokenType.False,
            'n' => JsonTokenType.Null,
            _ => JsonTokenType.Number,
        };
    }

    /// <summary>Gets the items of an array; of another value none.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static List<ReadOnlySequence<byte>> Items(in ReadOnlySequence<byte> json)
    {
        List<ReadOnlySequence<byte>> items = [];
        Utf8JsonReader reader = ReaderOf(json);
        if (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                items.Add(Value(json, ref reader));
            }
        }

        return items;
    }

    /// <summary>Gets the members of an object; of another value none.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static List<KeyValuePair<string, ReadOnlySequence<byte>>> Members(in ReadOnlySequence<byte> json)
    {
        List<KeyValuePair<string, ReadOnlySequence<byte>>> members = [];
        Utf8JsonReader reader = ReaderOf(json);
        if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = LenientText.Read(reader);
                reader.Read();
                members.Add(new(name, Value(json, ref reader)));
            }

            // Throws if something follows.
            reader.Read();
        }

        return members;
    }

    /// <summary>Gets a member of an object, the last of its name.</summary>
    public static ReadOnlySequence<byte>? Member(in ReadOnlySequence<byte> json, string name)
    {
        ReadOnlySequence<byte>? found = null;
        foreach (KeyValuePair<string, ReadOnlySequence<byte>> member in Members(json))
        {
            found = member.Key == name ? member.Value : found;
        }

        return found;
    }

    /// <summary>Gets the text of a string; null: it is none.</summary>
    public static string? Text(in ReadOnlySequence<byte> json)
    {
        Utf8JsonReader reader = ReaderOf(json);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? LenientText.Read(reader) : null;
    }

    private static ReadOnlySequence<byte> Value(in ReadOnlySequence<byte> json, ref Utf8JsonReader reader)
    {
        long start = reader.TokenStartIndex;
        reader.Skip();
        return json.Slice(start, reader.BytesConsumed - start);
    }
}
