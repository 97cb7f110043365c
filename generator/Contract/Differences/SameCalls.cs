using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>
/// Spells former facts of calls as the present ones do where nothing but the spelling differs: the names of path parameters, the
/// case of headers, and which of several methods stands in the line of the operation.
/// </summary>
internal static class SameCalls
{
    public static EquatableArray<Fact> Apply(EquatableArray<Fact> before, EquatableArray<Fact> after) =>
        WithMethods(WithHeaders(WithRoutes(before, after), after), after);

    private static EquatableArray<Fact> WithRoutes(EquatableArray<Fact> before, EquatableArray<Fact> after)
    {
        IReadOnlyDictionary<string, string> routes = RouteNames.Pair(CallsOf(before), CallsOf(after));
        return routes.Count == 0 ? before : before.Select(fact => fact.Kind < FactKind.Type && routes.TryGetValue(fact.Owner, out string? route)
            ? fact.Respelled(fact with { Owner = route, Part = fact.Kind == FactKind.Parameter ? RouteNames.PartIn(fact.Part, fact.Owner, route) : fact.Part })
            : fact).ToEquatableArray();
    }

    private static EquatableArray<Fact> WithHeaders(EquatableArray<Fact> before, EquatableArray<Fact> after)
    {
        Dictionary<string, string> parts = new(StringComparer.Ordinal);
        foreach (Fact fact in after.Where(IsHeader))
        {
            parts[Folded(fact)] = fact.Part;
        }

        return parts.Count == 0 ? before : before.Select(fact => IsHeader(fact) && parts.TryGetValue(Folded(fact), out string? part) && part != fact.Part
            ? fact.Respelled(fact with { Part = part })
            : fact).ToEquatableArray();
    }

    private static bool IsHeader(Fact fact) => FactKey.IsHeader(fact.Kind, fact.Part);

    private static string Folded(Fact fact) => FactKey.Of(fact.Kind, fact.Owner, FactKey.Fold(fact.Kind, fact.Part));

    private static IEnumerable<string> CallsOf(EquatableArray<Fact> facts) => facts.Where(fact => fact.Kind == FactKind.Operation).Select(fact => fact.Owner);

    // The method of the operation's line is gone, and a further one stands there now.
    private static EquatableArray<Fact> WithMethods(EquatableArray<Fact> before, EquatableArray<Fact> after)
    {
        ILookup<string, Fact> further = before.Where(fact => fact.Kind == FactKind.Method).ToLookup(fact => fact.Owner, StringComparer.Ordinal);
        if (further.Count == 0)
        {
            return before;
        }

        FactIndex was = new(before);
        Dictionary<Fact, Fact> respelled = new();
        foreach (Fact answer in after.Where(fact => fact.Kind == FactKind.Answer && further.Contains(fact.Owner)))
        {
            Fact? method = further[answer.Owner].FirstOrDefault(fact => fact.Part == KindOf(answer));
            if (method is not null
                && was.Of(FactKind.Operation, answer.Owner) is [var operation, ..]
                && was.Of(FactKind.Answer, answer.Owner) is [var first, ..]
                && KindOf(first) != method.Part)
            {
                respelled[operation] = operation.Respelled(operation with { Name = method.Name });
                respelled[first] = first.Respelled(first with { Words = method.Words });
                respelled[method] = operation.Respelled(method with { Part = KindOf(first), Name = operation.Name, Words = first.Words });
            }
        }

        return respelled.Count == 0 ? before : before.Select(fact => respelled.TryGetValue(fact, out Fact? other) ? other : fact).ToEquatableArray();
    }

    private static string KindOf(Fact answer) => AnswerKinds.OfType(answer.Type ?? "");
}
