using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.Recovery;

/// <summary>Reads what can still be read of JSON that no parser takes: the members that are whole.</summary>
/// <remarks>
/// Where brackets do not match, indentation tells which one is missing or too many; where they do, it says nothing, since nobody
/// has to indent.
/// </remarks>
internal sealed class BrokenJson
{
    private readonly IReadOnlyList<JsonToken> _tokens;
    private readonly bool _isIndented;
    private readonly List<Container> _open = new();
    private bool _bracketsMatch = true;
    private bool _closesRoot;
    private int _position;

    private BrokenJson(IReadOnlyList<JsonToken> tokens, bool isIndented)
    {
        _tokens = tokens;
        _isIndented = isIndented;
    }

    /// <summary>Reads the object that the text is; null: it is none, or it is nested too deep.</summary>
    public static JsonObject? Read(string text, CancellationToken cancellationToken)
    {
        IReadOnlyList<JsonToken> tokens = BrokenJsonTokens.Of(text);
        cancellationToken.ThrowIfCancellationRequested();
        BrokenJson plain = new(tokens, isIndented: false);
        JsonObject? root = plain.Read();
        return plain._bracketsMatch || root is null ? root : new BrokenJson(tokens, isIndented: true).Read();
    }

    private JsonToken Current => _tokens[_position];

    private Container Top => _open[_open.Count - 1];

    private JsonObject? Read()
    {
        if (Current.Kind != JsonTokenKind.OpenObject)
        {
            return null;
        }

        JsonObject root = new();
        _open.Add(new Container(root, Current.LineIndent));
        for (_position++; Current.Kind != JsonTokenKind.End && _open.Count <= DocumentLimits.Depth;)
        {
            CloseByIndentation();
            if (Current.IsClose)
            {
                Close();
            }
            else if (Top.Node is JsonObject)
            {
                ReadMember();
            }
            else
            {
                ReadItem();
            }
        }

        _bracketsMatch &= _open.Count == 1 && _closesRoot;
        return _open.Count > DocumentLimits.Depth ? null : root;
    }

    // What begins a line left of what a container holds is no part of it.
    private void CloseByIndentation()
    {
        while (_isIndented && Current.IsFirst && _open.Count > 1
            && (Current.IsClose ? Current.LineIndent < Top.Indent : Current.LineIndent <= Top.Indent))
        {
            Pop();
        }
    }

    private void Close()
    {
        bool isObject = Current.Kind == JsonTokenKind.CloseObject;
        bool isTooMany = _isIndented && Current.IsFirst && Current.LineIndent > Top.Indent;
        int match = _open.FindLastIndex(container => container.Node is JsonObject == isObject);
        _position++;
        if (match == 0 && Current.Kind == JsonTokenKind.End)
        {
            _bracketsMatch &= _open.Count == 1;
            _open.RemoveRange(1, _open.Count - 1);
            _closesRoot = true;
        }
        else if (isTooMany || match <= 0)
        {
            _bracketsMatch = false;
        }
        else
        {
            _bracketsMatch &= match == _open.Count - 1;
            _open.RemoveRange(match, _open.Count - match);
        }
    }

    private void Pop() => _open.RemoveAt(_open.Count - 1);

    private void ReadMember()
    {
        JsonObject members = (JsonObject)Top.Node;
        if (Current.Kind == JsonTokenKind.Comma)
        {
            _position++;
            return;
        }

        if (Current.Kind != JsonTokenKind.Key)
        {
            Skip();
            return;
        }

        string key = Current.Text;
        _position++;
        if (!Current.IsValue)
        {
            if (Current.Kind is not (JsonTokenKind.Key or JsonTokenKind.Comma) && !Current.IsClose)
            {
                Skip();
            }

            return;
        }

        if (Current.IsOpen)
        {
            members[key] = Open();
            return;
        }

        // What is followed by something that cannot follow was cut, perhaps by a quote in its midst.
        JsonNode? value = Scalar();
        _position++;
        if (Current.Kind is JsonTokenKind.Comma or JsonTokenKind.Key or JsonTokenKind.End || Current.IsClose)
        {
            members[key] = value;
        }
        else
        {
            Skip();
        }
    }

    private void ReadItem()
    {
        JsonArray items = (JsonArray)Top.Node;
        if (Current.IsOpen)
        {
            items.Add(Open());
        }
        else if (Current.Kind == JsonTokenKind.Key && Current.IsFirst && _open[_open.Count - 2].Node is JsonObject)
        {
            // A member begins: the array has no end.
            _bracketsMatch = false;
            Pop();
        }
        else
        {
            if (Current.IsValue)
            {
                items.Add(Scalar());
            }

            _position++;
        }
    }

    private JsonNode Open()
    {
        JsonNode node = Current.Kind == JsonTokenKind.OpenObject ? new JsonObject() : new JsonArray();
        _open.Add(new Container(node, Current.LineIndent));
        _position++;
        return node;
    }

    // Up to where the next member begins, or the container ends.
    private void Skip()
    {
        int depth = 0;
        while (true)
        {
            JsonToken token = Current;
            bool isLeft = _isIndented && token.IsFirst && _open.Count > 1 && token.LineIndent <= Top.Indent;
            if (token.Kind == JsonTokenKind.End || isLeft
                || (depth == 0 && (token.Kind == JsonTokenKind.Comma || token.IsClose || (token.Kind == JsonTokenKind.Key && token.IsFirst))))
            {
                return;
            }

            depth += token.IsOpen ? 1 : token.IsClose ? -1 : 0;
            _position++;
        }
    }

    private JsonNode? Scalar() => Current.Kind == JsonTokenKind.String ? JsonValue.Create(Current.Text) : JsonNode.Parse(Current.Text);

    /// <param name="Node">The object or array.</param>
    /// <param name="Indent">How far the line is indented that it begins on.</param>
    private sealed record Container(JsonNode Node, int Indent);
}
