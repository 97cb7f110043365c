using System.Globalization;

namespace DatabricksApps;

/// <summary>A step to a refused value: the name of a member, or the number of an item.</summary>
/// <param name="Name">The name on the wire; null for an item.</param>
/// <param name="Index">The number of the item, from 0; null for a member.</param>
public readonly record struct AppValidationSegment(string? Name, int? Index)
{
    /// <summary>Returns the name or the number.</summary>
    public override string ToString() => Name ?? Index?.ToString(CultureInfo.InvariantCulture) ?? "";
}
