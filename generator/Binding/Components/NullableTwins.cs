using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Components;

/// <summary>Finds the components that are another one or null: <c>nullable-simple-user</c> beside <c>simple-user</c>.</summary>
/// <remarks>
/// OpenAPI 3.0 has no <c>nullable</c> beside <c>$ref</c>, so authors write a component a second time for the places
/// where it may be null. Pairs that differ in nothing but null and texts are one C# type, with a question mark in the
/// places of the second.
/// </remarks>
internal static class NullableTwins
{
    private const string Word = "Nullable";

    /// <summary>Gets the components that may be null, each with the one that it is otherwise, which has no such one itself.</summary>
    /// <param name="components">The components of the document.</param>
    /// <param name="twins">The pairs of requests and responses, which take no part.</param>
    /// <param name="families">The base schemas with a discriminator.</param>
    public static IReadOnlyDictionary<ApiComponent, ApiComponent> Find(
        IReadOnlyList<ApiComponent> components, IReadOnlyDictionary<ApiComponent, ApiComponent> twins, Families families)
    {
        ILookup<string, ApiComponent> byName = components.ToLookup(c => Words.Pascal(c.Name), StringComparer.Ordinal);
        Dictionary<ApiComponent, ApiComponent> pairs = new();
        foreach (ApiComponent nullable in components.Where(c => SchemaFacts.AllowsNull(c.Schema) && !twins.ContainsKey(c)))
        {
            // Of two components that have one name in C#, nobody knows which is meant.
            List<ApiComponent> plain = PlainOnes(nullable, byName).ToList();
            if (plain.Count == 1 && !twins.ContainsKey(plain[0]) && !PlainOnes(plain[0], byName).Any())
            {
                pairs.Add(nullable, plain[0]);
            }
        }

        SchemaComparer comparer = new(
            (a, b) => Plain(a) == Plain(b) && SchemaFacts.AllowsNull(a.Schema) == SchemaFacts.AllowsNull(b.Schema), isExact: true);

        // A pair may differ only through another pair: drop the unequal ones until none is left.
        List<ApiComponent> unequal;
        do
        {
            unequal = pairs.Where(pair => !comparer.AreAlikeButForNull(pair.Key.Schema, pair.Value.Schema) || !HasHeirsOf(pair.Value, pair.Key, families))
                .Select(pair => pair.Key).ToList();
            unequal.ForEach(nullable => pairs.Remove(nullable));
        }
        while (unequal.Count > 0);

        return pairs;

        ApiComponent Plain(ApiComponent component) => pairs.TryGetValue(component, out ApiComponent? plain) ? plain : component;
    }

    private static IEnumerable<ApiComponent> PlainOnes(ApiComponent nullable, ILookup<string, ApiComponent> byName) =>
        PlainNames(Words.Pascal(nullable.Name)).SelectMany(name => byName[name]);

    private static IEnumerable<string> PlainNames(string name)
    {
        if (name.StartsWith(Word, StringComparison.Ordinal))
        {
            yield return name.Substring(Word.Length);
        }

        if (name.EndsWith(Word, StringComparison.Ordinal))
        {
            yield return name.Substring(0, name.Length - Word.Length);
        }
    }

    // What inherits the second alone would be no case of the first.
    private static bool HasHeirsOf(ApiComponent plain, ApiComponent nullable, Families families) =>
        families.MembersOf(nullable) is not { } members
        || (families.MembersOf(plain) is { } known && members.All(known.Contains));
}
