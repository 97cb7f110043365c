using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Sameness;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Paging;

/// <summary>Finds the calls that give lists in pages.</summary>
/// <remarks>
/// Only what the document leaves no doubt of, or the user says: a method that gave some items and seemed to give all would be
/// worse than none.
/// </remarks>
internal sealed class PagedCalls
{
    private readonly PagingWishes _wishes;
    private readonly Findings _findings;

    private PagedCalls(PagingWishes wishes, Findings findings)
    {
        _wishes = wishes;
        _findings = findings;
    }

    /// <param name="calls">The calls of the client.</param>
    /// <param name="types">What their parameters and answers are.</param>
    /// <param name="schemes">The security schemes of the document.</param>
    /// <param name="wishes">What the user says.</param>
    /// <param name="findings">Takes what the user should know.</param>
    public static IReadOnlyDictionary<ApiOperation, PagingChoice> Find(
        IReadOnlyList<CallChoice> calls, NamedTypes types, IReadOnlyList<ApiSecurityScheme> schemes, PagingWishes wishes, Findings findings)
    {
        HashSet<string> keysInQuery = new(schemes.Where(scheme => scheme is { Type: "apiKey", In: "query" }).Select(scheme => scheme.Name));
        PagedCalls pass = new(wishes, findings);
        Dictionary<ApiOperation, PagingChoice> found = new();
        foreach (CallChoice call in calls)
        {
            if (pass.Find(call, PagedCall.Of(call, types, keysInQuery)) is { } choice)
            {
                found.Add(call.Operation, choice);
            }
        }

        wishes.TellUnmet(findings);
        return found;
    }

    private PagingChoice? Find(CallChoice call, PagedCall? paged)
    {
        if (_wishes.Of(call) is { } wish)
        {
            return FindSaid(call, paged, wish);
        }

        if (paged is null)
        {
            return null;
        }

        PagingChoice? found = Find(paged);
        if (found is null && Missing(paged) is { } missing)
        {
            _findings.PagingUnclear(
                call.Operation.Pointer, missing.Style is { } style
                    ? $"{missing.Words}; Paging=\"{call.Operation.OperationId ?? call.Name}={style}\" of the item says that it is so, and {PagingWishes.None} that it is not"
                    : (MessageText)$"{missing.Words}; Paging=\"{call.Operation.OperationId ?? call.Name}={PagingWishes.None}\" of the item says that it is no such list");
        }

        return found;
    }

    private PagingChoice? FindSaid(CallChoice call, PagedCall? paged, (string Entry, string Style, bool IsByName) wish)
    {
        PagingChoice? found = paged is null ? null : wish.Style switch
        {
            PagingWishes.LimitOffset => OffsetPages.Find(paged, isSaid: true),
            PagingWishes.PageSize => NumberedPages.Find(paged, isSaid: true),
            PagingWishes.Cursor => CursorPages.Find(paged, isSaid: true),

            // Of all operations those that have one in their answer, or declare the header.
            PagingWishes.Link => wish.IsByName ? LinkPages.FindSaid(paged) : LinkPages.FindInBody(paged) ?? LinkPages.FindInHeader(paged),
            _ => null,
        };
        if (found is not null || wish.IsByName || wish.Style == PagingWishes.None)
        {
            _wishes.Meet(wish.Entry);
        }

        if (found is null && wish.IsByName && wish.Style != PagingWishes.None)
        {
            _findings.FilterWithoutMatch(
                call.Operation.Pointer, $"Paging '{wish.Entry}': the operation is no GET that answers with one list, or has not what this style goes by");
        }

        return found;
    }

    private static PagingChoice? Find(PagedCall call) =>
        CursorPages.Find(call, isSaid: false) ?? OffsetPages.Find(call, isSaid: false) ?? NumberedPages.Find(call, isSaid: false)
        ?? LinkPages.FindInBody(call) ?? LinkPages.FindInHeader(call);

    // What looks like a list in pages, and what is missing to be sure of it.
    private static (string Words, string? Style)? Missing(PagedCall call) =>
        CursorPages.Missing(call) is { } cursor ? (cursor, CursorPages.Find(call, isSaid: true) is null ? null : PagingWishes.Cursor)
        : OffsetPages.Missing(call) is { } offset ? (offset, PagingWishes.LimitOffset)
        : NumberedPages.Missing(call) is { } number ? (number, PagingWishes.PageSize)
        : LinkPages.Missing(call) is { } link ? (link, PagingWishes.Link)
        : null;
}
