using System.ComponentModel;
using System.Runtime.CompilerServices;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

/// <summary>Reads lists that come in pages: generated code says how one page is asked for, and what of it is what.</summary>
/// <remarks>
/// A page is asked for when its items are, none ahead. Where a list ends is taken from what leaves no doubt: an empty page, a
/// page that is shorter than the app surely makes them, a total that was reached in more than one page. A total that is no
/// more than the items of the first page may be their number alone, so that one more request decides.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class AppPages
{
    /// <summary>Reads a list whose pages begin at the number of items before them.</summary>
    /// <param name="call">Asks for the page at an offset.</param>
    /// <param name="items">Gets the items of a page; null: it is the list itself.</param>
    /// <param name="total">Gets how many items there are; null: no page says it.</param>
    /// <param name="size">How many items a page has for sure that is not the last; null: not known.</param>
    /// <param name="options">What each request does differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AppException">A request failed, or the pages do not go on; thrown by the enumeration.</exception>
    public static async IAsyncEnumerable<TItem> ByOffset<TPage, TItem, TJson>(
        Func<long, AppRequestOptions, CancellationToken, Task<TPage>> call,
        Func<TPage, IReadOnlyList<TItem>?>? items,
        Func<TPage, long?>? total,
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

            if (given.Count == 0 || IsLast(walk.Received, given.Count, total?.Invoke(page), size))
            {
                yield break;
            }
        }
    }

    /// <summary>Reads a list whose pages have numbers.</summary>
    /// <param name="call">Asks for the page of a number.</param>
    /// <param name="items">Gets the items of a page; null: it is the list itself.</param>
    /// <param name="first">The number of the first page.</param>
    /// <param name="pages">Gets how many pages there are; null: no page says it.</param>
    /// <param name="total">Gets how many items there are; null: no page says it.</param>
    /// <param name="size">How many items a page has for sure that is not the last; null: not known.</param>
    /// <param name="options">What each request does differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AppException">A request failed, or the pages do not go on; thrown by the enumeration.</exception>
    public static async IAsyncEnumerable<TItem> ByNumber<TPage, TItem, TJson>(
        Func<long, AppRequestOptions, CancellationToken, Task<TPage>> call,
        Func<TPage, IReadOnlyList<TItem>?>? items,
        long first,
        Func<TPage, long?>? pages,
        Func<TPage, long?>? total,
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

            if (given.Count == 0)
            {
                yield break;
            }

            if (pages?.Invoke(page) is { } all ? read >= all : IsLast(walk.Received, given.Count, total?.Invoke(page), size))
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

    private static bool IsLast(long received, int count, long? total, long? size) => total switch
    {
        { } all when all > received => false,
        { } all when all == received && received > count => true,
        _ => count < size,
    };
}
