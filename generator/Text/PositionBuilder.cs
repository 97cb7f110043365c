using System.Collections.Generic;
using System.Globalization;

namespace DatabricksApps.Gen.Text;

/// <summary>Notes the places of the nodes that are looked for, from a parser's events.</summary>
internal sealed class PositionBuilder
{
    private readonly PositionNode _root;
    private readonly Stack<Container> _open = new();
    private string? _key;
    private int _keyOffset;
    private int _keyLength;

    public PositionBuilder(PositionNode root) => _root = root;

    /// <summary>Gets whether an object waits for its next key.</summary>
    public bool IsKeyNext => _open.Count > 0 && _key is null && _open.Peek().IsObject;

    public void Key(string key, int offset, int length)
    {
        _key = key;
        _keyOffset = offset;
        _keyLength = length;
    }

    /// <summary>Opens a container.</summary>
    /// <returns>Whether a node in it is looked for; if not, the parser may skip what is in it, and closes it all the same.</returns>
    public bool Open(bool isObject, int offset, int length)
    {
        PositionNode? node = Add(offset, length);
        _open.Push(new Container(node, isObject));
        return node is { HasMembers: true };
    }

    public void Close() => _open.Pop();

    /// <summary>Adds a value; a member of an object stands where its key does.</summary>
    /// <returns>The node, if it is looked for.</returns>
    public PositionNode? Add(int offset, int length)
    {
        PositionNode? node = _root;
        if (_open.Count > 0)
        {
            Container parent = _open.Peek();
            node = parent.Node?.Find(_key ?? parent.Count.ToString(CultureInfo.InvariantCulture));
            parent.Count++;
        }

        if (_key is null)
        {
            node?.Put(offset, length);
        }
        else
        {
            node?.Put(_keyOffset, _keyLength);
        }

        _key = null;
        return node;
    }

    private sealed class Container(PositionNode? node, bool isObject)
    {
        public PositionNode? Node => node;

        public bool IsObject => isObject;

        public int Count { get; set; }
    }
}
