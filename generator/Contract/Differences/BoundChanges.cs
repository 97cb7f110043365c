using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Compares what limits a value, by what it lets through: <c>exclusiveMinimum: 0</c> and <c>minimum: 1</c> are one bound of an integer.</summary>
internal static class BoundChanges
{
    private const string Lower = "lower";
    private const string Upper = "upper";

    public static IEnumerable<Change> Of(Fact before, Fact after) => BoundText.KeywordsOf(before, after)
        .GroupBy(SideOf, StringComparer.Ordinal)
        .Select(side => Of(before, after, side.ToList()))
        .OfType<Change>();

    /// <summary>Tells whether two values of a document are one: 20 and 20.0 are, and objects with the same members in another order.</summary>
    public static bool IsSame(string? one, string? other) =>
        one == other || (Number(one) is { } a && Number(other) is { } b && a == b) || (one is ['{' or '[', ..] && other is ['{' or '[', ..] && IsSameTree(one, other));

    private static bool IsSameTree(string one, string other)
    {
        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other));
        }
        catch (JsonException)
        {
            // A lock that was edited by hand.
            return false;
        }
    }

    private static Change? Of(Fact before, Fact after, IReadOnlyList<string> keywords)
    {
        int? order = Compare(before, after, keywords);
        if (order == 0)
        {
            return null;
        }

        string[] had = keywords.Where(keyword => before.Get(keyword) is not null).ToArray();
        string[] has = keywords.Where(keyword => after.Get(keyword) is not null).ToArray();
        string? told = has.FirstOrDefault(keyword => after.Get(keyword) != before.Get(keyword));
        string? gone = had.FirstOrDefault(keyword => after.Get(keyword) != before.Get(keyword));
        string was = gone is null ? "had none" : gone == told || told is null ? $"was {before.Get(gone)}" : $"was {gone} {before.Get(gone)}";
        return new Change(order < 0 ? "constraint.widened" : "constraint.narrowed", before, after, told is null
            ? $"{after.Subject} has no {gone} any more, {was}"
            : $"{after.Subject} has {told} {after.Get(told)} now, {was}")
        { Bound = told ?? "" };
    }

    // Less than zero: more is let through; null: nobody can tell which takes less, as of patterns.
    private static int? Compare(Fact before, Fact after, IReadOnlyList<string> keywords)
    {
        string keyword = keywords[0];
        string side = SideOf(keyword).Substring(keyword.LastIndexOf('.') + 1);
        if (side is Lower or Upper)
        {
            return CompareLimits(Limit(before, keywords, side), Limit(after, keywords, side));
        }

        string? old = before.Get(keyword), current = after.Get(keyword);
        (decimal? was, decimal? isNow) = (Number(old), Number(current));
        bool isUnread = (old is not null && was is null) || (current is not null && isNow is null);
        return isUnread ? old == current ? 0 : current is null ? -1 : null
            : side == "multipleOf" ? CompareSteps(was ?? StepOf(before, keyword), isNow ?? StepOf(after, keyword))
            : side.StartsWith("min", StringComparison.Ordinal) ? (isNow ?? 0).CompareTo(was ?? 0)
            : was == isNow ? 0
            : isNow is null ? -1 : was is null ? 1 : was.Value.CompareTo(isNow.Value);
    }

    private static int? CompareSteps(decimal? was, decimal? isNow) => was == isNow ? 0
        : isNow is null or 0 ? -1
        : was is null or 0 ? 1
        : was % isNow == 0 ? -1 : isNow % was == 0 ? 1 : null;

    // Every integer is a multiple of 1.
    private static decimal? StepOf(Fact fact, string keyword) => IsInteger(fact, keyword) ? 1 : null;

    private static int CompareLimits((decimal Value, bool IsExclusive)? was, (decimal Value, bool IsExclusive)? isNow) =>
        was is null ? isNow is null ? 0 : 1
        : isNow is null ? -1
        : isNow.Value.Value.CompareTo(was.Value.Value) is not 0 and int order ? order
        : isNow.Value.IsExclusive.CompareTo(was.Value.IsExclusive);

    // Of both spellings the one that takes less; of an upper limit the negative, so that more takes less of each.
    private static (decimal Value, bool IsExclusive)? Limit(Fact fact, IReadOnlyList<string> keywords, string side)
    {
        (decimal, bool)? limit = null;
        foreach (string keyword in keywords)
        {
            if (Number(fact.Get(keyword)) is not { } value)
            {
                continue;
            }

            bool isExclusive = BoundText.WithoutPart(keyword).StartsWith("exclusive", StringComparison.Ordinal);
            value = side == Upper ? -value : value;
            (decimal, bool) own = !IsInteger(fact, keyword) ? (value, isExclusive)
                : (isExclusive ? decimal.Floor(value) + 1 : decimal.Ceiling(value), false);
            limit = limit is null || CompareLimits(limit, own) > 0 ? own : limit;
        }

        return limit;
    }

    private static bool IsInteger(Fact fact, string keyword) => BoundText.TypeOf(fact.Type ?? "", keyword).StartsWith("integer", StringComparison.Ordinal);

    private static string SideOf(string keyword)
    {
        string name = BoundText.WithoutPart(keyword);
        return keyword.Substring(0, keyword.Length - name.Length) + name switch
        {
            "minimum" or "exclusiveMinimum" => Lower,
            "maximum" or "exclusiveMaximum" => Upper,
            _ => name,
        };
    }

    private static decimal? Number(string? text) =>
        text is { Length: < 25 } && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : null;
}
