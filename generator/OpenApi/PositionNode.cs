using System.Collections.Generic;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>A node of the document with its place in the text.</summary>
internal sealed class PositionNode
{
    private List<KeyValuePair<string, PositionNode>>? _members;

    public PositionNode(int offset, int length)
    {
        Offset = offset;
        Length = length;
    }

    public int Offset { get; }

    public int Length { get; }

    /// <summary>Gets how many members or items there are.</summary>
    public int Count => _members?.Count ?? 0;

    public void Add(string key, PositionNode node) => (_members ??= new()).Add(new(key, node));

    /// <summary>Finds a member; of members with the same key the last one, which is the one that counts.</summary>
    public PositionNode? Find(string key)
    {
        for (int i = Count - 1; i >= 0; i--)
        {
            if (_members![i].Key == key)
            {
                return _members[i].Value;
            }
        }

        return null;
    }

    /// <summary>Finds a pointer or its nearest ancestor.</summary>
    public PositionNode FindNearest(string pointer)
    {
        PositionNode node = this;
        foreach (string key in JsonPointer.Split(pointer))
        {
            if (node.Find(key) is not { } member)
            {
                break;
            }

            node = member;
        }

        return node;
    }
}
