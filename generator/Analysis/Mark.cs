using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Analysis;

/// <summary>A change that matters to some uses of a member.</summary>
/// <param name="Use">Which.</param>
/// <param name="Part">What of the member.</param>
/// <param name="Id">The diagnostic.</param>
/// <param name="Text">What it says.</param>
internal sealed record Mark(MarkUse Use, string Part, string Id, string Text)
{
    /// <summary>Gets whether it says that null is possible now.</summary>
    public bool IsOfNull => Part == "?";

    /// <summary>Gets the parameter that a part names, without the old value behind it: <c>limit=20</c>.</summary>
    public string Parameter => Part.IndexOf('=') is >= 0 and int equals ? Part.Substring(0, equals) : Part;
}
