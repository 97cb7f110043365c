using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Components;

/// <summary>Finds the <c>X-Input</c>/<c>X-Output</c> pairs that are one type.</summary>
/// <remarks>
/// FastAPI writes a class twice when its request and response schemas differ, mostly because members with a default
/// are always there in a response. Pairs that differ in nothing but <c>required</c>, defaults and texts are one C#
/// type, with the members required that a request needs.
/// </remarks>
internal static class Twins
{
    private const string Input = "-Input";
    private const string Output = "-Output";

    /// <summary>Gets the pairs: each member of a pair with the other one.</summary>
    public static IReadOnlyDictionary<ApiComponent, ApiComponent> Find(IReadOnlyList<ApiComponent> components)
    {
        Dictionary<string, ApiComponent> byName = new(StringComparer.Ordinal);
        foreach (ApiComponent component in components)
        {
            byName[component.Name] = component;
        }

        Dictionary<ApiComponent, ApiComponent> pairs = new();
        List<ApiComponent> inputs = new();
        foreach (ApiComponent input in components.Where(IsInput))
        {
            string name = BaseName(input.Name)!;
            if (!byName.ContainsKey(name) && byName.TryGetValue(name + Output, out ApiComponent? output))
            {
                pairs.Add(input, output);
                pairs.Add(output, input);
                inputs.Add(input);
            }
        }

        SchemaComparer comparer = new((a, b) => pairs.TryGetValue(a, out ApiComponent? twin) && twin == b, isExact: false);

        // A pair may differ only through another pair: drop the unequal ones until none is left.
        int before;
        do
        {
            before = inputs.Count;
            foreach (ApiComponent input in inputs.Where(i => !comparer.AreAlike(i.Schema, pairs[i].Schema)).ToList())
            {
                pairs.Remove(pairs[input]);
                pairs.Remove(input);
                inputs.Remove(input);
            }
        }
        while (inputs.Count < before);

        return pairs;
    }

    public static bool IsInput(ApiComponent component) => component.Name.EndsWith(Input, StringComparison.Ordinal);

    /// <summary>Gets a key without its twin suffix; null if it has none.</summary>
    public static string? BaseName(string key) =>
        Suffix(key) is { } suffix ? key.Substring(0, key.Length - suffix.Length) : null;

    /// <summary>Gets the twin suffix of a key; null if it has none.</summary>
    public static string? Suffix(string key) =>
        key.EndsWith(Input, StringComparison.Ordinal) ? Input
        : key.EndsWith(Output, StringComparison.Ordinal) ? Output
        : null;
}
