using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Compares what calls send.</summary>
internal static class BodyChanges
{
    private const string Constant = "constant:";

    public static IEnumerable<Change> Of(CallFacts was, CallFacts now)
    {
        string owner = now.Owner;
        Fact? before = was.Of(FactKind.Body).FirstOrDefault(), after = now.Of(FactKind.Body).FirstOrDefault();
        if (before is null || after is null)
        {
            return after is not null ? [new Change(after.Has("required") ? "body.added.required" : "body.added", null, after, $"{owner} takes a body now")]
                : before is not null ? [new Change("body.removed", before, null, $"{owner} takes no body any more")]
                : [];
        }

        // How it is sent decides what is sent: the rest follows.
        if (MediaOf(before) != MediaOf(after))
        {
            return [new Change("body.media", before, after, $"the body of {owner} is {MediaOf(after)} now, was {MediaOf(before)}")];
        }

        return Whole(before, after, owner)
            .Concat(OperationChanges.ValuesOfCall("field", Pairs.Of(was.Of(FactKind.Field), now.Of(FactKind.Field))));
    }

    private static IEnumerable<Change> Whole(Fact before, Fact after, string owner)
    {
        bool isPresenceNew = before.Has("required") != after.Has("required");
        if (before.Type != after.Type && !(isPresenceNew && before.Type?.TrimEnd('?') == after.Type?.TrimEnd('?')))
        {
            yield return before.Type == after.Type + "?" ? new Change("body.nullable.narrowed", before, after, $"the body of {owner} is never null now, could be null")
                : after.Type == before.Type + "?" ? new Change("body.nullable.widened", before, after, $"the body of {owner} may be null now, was never null")
                : new Change("body.type", before, after, $"the body of {owner} is {after.Type} now, was {before.Type}");
        }

        if (isPresenceNew)
        {
            yield return after.Has("required")
                ? new Change("body.required", before, after, $"the body of {owner} must be given now")
                : new Change("body.optional", before, after, $"the body of {owner} can be left out now");
        }

        string[] was = ConstantsOf(before), isNow = ConstantsOf(after);
        if (!was.SequenceEqual(isNow))
        {
            yield return new Change(
                "body.constant", before, after, $"the body of {owner} is sent with {TextOf(isNow.Except(was))} now, was {TextOf(was.Except(isNow))}");
        }

        foreach (Change change in WordChanges.BoundChanges("body", before, after))
        {
            yield return change;
        }

        if (before.Name.Length > 0 && after.Name.Length > 0 && before.Name != after.Name)
        {
            yield return new Change("name.changed", before, after, $"the body of {owner} is called {after.Name} now, was {before.Name}");
        }
    }

    private static string[] ConstantsOf(Fact body) =>
        body.Words.Where(word => word.StartsWith(Constant, System.StringComparison.Ordinal)).Select(word => word.Substring(Constant.Length)).ToArray();

    private static string TextOf(IEnumerable<string> constants) => string.Join(", ", constants) is { Length: > 0 } text ? text : "nothing of its own";

    private static string MediaOf(Fact body) => body.Words.Count > 1 ? body.Words[1] : "";
}
