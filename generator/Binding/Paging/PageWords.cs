using System;
using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Binding.Paging;

/// <summary>The names that parameters and members of lists in pages have, in small letters and digits alone.</summary>
internal static class PageWords
{
    public static readonly string[] Offsets = { "offset", "skip" };

    public static readonly string[] Sizes = { "limit", "size", "pagesize", "perpage", "itemsperpage", "count", "take", "top" };

    /// <summary>The names of totals, the plainest first: a count may be that of the page alone.</summary>
    public static readonly string[] Totals =
    {
        "total", "totalcount", "totalitems", "totalelements", "totalentries", "totalrecords", "totalresults", "totalhits", "count",
    };

    /// <summary>The names of the number of pages. A page count may be that of the items of a page.</summary>
    public static readonly string[] PageCounts = { "pages", "totalpages", "numpages", "totalpagecount" };

    /// <summary>The names of the number of the last page, which is how many there are only where the first one is 1.</summary>
    public static readonly string[] LastPages = { "lastpage" };

    public static readonly string[] HasMore = { "hasmore", "hasnext", "hasnextpage" };

    /// <summary>The names of what says that a page is the last, as Spring has it.</summary>
    public static readonly string[] Last = { "last", "islast", "lastpage", "islastpage" };

    /// <summary>The names of what names the next page.</summary>
    public static readonly string[] Next =
    {
        "next", "nextlink", "nexturl", "nextpageurl", "odatanextlink", "nextpage", "nextoffset", "nextskip", "nextcursor", "nextpagetoken",
    };

    /// <summary>The names of the list in a page.</summary>
    private static readonly HashSet<string> s_items = new(StringComparer.Ordinal) { "items", "results", "data", "value", "values", "records", "entries", "content", "hits", "rows", "list", "objects", "elements", "edges" };

    /// <summary>The lists beside the one of the items.</summary>
    private static readonly HashSet<string> s_beside = new(StringComparer.Ordinal) { "errors", "warnings", "links", "includes", "unreachable", "query", "corrections" };

    // What stands in a page beside its list, whatever the list is called.
    private static readonly string[] s_ofPages =
    {
        "total", "count", "page", "offset", "limit", "size", "cursor", "token", "next", "prev", "more", "link", "meta", "paging", "pagination",
        "first", "last", "start", "end", "skip", "status", "success", "message", "object", "kind", "apiversion", "url", "href", "self",
        "query", "filter", "sort", "order", "warnings", "errors", "timestamp",
    };

    // What an object in a page is called that says something of the page.
    private static readonly string[] s_abouts = { "meta", "paging", "paginat" };
    private static readonly HashSet<string> s_aboutNames = new(StringComparer.Ordinal) { "page", "pages", "pageinfo", "pageable", "link", "links", "cursor", "cursors" };

    /// <summary>Tells whether an object in a page says something of the page, and not of anything else: a summary has a total too.</summary>
    public static bool IsAboutPages(string name) => Of(name) is var word && (s_abouts.Any(word.Contains) || s_aboutNames.Contains(word));

    /// <summary>Gets a name as it is compared: <c>next_cursor</c> and <c>nextCursor</c> are one.</summary>
    public static string Of(string name) => string.Concat(name.Where(c => c < 128 && char.IsLetterOrDigit(c))).ToLowerInvariant();

    public static bool IsItems(string name) => s_items.Contains(Of(name));

    public static bool IsBeside(string name) => s_beside.Contains(Of(name));

    public static bool IsOfPages(string name) => Of(name) is var word && s_ofPages.Any(part => word.Contains(part));

    /// <summary>Tells whether a parameter says a place by a text that the app has made.</summary>
    public static bool IsCursor(string name) =>
        Of(name) is var word && (word.Contains("cursor") || word.EndsWith("pagetoken", StringComparison.Ordinal) || word is "nexttoken" or "paginationtoken" or "continuationtoken" or "continue");
}
