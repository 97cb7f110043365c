using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Analysis;

/// <summary>A change that matters to some uses of a member.</summary>
/// <param name="Use">Which.</param>
/// <param name="Part">What of the member.</param>
/// <param name="Id">The diagnostic.</param>
/// <param name="Text">What it says.</param>
internal sealed record Mark(MarkUse Use, string Part, string Id, string Text);
