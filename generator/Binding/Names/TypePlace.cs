using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Where an inline type stands, in the words of which its name is made.</summary>
internal sealed class TypePlace
{
    /// <param name="component">The component that it stands in; null: a call.</param>
    /// <param name="call">The operation or endpoint that it stands in; null: a component.</param>
    /// <param name="root">The name of that in C#.</param>
    /// <param name="group">The group of the call; empty: none.</param>
    /// <param name="roles">What it is there, in words, from the outside in.</param>
    public TypePlace(ApiComponent? component, object? call, string root, string group, IReadOnlyList<string> roles)
    {
        Component = component;
        Call = call;
        Root = root;
        Group = group;
        IsPlain = roles.All(Roles.IsPlain);
        int last = roles.Count - 1;
        while (last > 0 && Roles.IsPlain(roles[last]))
        {
            last--;
        }

        Owner = root + string.Concat(roles.Take(last).Select(WordNames.Word));
        LastRole = string.Concat(roles.Skip(last).Select(WordNames.Word));
        Text = Words.Fit(Owner + LastRole);
    }

    public ApiComponent? Component { get; }

    public object? Call { get; }

    public string Root { get; }

    public string Group { get; }

    /// <summary>Gets the name that the place gives: <c>ItemDimensionsUnit</c>.</summary>
    public string Text { get; }

    /// <summary>Gets the name of what holds the type.</summary>
    public string Owner { get; }

    /// <summary>Gets what the type is in what holds it, from the last word on that says something: <c>DimensionsItem</c>.</summary>
    public string LastRole { get; }

    /// <summary>Gets whether no word says anything: an item, a value.</summary>
    public bool IsPlain { get; }
}
