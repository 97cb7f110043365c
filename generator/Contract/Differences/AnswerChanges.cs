using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Compares what calls give: successes and declared errors.</summary>
internal static class AnswerChanges
{
    private static readonly string[] s_empty = { "status=204", "status=205" };

    public static IEnumerable<Change> Of(FactIndex was, FactIndex now, string owner)
    {
        if (was.Of(FactKind.Answer, owner).FirstOrDefault() is { } before && now.Of(FactKind.Answer, owner).FirstOrDefault() is { } after)
        {
            foreach (Change change in Success(before, after, owner))
            {
                yield return change;
            }
        }

        Pairs errors = Pairs.Of(was.Of(FactKind.Error, owner), now.Of(FactKind.Error, owner));
        foreach (Fact gone in errors.Gone)
        {
            yield return new Change("error.removed", gone, null, $"{owner} does not declare {gone.Part} any more");
        }

        foreach (Fact added in errors.Added)
        {
            yield return new Change("error.added", null, added, $"{owner} declares {added.Part} now, with {added.Type}");
        }

        foreach ((Fact old, Fact current) in errors.Same.Where(pair => pair.Before.Type != pair.After.Type))
        {
            yield return new Change("error.type", old, current, $"{current.Part} of {owner} carries {current.Type} now, was {old.Type}");
        }
    }

    private static IEnumerable<Change> Success(Fact before, Fact after, string owner)
    {
        string was = before.Type ?? "", isNow = after.Type ?? "";
        if (was == isNow)
        {
            yield break;
        }

        yield return isNow == was + "?" && after.Words.Intersect(s_empty).Any()
            ? new Change("response.empty", before, after, $"{owner} may answer nothing now: null is possible here")
            : KindOf(was) != KindOf(isNow)
            ? new Change("response.media", before, after, $"{owner} gives {isNow} now, was {was}")
            : new Change("response.type", before, after, $"{owner} gives {isNow} now, was {was}");
    }

    // How it is read.
    private static string KindOf(string type) => type is "text" or "file" or "nothing" ? type
        : type.IndexOf(':') is var colon and > 0 && type.Substring(0, colon) is "events" or "lines" or "outputs" ? type.Substring(0, type.IndexOf(':'))
        : "json";
}
