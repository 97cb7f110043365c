using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Where an inline type stands.</summary>
/// <param name="Component">The component that it stands in; null: a call.</param>
/// <param name="Call">The operation or endpoint that it stands in; null: a component.</param>
/// <param name="Root">The name of that in C#.</param>
/// <param name="Group">The group of the call; empty: none.</param>
/// <param name="Roles">What it is there, in words, from the outside in.</param>
internal sealed record TypePlace(ApiComponent? Component, object? Call, string Root, string Group, IReadOnlyList<string> Roles)
{
    /// <summary>Gets the name that the place gives: <c>ItemDimensionsUnit</c>.</summary>
    public string Text => Words.Fit(Owner + LastRole);

    /// <summary>Gets the name of what holds the type.</summary>
    public string Owner => Root + string.Concat(Roles.Take(RoleStart).Select(WordNames.Word));

    /// <summary>Gets what the type is in what holds it, with the last word that says something: <c>DimensionsItem</c>.</summary>
    public string LastRole => string.Concat(Roles.Skip(RoleStart).Select(WordNames.Word));

    /// <summary>Gets whether it is nothing that has a name: an item, a value.</summary>
    public bool IsPlain => Roles.All(Shapes.Roles.IsPlain);

    private int RoleStart
    {
        get
        {
            int start = Roles.Count - 1;
            while (start > 0 && Shapes.Roles.IsPlain(Roles[start]))
            {
                start--;
            }

            return start < 0 ? 0 : start;
        }
    }
}
