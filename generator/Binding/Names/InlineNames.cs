using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Binding.Spelling;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Finds the names that a type could have that is no component: made of its places.</summary>
internal static class InlineNames
{
    // A name that every file has from the namespaces that all projects import would be ambiguous in the user's code.
    private static readonly HashSet<string> s_imported = new(StringComparer.Ordinal)
    {
        "Action", "Array", "Attribute", "Boolean", "Buffer", "Byte", "Char", "Comparer", "Console", "Convert", "Decimal", "Delegate",
        "Directory", "Double", "Enum", "Environment", "Exception", "File", "Func", "Guid", "Half", "Index", "Lazy", "List", "Lock",
        "Lookup", "Math", "Monitor", "Nullable", "Object", "Parallel", "Path", "Predicate", "Progress", "Queue", "Random", "Range", "Single",
        "Stack", "String", "Task", "Thread", "Timer", "Tuple", "Type", "Uri", "Version",
    };

    /// <summary>Lists candidates, best first.</summary>
    /// <param name="places">The places of the type, in an order that does not hang on the document's.</param>
    /// <param name="content">What it is.</param>
    /// <param name="ofAll">The name that it has wherever it stands: its title, the names of its cases; null: none.</param>
    public static IEnumerable<string> Candidates(IReadOnlyList<TypePlace> places, ShapeContent content, string? ofAll)
    {
        bool isOne = places.Select(place => place.Text).Distinct().Count() == 1;
        if (!isOne)
        {
            string? shared = Shared(places);
            yield return shared ?? ofAll ?? "";
            yield return shared is null ? "" : ofAll ?? "";
            yield return places[0].Group.Length > 0 && places.All(place => place.Group == places[0].Group) ? Words.Fit(places[0].Group + places[0].LastRole) : "";
        }

        yield return places[0].Text;
        if (places[0].Group.Length > 0)
        {
            yield return Words.Fit(places[0].Group + places[0].Text);
        }

        yield return Words.Fit(places[0].Text + KindWord(content));
    }

    /// <summary>Gets the name that several places have in common; null if they have none.</summary>
    /// <remarks>
    /// <c>ItemCreate.status</c> and <c>ItemUpdate.status</c> are the <c>ItemStatus</c>; <c>Item.level</c> and <c>Part.level</c>
    /// have the level in common, and neither is the one after which it is named.
    /// </remarks>
    private static string? Shared(IReadOnlyList<TypePlace> places)
    {
        // What methods have in common is a verb.
        bool areAlike = places.All(place => place.Component is not null) || places.All(place => place.Root == places[0].Root);
        IEnumerable<string> common = areAlike ? CommonStart(places.Select(place => Words.Cut(place.Owner)).ToList()) : Array.Empty<string>();
        bool isOneRole = places.All(place => place.LastRole == places[0].LastRole && !place.IsPlain);
        string name = Words.Fit(string.Concat(common) + places[0].LastRole);
        return !isOneRole || s_imported.Contains(name) ? null : name;
    }

    private static IReadOnlyList<string> CommonStart(IReadOnlyList<IReadOnlyList<string>> texts)
    {
        int count = 0;
        while (texts.All(words => words.Count > count && words[count] == texts[0][count]))
        {
            count++;
        }

        return texts[0].Take(count).ToList();
    }

    private static string KindWord(ShapeContent content) => content switch
    {
        EnumContent => "Value",
        UnionContent => "Union",
        TupleRecordContent => "Tuple",
        _ => "Object",
    };
}
