using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.Gradio;

/// <summary>What reading a snapshot gave.</summary>
/// <param name="Document">The document.</param>
/// <param name="Positions">Where each JSON pointer stands in the text.</param>
internal sealed record GradioReadResult(GradioDocument Document, IPositions Positions);
