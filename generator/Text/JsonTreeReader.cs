using System;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.Text;

/// <summary>Reads JSON text into nodes.</summary>
/// <remarks>
/// <c>JsonNode.Parse</c> is not used: it throws on duplicate keys, late and without a place, and names no cause when
/// the nesting is too deep. Comments and trailing commas are accepted.
/// </remarks>
internal sealed class JsonTreeReader
{
    private readonly TreeBuilder _tree;
    private readonly TextTable _texts = new();
    private readonly CancellationToken _cancellationToken;

    public static JsonReaderOptions Options => new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = int.MaxValue,
    };

    private JsonTreeReader(string prefix, Findings findings, CancellationToken cancellationToken)
    {
        _tree = new TreeBuilder(prefix, findings);
        _cancellationToken = cancellationToken;
    }

    public static JsonNode? Read(string text, string prefix, Findings findings, CancellationToken cancellationToken)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Utf8JsonReader reader = new(utf8, Options);

        JsonTreeReader tree = new(prefix, findings, cancellationToken);
        try
        {
            return tree.Read(ref reader);
        }
        catch (JsonException exception)
        {
            throw Unreadable(exception, utf8);
        }
        catch (InvalidOperationException exception)
        {
            // GetString: an escape such as \ud800 that is half a character.
            throw DocumentException.Unreadable(
                $"{exception.Message}", Offset(utf8, (int)reader.TokenStartIndex));
        }
        catch (DocumentException exception)
        {
            throw exception.At(Offset(utf8, (int)reader.TokenStartIndex));
        }
    }

    private JsonNode? Read(ref Utf8JsonReader reader)
    {
        int count = 0;
        while (reader.Read())
        {
            if ((++count & 0xFFF) == 0)
            {
                _cancellationToken.ThrowIfCancellationRequested();
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    _tree.Key(_texts.Read(ref reader));
                    break;
                case JsonTokenType.StartObject:
                    _tree.Open(new JsonObject());
                    break;
                case JsonTokenType.StartArray:
                    _tree.Open(new JsonArray());
                    break;
                case JsonTokenType.EndObject:
                case JsonTokenType.EndArray:
                    _tree.Close();
                    break;
                case JsonTokenType.String:
                    _tree.Add(JsonValue.Create(_texts.Read(ref reader)));
                    break;
                case JsonTokenType.Number:
                    _tree.Add(Number(ref reader));
                    break;
                case JsonTokenType.True:
                    _tree.Add(JsonValue.Create(true));
                    break;
                case JsonTokenType.False:
                    _tree.Add(JsonValue.Create(false));
                    break;
                case JsonTokenType.Null:
                    _tree.Add(null);
                    break;
            }
        }

        return _tree.Root;
    }

    /// <summary>Reads a number; what is no <see cref="long"/> keeps its spelling.</summary>
    private static JsonValue? Number(ref Utf8JsonReader reader) =>
        reader.TryGetInt64(out long value)
            ? JsonValue.Create(value)
            : JsonValue.Create(JsonElement.ParseValue(ref reader));

    private static DocumentException Unreadable(JsonException exception, byte[] utf8)
    {
        int line = (int)(exception.LineNumber ?? 0);
        int start = 0;
        for (int i = 0; i < line; i++)
        {
            start = Array.IndexOf(utf8, (byte)'\n', start) + 1;
        }

        int offset = Offset(utf8, Math.Min(utf8.Length, start + (int)(exception.BytePositionInLine ?? 0)));
        int column = offset - Offset(utf8, start);

        // The message of the exception ends in its own zero-based place.
        string message = exception.Message;
        int place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        message = place < 0 ? message : message.Substring(0, place);
        return DocumentException.Unreadable(
            $"line {line + 1}, column {column + 1}: {message}", offset);
    }

    /// <summary>Maps a place in the UTF-8 form to one in the text.</summary>
    private static int Offset(byte[] utf8, int index) => Encoding.UTF8.GetCharCount(utf8, 0, index);
}
