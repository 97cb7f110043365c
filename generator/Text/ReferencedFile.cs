using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.Text;

/// <summary>Another file that a document refers to.</summary>
/// <param name="Path">The file's full path, with slashes.</param>
/// <param name="Name">Its path from the document's folder: what stands before <c>#</c> in the pointers of its nodes.</param>
/// <param name="Text">Its text.</param>
/// <param name="Root">What it holds.</param>
/// <param name="Positions">Where the pointers stand in its text.</param>
internal sealed record ReferencedFile(string Path, string Name, string Text, JsonNode? Root, IPositions Positions);
