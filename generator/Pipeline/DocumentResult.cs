using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Pipeline;

/// <summary>What leaves the step that reads a document: values, and nothing of the document itself.</summary>
/// <param name="Path">The document's path.</param>
/// <param name="Client">The client; null if the document has none (a diagnostic says why).</param>
/// <param name="Diagnostics">What is to be told about the document.</param>
internal sealed record DocumentResult(string Path, ClientModel? Client, EquatableArray<DiagnosticInfo> Diagnostics)
{
    /// <summary>Gets what callers of the client should know since the document was accepted; null: nothing.</summary>
    public ChangesModel? Changes { get; init; }
}

/// <summary>What a step has to tell.</summary>
internal sealed record DiagnosticList(EquatableArray<DiagnosticInfo> Items);
