using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Compares what calls give: successes and declared errors.</summary>
internal static class AnswerChanges
{
    private const string Status = "status=";

    private static readonly string[] s_empty = { "status=204", "status=205" };

    public static IEnumerable<Change> Of(CallFacts was, CallFacts now)
    {
        string owner = now.Owner;
        if (was.Of(FactKind.Answer).FirstOrDefault() is { } before && now.Of(FactKind.Answer).FirstOrDefault() is { } after)
        {
            foreach (Change change in Success(before, after, owner))
            {
                yield return change;
            }
        }

        foreach (Change change in MethodChanges.Of(was.Of(FactKind.Method), now.Of(FactKind.Method), owner))
        {
            yield return change;
        }

        foreach (Change change in Headers(was, now))
        {
            yield return change;
        }

        Pairs errors = Pairs.Of(was.Of(FactKind.Error), now.Of(FactKind.Error));
        foreach (Fact gone in errors.Gone.Where(gone => !now.Of(FactKind.Error).Any(other => Covers(other, gone))))
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

    /// <summary>Compares what a method gives.</summary>
    public static IEnumerable<Change> Success(Fact before, Fact after, string owner)
    {
        string was = before.Type ?? "", isNow = after.Type ?? "";
        if (was == isNow)
        {
            foreach (Change change in Spelling(before, after, owner))
            {
                yield return change;
            }

            yield break;
        }

        yield return was == isNow + "?" ? new Change("response.nullable.narrowed", before, after, $"{owner} never gives null now, could give it")
            : isNow == was + "?" && after.Words.Intersect(s_empty).Any()
            ? new Change("response.empty", before, after, $"{owner} may answer nothing now: null is possible here")
            : isNow == was + "?" ? new Change("response.nullable.widened", before, after, $"{owner} may give null now, never gave it")
            : KindOf(was) != KindOf(isNow)
            ? new Change("response.media", before, after, $"{owner} gives {isNow} now, was {was}")
            : new Change("response.type", before, after, $"{owner} gives {isNow} now, was {was}");
    }

    // What is read the same way, but is something else.
    private static IEnumerable<Change> Spelling(Fact before, Fact after, string owner)
    {
        (string? was, string? isNow) = (before.Get("accept"), after.Get("accept"));
        string[] old = StatusesOf(before), current = StatusesOf(after);
        if (CaseChanges.Of(before, after, owner) is { } moved)
        {
            yield return moved;
        }

        foreach (Change change in was != isNow ? [new Change("response.media", before, after, $"{owner} gives {isNow} now, was {was}")]
            : !old.SequenceEqual(current) ? [new Change("response.status", before, after, $"{owner} succeeds with {string.Join(", ", current)} now, was {string.Join(", ", old)}")]
            : Array.Empty<Change>())
        {
            yield return change;
        }
    }

    private static string[] StatusesOf(Fact answer) =>
        answer.Words.Where(word => word.StartsWith(Status, StringComparison.Ordinal)).Select(word => word.Substring(Status.Length).Split(':')[0]).ToArray();

    private static IEnumerable<Change> Headers(CallFacts was, CallFacts now)
    {
        Pairs headers = Pairs.Of(was.Of(FactKind.Header), now.Of(FactKind.Header));
        return headers.Gone.Select(gone => new Change("header.removed", gone, null, $"{gone.Subject} is gone"))
            .Concat(headers.Added.Select(added => new Change("header.added", null, added, $"{added.Subject} is new")))
            .Concat(headers.Same.SelectMany(pair => WordChanges.Of("header", AsText(pair.Before), AsText(pair.After), isSent: false)));
    }

    // 4XX and 400-599, which is what default means, say the same of a status that has no answer of its own.
    private static bool Covers(Fact other, Fact error) =>
        other.Type == error.Type && RangeOf(other.Part) is var (first, last) && RangeOf(error.Part) is var (from, to) && first <= from && to <= last;

    private static (int First, int Last)? RangeOf(string status) => status.Split('-') switch
    {
        [[var digit, 'X', 'X']] => ((digit - '0') * 100, (digit - '0') * 100 + 99),
        [var only] when int.TryParse(only, out int code) => (code, code),
        [var first, var last] when int.TryParse(first, out int from) && int.TryParse(last, out int to) => (from, to),
        _ => null,
    };

    // C# reads each header as text, whatever its format: integer:int64 is integer.
    private static Fact AsText(Fact header)
    {
        string type = header.Type ?? "";
        int colon = type.IndexOf(':');
        return colon < 0 ? header
            : header with { Words = header.Words.Select((word, i) => i > 0 ? word : type.Substring(0, colon) + (type.EndsWith("?", StringComparison.Ordinal) ? "?" : "")).ToEquatableArray() };
    }

    // How it is read.
    private static string KindOf(string type) => type is "text" or "file" or "nothing" ? type
        : type.IndexOf(':') is var colon and > 0 && type.Substring(0, colon) is "events" or "lines" or "outputs" ? type.Substring(0, type.IndexOf(':'))
        : "json";
}
