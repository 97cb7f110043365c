using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>What is known of a schema from where it stands: the name that a type of its would get.</summary>
/// <param name="Name">The proposed type name, such as <c>ItemDimensions</c>; for a component its final name.</param>
/// <param name="Origin">The component or operation whose file the type goes to.</param>
/// <param name="Component">The component that this very schema is; null for an inline schema.</param>
/// <param name="IsNullable">Whether a schema around this one allows null.</param>
/// <param name="Role">The last part of the name: what the schema is in the one around it, such as <c>Dimensions</c>.</param>
/// <param name="Direction">Which way the value goes.</param>
internal sealed record Hint(
    string Name, string Origin, ApiComponent? Component = null, bool IsNullable = false, string Role = "", Direction Direction = Direction.Received)
{
    /// <summary>The hint for a schema inside this one.</summary>
    public Hint Child(string suffix) => new(Words.Fit(Name + suffix), Origin, Role: suffix, Direction: Direction);

    /// <summary>The hint for a schema inside this one, under a name that is not made of this one's.</summary>
    public Hint Named(string name) => new(Words.Fit(name), Origin, Direction: Direction);

    /// <summary>The hint for a schema that stands for this one but for null.</summary>
    public Hint WithNull(bool isNullable) => isNullable ? this with { IsNullable = true } : this;
}
