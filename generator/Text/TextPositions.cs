using System;
using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Text;

/// <summary>Finds JSON pointers in a text, in one scan.</summary>
internal abstract class TextPositions : IPositions
{
    private readonly int _start;

    /// <param name="text">The text without its byte order mark.</param>
    /// <param name="start">The length of the byte order mark.</param>
    protected TextPositions(string text, int start)
    {
        Text = text;
        _start = start;
    }

    protected string Text { get; }

    public IReadOnlyDictionary<string, (int Offset, int Length)> Find(IEnumerable<string> pointers)
    {
        HashSet<string> distinct = new(pointers, StringComparer.Ordinal);
        PositionNode root = PositionNode.Of(distinct);
        if (root.HasMembers)
        {
            Scan(new PositionBuilder(root));
        }

        return distinct.ToDictionary(pointer => pointer, pointer => PlaceOf(root, pointer), StringComparer.Ordinal);
    }

    /// <summary>Goes through the text.</summary>
    protected abstract void Scan(PositionBuilder positions);

    private (int Offset, int Length) PlaceOf(PositionNode root, string pointer)
    {
        if (pointer.Length == 0)
        {
            return (0, 0);
        }

        (int offset, int length) = root.PlaceOf(pointer);
        return (offset + _start, length);
    }
}
