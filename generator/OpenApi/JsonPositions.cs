using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Finds JSON pointers in a JSON text.</summary>
internal sealed class JsonPositions : IPositions
{
    private readonly string _text;
    private PositionNode? _root;

    public JsonPositions(string text) => _text = text;

    public (int Offset, int Length) Find(string pointer)
    {
        if (pointer.Length == 0)
        {
            return (0, 0);
        }

        _root ??= Scan();
        PositionNode node = _root.FindNearest(pointer);
        return (node.Offset, node.Length);
    }

    private PositionNode Scan()
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(_text);
        Utf8JsonReader reader = new(utf8, JsonTreeReader.Options);
        OffsetMap offsets = new(utf8);
        PositionNode? root = null;
        Stack<PositionNode> open = new();
        string? key = null;
        int keyOffset = 0;
        int keyLength = 0;
        while (reader.Read())
        {
            int offset = offsets.Map((int)reader.TokenStartIndex);
            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                key = reader.GetString();
                keyOffset = offset;
                keyLength = offsets.Map((int)reader.BytesConsumed) - offset;
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open.Pop();
                continue;
            }

            bool opens = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            PositionNode node = key is null
                ? new PositionNode(offset, opens ? 1 : offsets.Map((int)reader.BytesConsumed) - offset)
                : new PositionNode(keyOffset, keyLength);
            if (open.Count > 0)
            {
                PositionNode parent = open.Peek();
                parent.Add(key ?? parent.Count.ToString(CultureInfo.InvariantCulture), node);
            }

            root ??= node;
            key = null;
            if (opens)
            {
                open.Push(node);
            }
        }

        return root ?? new PositionNode(0, 0);
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
