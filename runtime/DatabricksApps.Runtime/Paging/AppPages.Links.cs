using System.Runtime.CompilerServices;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

public static partial class AppPages
{
    /// <summary>Reads a list each of whose pages has the text that the next one is asked for by.</summary>
    /// <param name="call">Asks for the page of a text; of null for the first.</param>
    /// <param name="next">Gets the text of the next page; null or empty: there is none.</param>
    /// <param name="options">What each request does differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="items">Gets the items of a page; null: it is the list itself.</param>
    /// <param name="hasMore">Gets whether there is a next page; null: the text alone says it.</param>
    /// <exception cref="AppException">A request failed, or the pages do not go on; thrown by the enumeration.</exception>
    public static IAsyncEnumerable<TItem> ByCursor<TPage, TItem, TJson>(
        Func<string?, AppRequestOptions, CancellationToken, Task<TPage>> call,
        Func<TPage, string?> next,
        AppRequestOptions? options,
        CancellationToken cancellationToken,
        Func<TPage, IReadOnlyList<TItem>?>? items = null,
        Func<TPage, bool?>? hasMore = null)
        where TJson : IJson<TItem> => ReadByCursor<TPage, TItem, TJson>(call, next, items, hasMore, options?.Copy(), cancellationToken);

    private static async IAsyncEnumerable<TItem> ReadByCursor<TPage, TItem, TJson>(
        Func<string?, AppRequestOptions, CancellationToken, Task<TPage>> call,
        Func<TPage, string?> next,
        Func<TPage, IReadOnlyList<TItem>?>? items,
        Func<TPage, bool?>? hasMore,
        AppRequestOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TJson : IJson<TItem>
    {
        PageWalk<TItem, TJson> walk = new(options);
        string? place = null;
        while (true)
        {
            TPage page = await call(place, walk.Next(), cancellationToken).ConfigureAwait(false);
            IReadOnlyList<TItem> given = walk.Take(page, items);
            foreach (TItem item in given)
            {
                yield return item;
            }

            bool? more = page is null ? false : hasMore?.Invoke(page);
            place = page is null ? null : next(page);
            if (string.IsNullOrEmpty(place) && more == true)
            {
                throw walk.Fail("the page says that there is another one, but not where", "the app leaves out the cursor that the next page is asked for by.");
            }

            if (string.IsNullOrEmpty(place) || more == false || walk.LeadsBack(place, given.Count))
            {
                yield break;
            }
        }
    }

    /// <summary>Reads a list each of whose pages has the address of the next one.</summary>
    /// <param name="call">Asks for the first page, or for the one that the options name.</param>
    /// <param name="next">Gets the address of the next page; null or empty: there is none.</param>
    /// <param name="options">What each request does differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="items">Gets the items of a page; null: it is the list itself.</param>
    /// <exception cref="AppException">A request failed, or the pages do not go on; thrown by the enumeration.</exception>
    public static IAsyncEnumerable<TItem> ByLink<TPage, TItem, TJson>(
        Func<AppRequestOptions, CancellationToken, Task<TPage>> call,
        Func<TPage, string?> next,
        AppRequestOptions? options,
        CancellationToken cancellationToken,
        Func<TPage, IReadOnlyList<TItem>?>? items = null)
        where TJson : IJson<TItem> =>
        ByLinkOf<TPage, TItem, TJson>(call, items, (page, _) => page is null ? null : next(page), options?.Copy(), cancellationToken);

    /// <summary>Reads a list each of whose answers has the address of the next page in its header <c>Link</c>.</summary>
    /// <param name="call">Asks for the first page, or for the one that the options name.</param>
    /// <param name="options">What each request does differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="items">Gets the items of a page; null: it is the list itself.</param>
    /// <exception cref="AppException">A request failed, or the pages do not go on; thrown by the enumeration.</exception>
    public static IAsyncEnumerable<TItem> ByLinkHeader<TPage, TItem, TJson>(
        Func<AppRequestOptions, CancellationToken, Task<TPage>> call,
        AppRequestOptions? options,
        CancellationToken cancellationToken,
        Func<TPage, IReadOnlyList<TItem>?>? items = null)
        where TJson : IJson<TItem> =>
        ByLinkOf<TPage, TItem, TJson>(call, items, static (_, sent) => LinkHeader.Next(sent.Response!), options?.Copy(), cancellationToken);

    private static async IAsyncEnumerable<TItem> ByLinkOf<TPage, TItem, TJson>(
        Func<AppRequestOptions, CancellationToken, Task<TPage>> call,
        Func<TPage, IReadOnlyList<TItem>?>? items,
        Func<TPage, PageCall, string?> next,
        AppRequestOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TJson : IJson<TItem>
    {
        PageWalk<TItem, TJson> walk = new(options);
        Uri? place = null;
        while (true)
        {
            TPage page = await call(walk.Next(place), cancellationToken).ConfigureAwait(false);
            IReadOnlyList<TItem> given = walk.Take(page, items);
            foreach (TItem item in given)
            {
                yield return item;
            }

            if (walk.Call is not { } sent || next(page, sent) is not { Length: > 0 } link)
            {
                yield break;
            }

            place = PageLink.Resolve(link, sent.Request!) ?? throw walk.Fail(
                "the link to the next page leads elsewhere than to this app",
                "the app does not know under which address it is called, or is called by another one.",
                "Tell the app its public address (root_path, forwarded headers), or that its links are relative. Nothing is sent to another host.");
            if (walk.LeadsBack(place.PathAndQuery, given.Count))
            {
                yield break;
            }
        }
    }
}
