using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Text;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Pipeline;

/// <summary>Spells places of a document, and of the files that it refers to, by their lines: <c>inventory.openapi.json:120</c>.</summary>
internal sealed class PlacedLines
{
    private readonly string _document;
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <param name="document">The document's file name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="read">Where its pointers stand.</param>
    /// <param name="pointers">All that will be asked for: each text is gone through once.</param>
    public PlacedLines(string document, SourceText text, ReadClient read, IEnumerable<string> pointers)
    {
        _document = document;
        foreach (IGrouping<string, string> file in pointers.Distinct(StringComparer.Ordinal).GroupBy(pointer => Pointers.Split(pointer).File, StringComparer.Ordinal))
        {
            if (file.Key.Length == 0)
            {
                Add(file, text, read.Positions);
            }
            else if (read.Files.TryGetValue(file.Key, out ReferencedFile? other))
            {
                Add(file, SourceText.From(other.Text), other.Positions);
            }
        }
    }

    public string Of(string pointer)
    {
        string file = Pointers.Split(pointer).File;
        return MessageText.Spell($"{(file.Length == 0 ? _document : file)}:{(_lines.TryGetValue(pointer, out int line) ? line : 1)}");
    }

    private void Add(IEnumerable<string> pointers, SourceText text, IPositions positions)
    {
        IReadOnlyDictionary<string, (int Offset, int Length)> places = positions.Find(pointers.Select(pointer => Pointers.Split(pointer).Pointer));
        foreach (string pointer in pointers)
        {
            if (places.TryGetValue(Pointers.Split(pointer).Pointer, out (int Offset, int Length) place))
            {
                _lines[pointer] = text.Lines.GetLinePosition(Math.Min(place.Offset, text.Length)).Line + 1;
            }
        }
    }
}
