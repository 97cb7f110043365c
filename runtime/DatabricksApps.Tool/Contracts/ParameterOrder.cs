using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Tool.Contracts;

/// <summary>
/// Counts the parameters of calls of which some facts were accepted and others were not: a place of what was beside one of what is
/// says nothing of their order.
/// </summary>
internal static class ParameterOrder
{
    private static readonly FactKind[] s_lists = [FactKind.Parameter, FactKind.Body, FactKind.Field];

    /// <param name="joined">The facts.</param>
    /// <param name="was">What was accepted.</param>
    /// <param name="now">What the document promises.</param>
    public static IEnumerable<Fact> Keep(IEnumerable<Fact> joined, EquatableArray<Fact> was, EquatableArray<Fact> now)
    {
        Dictionary<string, int> known = PlacesOf(was), current = PlacesOf(now);
        foreach (IGrouping<string, Fact> call in joined.GroupBy(fact => fact.Owner))
        {
            int position = 0;
            HashSet<string> counted = [];
            foreach (FactKind list in s_lists)
            {
                // Known ones as they were, newcomers after them as they are; and C# asks for the required ones first.
                foreach (Fact fact in call
                    .Where(fact => fact.Kind == list && fact.Position is not null)
                    .OrderBy(fact => fact.Has("required") ? 0 : 1)
                    .ThenBy(fact => known.GetValueOrDefault(fact.Key, int.MaxValue))
                    .ThenBy(fact => current.GetValueOrDefault(fact.Key, int.MaxValue)))
                {
                    counted.Add(fact.Key);
                    yield return fact with { Words = fact.Words.SkipLast(1).Append($"@{++position}").ToEquatableArray() };
                }
            }

            foreach (Fact fact in call.Where(fact => !counted.Contains(fact.Key)))
            {
                yield return fact;
            }
        }
    }

    private static Dictionary<string, int> PlacesOf(EquatableArray<Fact> facts) => facts
        .Where(fact => fact.Position is not null)
        .ToDictionary(fact => fact.Key, fact => fact.Position!.Value, StringComparer.Ordinal);
}
