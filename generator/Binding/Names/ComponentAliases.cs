using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Components that are nothing but a reference, and so the author's name for what a tool has named.</summary>
/// <remarks>
/// tsoa writes <c>Pick_House.Exclude_keyofHouse.id__</c> for a type without a name, and <c>NewHouse</c> as a reference to it.
/// A key that an author could have written stays what it is; so does one with two such names, of which none is first.
/// </remarks>
internal static class ComponentAliases
{
    /// <summary>Gets, for each component whose name a tool has made up, the one other name that its author has for it.</summary>
    public static IReadOnlyDictionary<ApiComponent, ApiComponent> Find(ComponentTypes components) => components.Components
        .Where(alias => alias.Schema.Target is { IsNamed: true } target && IsMadeUp(target) && !IsMadeUp(alias))
        .GroupBy(alias => components.Canonical(alias.Schema.Target!))
        .Where(aliases => aliases.Count() == 1)
        .ToDictionary(aliases => aliases.Key, aliases => aliases.Single());

    // Brackets, commas and spaces of a type become underscores at the end, or stay. A generic's title says what it is.
    private static bool IsMadeUp(ApiComponent component) =>
        component.Schema.Title is null
        && (component.Name.EndsWith("_", StringComparison.Ordinal) || component.Name.IndexOfAny(new[] { '<', '>', '[', ']', '(', ')', ',', '`', ' ' }) >= 0);
}
