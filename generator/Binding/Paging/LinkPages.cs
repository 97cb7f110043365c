using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Paging;

/// <summary>Finds lists each of whose pages has the address of the next one: in the answer, or in the header <c>Link</c>.</summary>
internal static class LinkPages
{
    private static readonly string[] s_links = { "next", "nextlink", "nexturl", "nextpageurl", "odatanextlink" };

    // These say by their names what a text of the name next need not be.
    private static readonly string[] s_plainLinks = { "nextlink", "nexturl", "nextpageurl", "odatanextlink" };

    // What the address says in place of the caller. Of all others it has the values that the first request had.
    private static readonly string[] s_places = { "page", "cursor", "offset", "skip" };

    /// <summary>Finds one whose answer has it: a member that can be nothing but an address, by its format or its name.</summary>
    public static PagingChoice? FindInBody(PagedCall call) =>
        call.Answer is { Items: { } items } && (call.Answer.Find(s_links, TypeKind.Uri) ?? call.Answer.Find(s_plainLinks, TypeKind.String) ?? NextOfDjango(call)) is { } next && !call.HasKeyInQuery
            ? Make(call, PagingStyle.Link, items) with { Next = next.Path }
            : null;

    /// <summary>Finds one of which the user says that it is one: a text is an address then, and the header need not be declared.</summary>
    public static PagingChoice? FindSaid(PagedCall call) =>
        call.HasKeyInQuery || call.Items(isSaid: true) is not { } items ? null
        : call.Answer.Find(s_links, TypeKind.Uri, TypeKind.String) is { } next ? Make(call, PagingStyle.Link, items) with { Next = next.Path }
        : Make(call, PagingStyle.LinkHeader, items);

    /// <summary>Says what the document does not, where the call looks like one; null: it does not look so.</summary>
    public static string? Missing(PagedCall call) =>
        call.HasKeyInQuery || call.Items(isSaid: true) is null || call.Answer.Find(s_links, TypeKind.Uri, TypeKind.String) is not { } next ? null
        : next.Kind == TypeKind.String ? $"whether '{next.Name}' is an address is not said: it has no format uri"
        : call.MissingItems;

    /// <summary>Finds one whose success declares the header.</summary>
    public static PagingChoice? FindInHeader(PagedCall call) =>
        call.Answer is { Items: { } items } && call.Success.Response.Headers.Any(IsLink) && !call.HasKeyInQuery
            ? Make(call, PagingStyle.LinkHeader, items)
            : null;

    // Pages by cursor of Django REST framework before 3.15 do not say that theirs are addresses, but who has written them.
    private static PageMember? NextOfDjango(PagedCall call) =>
        call.Text("cursor") is { } cursor && PagedCall.WordsOf(cursor).Contains("The pagination cursor value.")
        && call.Answer.Find(new[] { "previous" }, TypeKind.String) is not null && call.Answer.Items is [var items] && items == "results"
            ? call.Answer.Find(new[] { "next" }, TypeKind.String)
            : null;

    private static bool IsLink(ApiHeader header) => header.Name.Equals("Link", StringComparison.OrdinalIgnoreCase);

    private static PagingChoice Make(PagedCall call, PagingStyle style, IReadOnlyList<string> items) => new(style, items)
    {
        Place = s_places.Select(call.Any).FirstOrDefault(place => place is { Parameter.IsRequired: false }),
        Size = call.Integers(PageWords.Sizes) is [var size] ? size : null,
    };
}
