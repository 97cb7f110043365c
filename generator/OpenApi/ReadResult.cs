using System.Collections.Generic;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>What reading a file gave.</summary>
/// <param name="Document">The document; null if the file is no document that can be used (a finding says why).</param>
/// <param name="Positions">Where each JSON pointer stands in the text.</param>
/// <param name="Files">The other files that were read, by what stands before <c>#</c> in the pointers of their nodes.</param>
internal sealed record ReadResult(ApiDocument? Document, IPositions Positions, IReadOnlyDictionary<string, ReferencedFile> Files);
