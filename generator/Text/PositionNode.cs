using System.Collections.Generic;

namespace DatabricksApps.Gen.Text;

/// <summary>A node whose place in the text is looked for, or that has such nodes below it.</summary>
internal sealed class PositionNode
{
    private Dictionary<string, PositionNode>? _members;
    private (int Offset, int Length)? _place;

    /// <summary>Makes the nodes of pointers.</summary>
    /// <returns>The node of the whole document.</returns>
    public static PositionNode Of(IEnumerable<string> pointers)
    {
        PositionNode root = new();
        foreach (string pointer in pointers)
        {
            PositionNode node = root;
            foreach (string key in JsonPointer.Split(pointer))
            {
                node._members ??= new(System.StringComparer.Ordinal);
                if (!node._members.TryGetValue(key, out PositionNode? member))
                {
                    member = new PositionNode();
                    node._members.Add(key, member);
                }

                node = member;
            }
        }

        return root;
    }

    /// <summary>Gets whether nodes below this one are looked for.</summary>
    public bool HasMembers => _members is not null;

    /// <summary>Finds a member or an item, which goes by its index; null if it is not looked for.</summary>
    public PositionNode? Find(string key) =>
        _members is not null && _members.TryGetValue(key, out PositionNode? member) ? member : null;

    /// <summary>Notes the place. Of members with the same key the last one counts, with what is in it.</summary>
    public void Put(int offset, int length)
    {
        if (_place is not null)
        {
            Forget();
        }

        _place = (offset, length);
    }

    /// <summary>Gets the place of a pointer or of its nearest ancestor.</summary>
    public (int Offset, int Length) PlaceOf(string pointer)
    {
        PositionNode node = this;
        foreach (string key in JsonPointer.Split(pointer))
        {
            if (node.Find(key) is not { _place: not null } member)
            {
                break;
            }

            node = member;
        }

        return node._place ?? (0, 0);
    }

    private void Forget()
    {
        _place = null;
        if (_members is not null)
        {
            foreach (PositionNode member in _members.Values)
            {
                member.Forget();
            }
        }
    }
}
