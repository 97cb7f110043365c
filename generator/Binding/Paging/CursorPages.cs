using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Paging;

/// <summary>Finds lists each of whose pages has the text that the next one is asked for by: <c>cursor</c> and <c>next_cursor</c>.</summary>
internal static class CursorPages
{
    // A parameter, and the members of answers that are its value for the next page.
    private static readonly (string Parameter, string[] Members)[] s_pairs =
    {
        ("cursor", new[] { "nextcursor", "nextpage" }),
        ("nextcursor", new[] { "nextcursor" }),
        ("pagecursor", new[] { "nextpagecursor", "nextcursor" }),
        ("pagetoken", new[] { "nextpagetoken" }),
        ("nextpagetoken", new[] { "nextpagetoken" }),
        ("nexttoken", new[] { "nexttoken" }),
        ("paginationtoken", new[] { "nexttoken" }),
        ("continuationtoken", new[] { "continuationtoken", "nextcontinuationtoken" }),
        ("continue", new[] { "continue" }),
        ("page", new[] { "nextpage" }),
    };

    // These go by the last item, which the last page has too: only a member that says so ends them.
    private static readonly (string Parameter, string[] Members)[] s_pairsWithMore =
    {
        ("after", new[] { "lastid", "endcursor" }),
        ("afterid", new[] { "lastid" }),
    };

    // What else may be meant, if the user says that it is a cursor.
    private static readonly string[] s_parameters = { "cursor", "pagetoken", "nextpagetoken", "nexttoken", "paginationtoken", "nextcursor", "pagecursor", "token", "after", "afterid", "startingafter", "page" };
    private static readonly string[] s_members = { "nextcursor", "nextpagetoken", "nexttoken", "nextpage", "next", "cursor", "endcursor", "lastid", "after" };

    /// <param name="call">The call.</param>
    /// <param name="isSaid">Whether the user says that it is one, so that what has no other meaning needs no proof.</param>
    public static PagingChoice? Find(PagedCall call, bool isSaid) => FindPair(call) ?? (isSaid ? FindAny(call) : null);

    /// <summary>Says what the document does not, where the call looks like one; null: it does not look so.</summary>
    public static string? Missing(PagedCall call)
    {
        ParameterChoice? place = s_parameters.Take(4).Select(call.Text).FirstOrDefault(parameter => parameter is not null);
        return place is null || call.Items(isSaid: true) is null ? null
            : FindAny(call) is { } any ? (call.Answer.Items is null ? call.MissingItems : $"that the '{any.Next[any.Next.Count - 1]}' of a page is the '{place.Parameter.Name}' of the next, and what it is on the last, is not plain")
            : $"no member of a page is the '{place.Parameter.Name}' of the next";
    }

    private static PagingChoice? FindAny(PagedCall call) =>
        s_parameters.Select(call.Text).FirstOrDefault(parameter => parameter is { Parameter.IsRequired: false }) is { } place
        && call.Answer.Find(s_members, TypeKind.String) is { } next
        && call.Items(isSaid: true) is { } items
            ? Make(call, place, items, next, call.Answer.Find(PageWords.HasMore, TypeKind.Boolean))
            : null;

    private static PagingChoice? FindPair(PagedCall call)
    {
        PageMember? more = call.Answer.Find(PageWords.HasMore, TypeKind.Boolean);
        List<PagingChoice> found = s_pairs.Concat(more is null ? new (string, string[])[0] : s_pairsWithMore)
            .Select(pair => Choose(call, pair.Item1, pair.Item2, more))
            .OfType<PagingChoice>()
            .ToList();

        // One page may be asked for in two ways, but by one text.
        return found.Count > 0 && found.All(choice => choice.Next.SequenceEqual(found[0].Next)) ? found[0] : null;
    }

    private static PagingChoice? Choose(PagedCall call, string parameter, string[] members, PageMember? more)
    {
        if (call.Text(parameter) is not { Parameter.IsRequired: false } place)
        {
            return null;
        }

        List<PageMember> next = members.Select(name => call.Answer.Find(new[] { name }, TypeKind.String)).OfType<PageMember>().ToList();

        // One that is always there never ends the list, unless something else does.
        // Beside its pair one list is the items, whatever else is there.
        return next is [var one] && (one.MayBeNone || more is not null) && call.Items(isSaid: one.Path.Count == 1) is { } items ? Make(call, place, items, one, more) : null;
    }

    private static PagingChoice Make(PagedCall call, ParameterChoice place, IReadOnlyList<string> items, PageMember next, PageMember? more) => new(PagingStyle.Cursor, items)
    {
        Place = place,
        Size = call.Integers(PageWords.Sizes.Append("maxresults")) is [var size] ? size : null,
        Next = next.Path,
        HasMore = more?.Path ?? Array.Empty<string>(),
    };
}
