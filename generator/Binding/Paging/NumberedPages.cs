using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Paging;

/// <summary>Finds lists whose pages have numbers: <c>page</c> and <c>size</c>.</summary>
internal static class NumberedPages
{
    private static readonly string[] s_numbers = { "page" };

    /// <param name="call">The call.</param>
    /// <param name="isSaid">Whether the user says that it is one, so that what has no other meaning needs no proof.</param>
    public static PagingChoice? Find(PagedCall call, bool isSaid)
    {
        ParameterChoice? size = call.Integers(PageWords.Sizes) is [var one] ? one : null;
        if (call.Integers(s_numbers) is not [var page] || call.Items(isSaid) is not { } items || (!isSaid && DoubtOf(call, page, size) is not null))
        {
            return null;
        }

        long first = FirstOf(page) ?? 1;
        return new PagingChoice(PagingStyle.PageSize, items)
        {
            Place = page,
            First = first,
            Size = size,
            StandardSize = size is null ? null : PagedCall.DefaultOf(size),
            MaximumSize = size is null ? null : PagedCall.MaximumOf(size),
            Pages = call.Answer.Find(first == 1 ? PageWords.PageCounts.Concat(PageWords.LastPages).ToArray() : PageWords.PageCounts, TypeKind.Int32, TypeKind.Int64)?.Path ?? [],
            Total = call.Answer.Find(PageWords.Totals, TypeKind.Int32, TypeKind.Int64)?.Path ?? [],
        }.With(call.Answer);
    }

    /// <summary>Says what the document does not, where the call looks like one; null: it does not look so.</summary>
    public static string? Missing(PagedCall call) => Find(call, isSaid: true) is { } choice && (choice.Size ?? (object?)choice.Total.Concat(choice.Pages).Concat(choice.HasMore).FirstOrDefault()) is not null ? DoubtOf(call, choice.Place!, choice.Size) ?? call.MissingItems : null;

    // A page alone may be one of a document.
    private static string? DoubtOf(PagedCall call, ParameterChoice page, ParameterChoice? size)
    {
        string name = page.Parameter.Name;
        return size is null ? $"'{name}' has no one parameter beside it that says how many items a page has"
            : call.Query.Any(PageWords.IsCursor) ? $"beside '{name}' stands a cursor"
            : FirstOf(page) is null ? $"whether '{name}' begins at 0 or at 1 is not said: it has neither as its default or minimum, and would be read from 1 on"
            : null;
    }

    // Pages would be left out, or read twice, if the first one were guessed.
    private static long? FirstOf(ParameterChoice page) => (PagedCall.DefaultOf(page), PagedCall.MinimumOf(page)) switch
    {
        ((0 or 1) and var first, var least) when !(least > first) => first,
        (null, (0 or 1) and var least) => least,
        _ => null,
    };
}
