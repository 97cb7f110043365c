using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Shapes;

/// <summary>The word for what an inline case is in its union: its title, its tag, what it consists of.</summary>
internal static class CaseRoles
{
    /// <summary>How long the words of a union's own cases may be together.</summary>
    private const int Longest = 60;

    /// <param name="branch">The case.</param>
    /// <param name="index">Its place, for what nothing else can be said of.</param>
    /// <param name="tags">The values of the discriminator that mean it.</param>
    public static string Of(ApiSchema branch, int index, IReadOnlyCollection<string> tags)
    {
        string number = (index + 1).ToString(CultureInfo.InvariantCulture);
        return Title(branch) ?? Tag(tags) ?? OfCases(branch, depth: 0) ?? SchemaFacts.TypesOf(branch) switch
        {
            ApiType.Array => "List",
            ApiType.Object => branch.Properties.Count == 0 ? "Map" : "Object" + number,
            ApiType.String => "Text",
            _ => OfValues(branch) ?? "Option" + number,
        };
    }

    // An inline enum is called after what its values are, which is what tells it from the other cases.
    private static string? OfValues(ApiSchema branch)
    {
        IEnumerable<string> words = (branch.Enum ?? Array.Empty<ApiValue>())
            .Select(value => value.Node?.GetValueKind() switch
            {
                JsonValueKind.String => "Text",
                JsonValueKind.Number => "Number",
                JsonValueKind.True or JsonValueKind.False => "Boolean",
                _ => null,
            })
            .OfType<string>()
            .Distinct()
            .OrderByDescending(word => word, StringComparer.Ordinal);
        return string.Join("Or", words) is { Length: > 0 } name ? name : null;
    }

    private static string? Title(ApiSchema schema) => Words.Pascal(schema.Title ?? "").Length > 0 ? schema.Title : null;

    // A number or Boolean is no name.
    private static string? Tag(IReadOnlyCollection<string> tags) =>
        tags.Count == 1 && tags.Single() is var tag && tag is not ("true" or "false") && Words.Pascal(tag) is { Length: > 0 } word && char.IsLetter(word[0]) && char.IsLetter(tag[0]) ? tag : null;

    // A union in a union is called after its cases, as one is that stands in several places.
    private static string? OfCases(ApiSchema branch, int depth)
    {
        IReadOnlyList<ApiSchema> cases = SchemaFacts.IsObject(branch) ? Array.Empty<ApiSchema>() : SchemaFacts.Branches(branch);
        if (cases.Count < 2 || depth > 2)
        {
            return null;
        }

        List<string> words = cases
            .Where(each => !SchemaFacts.IsNull(each))
            .Select(each => each.Target is { } component ? Words.Pascal(component.Name) : Words.Pascal(Title(each) ?? OfCases(each, depth + 1) ?? ""))
            .ToList();
        string name = string.Join("Or", words);
        return words.Any(string.IsNullOrEmpty) || name.Length > Longest ? null : name;
    }
}
