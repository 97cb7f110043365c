using System.Collections.Generic;
using System.Globalization;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Builds the places of the nodes from a parser's events.</summary>
internal sealed class PositionBuilder
{
    private readonly Stack<(PositionNode Node, bool IsObject)> _open = new();
    private PositionNode? _root;
    private string? _key;
    private int _keyOffset;
    private int _keyLength;

    /// <summary>Gets the place of the document.</summary>
    public PositionNode Root => _root ?? new PositionNode(0, 0);

    /// <summary>Gets whether an object waits for its next key.</summary>
    public bool IsKeyNext => _open.Count > 0 && _key is null && _open.Peek().IsObject;

    public void Key(string key, int offset, int length)
    {
        _key = key;
        _keyOffset = offset;
        _keyLength = length;
    }

    public void Open(bool isObject, int offset, int length) => _open.Push((Add(offset, length), isObject));

    public void Close() => _open.Pop();

    /// <summary>Adds a value; a member of an object stands where its key does.</summary>
    public PositionNode Add(int offset, int length)
    {
        PositionNode node = _key is null ? new(offset, length) : new(_keyOffset, _keyLength);
        if (_open.Count > 0)
        {
            PositionNode parent = _open.Peek().Node;
            parent.Add(_key ?? parent.Count.ToString(CultureInfo.InvariantCulture), node);
        }

        _root ??= node;
        _key = null;
        return node;
    }
}
