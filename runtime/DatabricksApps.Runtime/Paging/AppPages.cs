using System.ComponentModel;
using System.Runtime.CompilerServices;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

/// <summary>Reads lists that come in pages: generated code says how one page is asked for, and what of it is what.</summary>
/// <remarks>
/// A page is asked for when its items are, none ahead. Where a list ends is taken from what leaves no doubt: an empty page, a
/// page that is shorter than the app surely makes them and names no next one, a total that was reached in more than one page. A total that is no
/// more than the items of the first page may be their number alone, so that one more request decides.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class AppPages
{
    /// <summary>Reads a list whose pages begin at the number of items before them.</summary>
    /// <param name="call">Asks for the page at an offset.</param>
    /// <param name="options">What each request does differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="items">Gets the items of a page; null: it is the list itself.</param>
    /// <param name="total">Gets how many items there are; null: no page says it.</param>
    /// <param name="more">Gets whether there is a next page; null: no page says it.</param>
    /// <param name="next">Gets whether a page names the next one, in whatever way; null: none does.</param>
    /// <param name="size">How many items a page has for sure that is not the last; null: not known.</param>
    /// <exception cref="AppException">A request failed, or the pages do not go on; thrown by the enumeration.</exception>
    public static IAsyncEnumerable<TItem> ByOffset<TPage, TItem, TJson>(
        Func<long, AppRequestOptions, CancellationToken, Task<TPage>> call,
        AppRequestOptions? options,
        CancellationToken cancellationToken,
        Func<TPage, IReadOnlyList<TItem>?>? items = null,
        Func<TPage, long?>? total = null,
        Func<TPage, bool?>? more = null,
        Func<TPage, bool>? next = null,
        long? size = null)
        where TJson : IJson<TItem> => ReadByOffset<TPage, TItem, TJson>(call, items, total, more, next, size, options?.Copy(), cancellationToken);

    private static async IAsyncEnumerable<TItem> ReadByOffset<TPage, TItem, TJson>(
        Func<long, AppRequestOptions, CancellationToken, Task<TPage>> call,
        Func<TPage, IReadOnlyList<TItem>?>? items,
        Func<TPage, long?>? total,
        Func<TPage, bool?>? more,
        Func<TPage, bool>? next,
        long? size,
        AppRequestOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TJson : IJson<TItem>
    {
        PageWalk<TItem, TJson> walk = new(options);
        while (true)
        {
            TPage page = await call(walk.Received, walk.Next(), cancellationToken).ConfigureAwait(false);
            IReadOnlyList<TItem> given = walk.Take(page, items);
            foreach (TItem item in given)
            {
                yield return item;
            }

            bool? isLast = walk.IsLast(given.Count, total?.Invoke(page), more?.Invoke(page));
            if (given.Count == 0 && isLast == false)
            {
                throw walk.Fail("the page has no items, though it says that there is another one", "the app leaves out items after it has cut the list into pages.");
            }

            if (isLast ?? !walk.Follows(next?.Invoke(page)) ?? walk.IsComplete(given.Count) ?? given.Count < size)
            {
                yield break;
            }
        }
    }

    /// <summary>Reads a list whose pages have numbers.</summary>
    /// <param name="call">Asks for the page of a number.</param>
    /// <param name="first">The number of the first page.</param>
    /// <param name="options">What each request does differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="items">Gets the items of a page; null: it is the list itself.</param>
    /// <param name="pages">Gets how many pages there are; null: no page says it.</param>
    /// <param name="total">Gets how many items there are; null: no page says it.</param>
    /// <param name="more">Gets whether there is a next page; null: no page says it.</param>
    /// <param name="next">Gets whether a page names the next one, in whatever way; null: none does.</param>
    /// <param name="size">How many items a page has for sure that is not the last; null: not known.</param>
    /// <exception cref="AppException">A request failed, or the pages do not go on; thrown by the enumeration.</exception>
    public static IAsyncEnumerable<TItem> ByNumber<TPage, TItem, TJson>(
        Func<long, AppRequestOptions, CancellationToken, Task<TPage>> call,
        long first,
        AppRequestOptions? options,
        CancellationToken cancellationToken,
        Func<TPage, IReadOnlyList<TItem>?>? items = null,
        Func<TPage, long?>? pages = null,
        Func<TPage, long?>? total = null,
        Func<TPage, bool?>? more = null,
        Func<TPage, bool>? next = null,
        long? size = null)
        where TJson : IJson<TItem> => ReadByNumber<TPage, TItem, TJson>(call, first, items, pages, total, more, next, size, options?.Copy(), cancellationToken);

    private static async IAsyncEnumerable<TItem> ReadByNumber<TPage, TItem, TJson>(
        Func<long, AppRequestOptions, CancellationToken, Task<TPage>> call,
        long first,
        Func<TPage, IReadOnlyList<TItem>?>? items,
        Func<TPage, long?>? pages,
        Func<TPage, long?>? total,
        Func<TPage, bool?>? more,
        Func<TPage, bool>? next,
        long? size,
        AppRequestOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TJson : IJson<TItem>
    {
        PageWalk<TItem, TJson> walk = new(options);
        for (long read = 1; ; read++)
        {
            TPage page = await call(first + read - 1, walk.Next(), cancellationToken).ConfigureAwait(false);
            IReadOnlyList<TItem> given = walk.Take(page, items);
            foreach (TItem item in given)
            {
                yield return item;
            }

            // Of a page without items their number says whether another one follows.
            bool? isLastNumber = pages?.Invoke(page) is { } all ? read >= all : null;
            bool? follows = more?.Invoke(page) ?? (given.Count == 0 ? !isLastNumber : null);
            if (walk.IsLast(given.Count, total?.Invoke(page), follows) ?? !walk.Follows(next?.Invoke(page)) ?? isLastNumber ?? walk.IsComplete(given.Count) ?? given.Count < size)
            {
                yield break;
            }
        }
    }

    /// <summary>Gets how many items a page has for sure that is not the last.</summary>
    /// <param name="given">What the caller asks for; null: nothing; a negative one can only mean all that there is.</param>
    /// <param name="standard">What the app takes then, as the document says; null: it does not.</param>
    /// <param name="maximum">The most that may be asked for; null: the document does not say, so that the app may give less.</param>
    /// <returns>The number; null: not known.</returns>
    public static long? SizeOf(long? given, long? standard, long? maximum) =>
        given is null ? standard
        : given < 0 ? long.MaxValue
        : maximum is { } most ? Math.Min(given.Value, most) : null;
}
