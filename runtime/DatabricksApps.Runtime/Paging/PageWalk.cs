using DatabricksApps.Errors;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

/// <summary>The way through the pages of a list: makes the options of each request, and sees when the pages do not go on.</summary>
/// <remarks>An app that gives one page again and again must neither keep its caller for ever nor lose items without a word.</remarks>
/// <param name="options">What the caller wants each request to do differently.</param>
internal sealed class PageWalk<TItem, TJson>(AppRequestOptions? options)
    where TJson : IJson<TItem>
{
    // An app that filters what it has cut into pages may have some without an item, but not as many as this.
    private const int MostEmpty = 100;

    // More than any list that somebody reads to its end; an app that never ends one has to be left.
    private const int MostPages = 100_000;

    private readonly PageCircle<TItem, TJson> _circle = new();
    private PageCall? _call;
    private long? _total;
    private bool _hasNamedNext;
    private int _empty;
    private int _pages;

    // The place that others are compared with moves on, each time twice as far (Brent's algorithm): so a circle of any length
    // is found, and no more than two places are kept.
    private string? _mark;
    private string? _last;
    private long _steps;
    private long _reach = 1;

    /// <summary>Gets how many items were given.</summary>
    public long Received { get; private set; }

    /// <summary>Gets the request of the present page; null: the caller's own code answered in place of the app.</summary>
    public PageCall? Call => _call?.Request is null ? null : _call;

    /// <summary>Makes the options of the request of the next page.</summary>
    /// <param name="target">Where it goes in place of its own address; null: nowhere else.</param>
    public AppRequestOptions Next(Uri? target = null)
    {
        _call = new PageCall(target);
        _pages++;
        return (options ?? new AppRequestOptions()).ForPage(_call);
    }

    /// <summary>Takes the items of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="itemsOf">Gets its items; null: it is the list itself.</param>
    /// <exception cref="AppException">They were read before, there were too many pages without any, or too many at all.</exception>
    public IReadOnlyList<TItem> Take<TPage>(TPage page, Func<TPage, IReadOnlyList<TItem>?>? itemsOf) =>
        Take(page is null ? null : itemsOf is null ? page as IReadOnlyList<TItem> : itemsOf(page));

    private IReadOnlyList<TItem> Take(IReadOnlyList<TItem>? items)
    {
        if (items is null || items.Count == 0)
        {
            return ++_empty < MostEmpty ? [] : throw Fail(
                $"{MostEmpty} pages in a row have no items, and each says that there is another one",
                "the app makes up a new place for each page, whether or not something follows.");
        }

        if (_circle.Find(items) is { } what)
        {
            // Some apps give their last page for each that there is not.
            if (_total <= Received)
            {
                return [];
            }

            throw Fail(what, "the app does not look at what was asked for, or the document does not mean it as the place of a page.");
        }

        if (_pages == MostPages)
        {
            throw Fail("the list does not end", "the app makes up items for whatever it is asked for, or the list is longer than a program can read at once.");
        }

        _empty = 0;
        Received += items.Count;
        return items;
    }

    /// <summary>Tells whether a page is the last by what it says itself, of its place in the list; null: it does not say it.</summary>
    /// <param name="count">How many items it has.</param>
    /// <param name="total">How many there are; null: it does not say it.</param>
    /// <param name="more">Whether there is a next page; null: it does not say it.</param>
    /// <exception cref="AppException">It has no items, and says that there are more than were given.</exception>
    public bool? IsLast(int count, long? total, bool? more)
    {
        _total = total;
        if (count == 0 && total > Received && more != false)
        {
            throw Fail(
                $"the page has no items, though the app says that there are {total}",
                "the app leaves out items after it has cut the list into pages, or its total counts others too.");
        }

        return more is { } said ? !said : count == 0 ? true : null;
    }

    /// <summary>Tells whether a page follows, as this one names it, by what is in it or by its header <c>Link</c>; null: it says nothing of it.</summary>
    /// <param name="inPage">Whether the page itself names one; null: it has no place for it.</param>
    public bool? Follows(bool? inPage)
    {
        if (inPage == true || (Call?.Response is { } response && LinkHeader.Next(response) is not null))
        {
            _hasNamedNext = true;
            return true;
        }

        // Where pages do name the next one, or all items were given, one that names none is the last.
        return _hasNamedNext || (inPage == false && _total == Received) ? false : null;
    }

    /// <summary>Tells by the total whether all items were given; null: it may be the number of this page's items alone, or there is none.</summary>
    public bool? IsComplete(int count) =>
        _total > Received ? false
        : _total == Received && Received > count ? true
        : null;

    /// <summary>Tells whether a page leads back to one that was read.</summary>
    /// <param name="place">Where the next page is.</param>
    /// <param name="count">How many items this page has.</param>
    /// <returns>False: the walk goes on. True: it ends here, where nothing can be missing.</returns>
    /// <exception cref="AppException">It does, and has items.</exception>
    public bool LeadsBack(string place, int count)
    {
        if (place == _last || place == _mark)
        {
            return count == 0 ? true : throw Fail(
                "the page says that the next one is one that was read before",
                "the app gives the place of this page, or of an earlier one, as that of the next.");
        }

        _last = place;
        if (++_steps == _reach)
        {
            (_mark, _steps, _reach) = (place, 0, _reach * 2);
        }

        return false;
    }

    /// <summary>Makes the exception of pages that do not go on.</summary>
    public AppException Fail(string what, string cause, string? next = null)
    {
        Explanation explanation = new(
            AppErrorReason.InvalidPage,
            $"{what} (page {_pages}, after {Received} items), so that items may be missing",
            cause,
            next ?? "Call the method for one page, or ask the app's author; Paging=\"none\" on the item of the document leaves this method out.");
        return Call is { Request: { } request } call
            ? Failure.Of(request, call.Response, explanation)
            : new AppException(FailureText.Of(explanation.What, explanation.Cause, explanation.Next), explanation.Reason);
    }
}
