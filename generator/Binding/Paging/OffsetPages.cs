using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Paging;

/// <summary>Finds lists whose pages begin at the number of items before them: <c>limit</c> and <c>offset</c>.</summary>
internal static class OffsetPages
{
    private static readonly Regex s_pages = new(@"\bpages?\b( (of|number|index)\b)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex s_items = new(
        @"\b(items?|records?|rows?|results?|entries|elements?|objects?|documents?|start(ing)? (point|position|index))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <param name="call">The call.</param>
    /// <param name="isSaid">Whether the user says that it is one, so that what has no other meaning needs no proof.</param>
    public static PagingChoice? Find(PagedCall call, bool isSaid)
    {
        IReadOnlyList<ParameterChoice> sizes = call.Integers(PageWords.Sizes);
        if (OffsetOf(call, isSaid) is not { } offset || call.Items(isSaid) is not { } items || (!isSaid && (sizes.Count != 1 || DoubtOf(call, offset) is not null)))
        {
            return null;
        }

        ParameterChoice? size = sizes.Count == 1 ? sizes[0] : null;
        return new PagingChoice(PagingStyle.LimitOffset, items)
        {
            Place = offset,
            Size = size,
            StandardSize = size is null ? null : PagedCall.DefaultOf(size),
            MaximumSize = size is null ? null : PagedCall.MaximumOf(size),
            Total = call.Answer.Find(PageWords.Totals, TypeKind.Int32, TypeKind.Int64)?.Path ?? [],
        }.With(call.Answer);
    }

    /// <summary>Says what the document does not, where the call looks like one; null: it does not look so.</summary>
    public static string? Missing(PagedCall call) => OffsetOf(call, isSaid: false) is not { } offset || Find(call, isSaid: true) is null ? null
        : call.Integers(PageWords.Sizes).Count != 1 ? $"'{offset.Parameter.Name}' has no one parameter beside it that says how many items a page has"
        : DoubtOf(call, offset) ?? call.MissingItems;

    private static ParameterChoice? OffsetOf(PagedCall call, bool isSaid)
    {
        bool mayStart = isSaid || call.Query.Contains("count");
        return call.Integers(mayStart ? PageWords.Offsets.Append("start") : PageWords.Offsets) is [var offset] ? offset : null;
    }

    // Beside a page or a cursor, an offset may be one within it.
    private static string? DoubtOf(PagedCall call, ParameterChoice offset)
    {
        string name = offset.Parameter.Name;
        return call.Query.Contains("page") || call.Query.Any(PageWords.IsCursor) ? $"beside '{name}' stands a page or a cursor"
            : CountsPages(PagedCall.WordsOf(offset)) ? $"'{name}' seems to count pages, not items"
            : PagedCall.MaximumOf(offset) < 10 ? $"'{name}' is at most {PagedCall.MaximumOf(offset)}, where a list may have more items"
            : PagedCall.MinimumOf(offset) < 0 ? $"'{name}' may be negative, which the place of an item is not"
            : BeginsAtZero(offset) ? null
            : $"that '{name}' begins at 0 is not said";
    }

    // "Items before the page" counts items, "how many pages to skip" and "page offset" do not.
    private static bool CountsPages(string words) =>
        s_pages.Matches(words).Cast<Match>().Any(page => page.Length > "page".Length || !s_items.IsMatch(words));

    // A start may be the number of the first item, so that it has to be said.
    private static bool BeginsAtZero(ParameterChoice offset) => (PagedCall.DefaultOf(offset), PagedCall.MinimumOf(offset)) switch
    {
        (0, _) => true,
        (null, 0) => true,
        (null, null) => PageWords.Of(offset.Parameter.Name) != "start",
        _ => false,
    };
}
