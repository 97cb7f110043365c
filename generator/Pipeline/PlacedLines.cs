using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Pipeline;

/// <summary>Spells places of a document by their lines: <c>inventory.openapi.json:120</c>.</summary>
internal sealed class PlacedLines
{
    private readonly string _document;
    private readonly Dictionary<string, int> _lines;

    /// <param name="document">The document's file name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="read">Where its pointers stand.</param>
    /// <param name="pointers">All that will be asked for: the text is gone through once.</param>
    public PlacedLines(string document, SourceText text, ReadClient read, IEnumerable<string> pointers)
    {
        _document = document;
        _lines = read.Positions.Find(pointers).ToDictionary(
            place => place.Key,
            place => text.Lines.GetLinePosition(Math.Min(place.Value.Offset, text.Length)).Line + 1,
            StringComparer.Ordinal);
    }

    public string Of(string pointer) => MessageText.Spell($"{_document}:{(_lines.TryGetValue(pointer, out int line) ? line : 1)}");
}
