using System.Collections.Generic;

namespace DatabricksApps.Gen.Text;

/// <summary>Maps a JSON pointer back to the text.</summary>
/// <remarks>The text is scanned for it only when diagnostics ask.</remarks>
internal interface IPositions
{
    /// <summary>Finds pointers (or, where the text has no such node, the nearest ancestor).</summary>
    /// <returns>Of each pointer the offset and length of the node's first line: its property name if it has one.</returns>
    IReadOnlyDictionary<string, (int Offset, int Length)> Find(IEnumerable<string> pointers);
}
