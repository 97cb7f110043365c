using System.Text;
using System.Text.Json;

namespace DatabricksApps.Gen.Text;

/// <summary>Finds JSON pointers in a JSON text.</summary>
internal sealed class JsonPositions : TextPositions
{
    public JsonPositions(string text, int start)
        : base(text, start)
    {
    }

    protected override void Scan(PositionBuilder positions)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(Text);
        Utf8JsonReader reader = new(utf8, JsonTreeReader.Options);
        OffsetMap offsets = new(utf8);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                positions.Close();
                continue;
            }

            int offset = offsets.Map((int)reader.TokenStartIndex);
            int length = offsets.Map((int)reader.BytesConsumed) - offset;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    // The token ends after the colon.
                    positions.Key(reader.GetString()!, offset, Text.LastIndexOf('"', offset + length - 1) + 1 - offset);
                    break;
                case JsonTokenType.StartObject:
                case JsonTokenType.StartArray:
                    if (!positions.Open(reader.TokenType == JsonTokenType.StartObject, offset, length))
                    {
                        reader.Skip();
                        positions.Close();
                    }

                    break;
                default:
                    positions.Add(offset, length);
                    break;
            }
        }
    }

    /// <summary>Maps places in the UTF-8 form, asked for in order, to places in the text.</summary>
    private sealed class OffsetMap
    {
        private readonly byte[] _utf8;
        private int _index;
        private int _offset;

        public OffsetMap(byte[] utf8) => _utf8 = utf8;

        public int Map(int index)
        {
            _offset += Encoding.UTF8.GetCharCount(_utf8, _index, index - _index);
            _index = index;
            return _offset;
        }
    }
}
