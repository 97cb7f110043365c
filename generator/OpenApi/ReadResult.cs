using System.Collections.Generic;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>What reading a file gave.</summary>
/// <param name="Document">The document; null if the file is no document that can be used (a finding says why).</param>
/// <param name="Positions">Where each JSON pointer stands in the text.</param>
/// <param name="Files">The other files that were read, by what stands before <c>#</c> in the pointers of their nodes.</param>
internal sealed record ReadResult(ApiDocument? Document, IPositions Positions, IReadOnlyDictionary<string, SourceFile> Files);

/// <summary>Maps a JSON pointer back to the text.</summary>
/// <remarks>The text is scanned for it only when diagnostics ask.</remarks>
internal interface IPositions
{
    /// <summary>Finds pointers (or, where the text has no such node, the nearest ancestor).</summary>
    /// <returns>Of each pointer the offset and length of the node's first line: its property name if it has one.</returns>
    IReadOnlyDictionary<string, (int Offset, int Length)> Find(IEnumerable<string> pointers);
}
