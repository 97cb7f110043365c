using System.Collections.Specialized;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Web;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Paging;

/// <summary>An app that has a list in pages, and whoever reads all of it.</summary>
internal sealed class PagedApp
{
    private readonly StubHandler _stub;

    private PagedApp(Func<NameValueCollection, int, HttpResponseMessage> answer, string baseAddress)
    {
        _stub = new StubHandler(request => answer(HttpUtility.ParseQueryString(request.RequestUri!.Query), ++Requests));
        App = new AppConnection(_stub.Client(baseAddress));
    }

    public AppConnection App { get; }

    public int Requests { get; private set; }

    /// <summary>Gets what was sent, such as <c>offset=0&amp;limit=2</c>.</summary>
    public IEnumerable<string> Sent => _stub.Sent.Select(sent => sent.Line[(sent.Line.IndexOf('?') is >= 0 and int start ? start + 1 : sent.Line.Length)..]);

    /// <summary>Gets the whole requests.</summary>
    public IReadOnlyList<SentRequest> Whole => _stub.Sent;

    /// <summary>Makes an app that answers by what the query asks for.</summary>
    /// <param name="answer">The query, and the number of the request, to JSON.</param>
    /// <param name="baseAddress">Where it is.</param>
    public static PagedApp Of(Func<NameValueCollection, int, string> answer, string baseAddress = "https://app.example.com") =>
        new((query, number) => Json(answer(query, number)), baseAddress);

    public static PagedApp OfAnswers(Func<NameValueCollection, int, HttpResponseMessage> answer, string baseAddress = "https://app.example.com") => new(answer, baseAddress);

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    /// <summary>Sends the request of a page, as a generated method does.</summary>
    public Task<JsonElement> PageAsync(string? name, object? value, long? limit, AppRequestOptions options, CancellationToken token)
    {
        AppRequest request = new(HttpMethod.Get, "/api/items");
        if (name is not null)
        {
            request.AddQuery(name, value is long number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : (string?)value);
        }

        request.AddQuery("limit", limit);
        return App.SendAsync<JsonElement, AnyJson>(request, options, token);
    }

    public IAsyncEnumerable<long> ByOffset(long? limit = null, long? standard = null, long? maximum = null, bool hasTotal = true, AppRequestOptions? options = null, CancellationTokenSource? source = null, bool hasNext = false) =>
        AppPages.ByOffset<JsonElement, long, Int64Json>(
            (place, page, token) => PageAsync("offset", place, limit, page, token), options, source?.Token ?? default,
            Items, hasTotal ? page => Number(page, "total") : null, More, hasNext ? HasNext : null, AppPages.SizeOf(limit, standard, maximum));

    public IAsyncEnumerable<long> ByNumber(long first, long? limit = null, long? standard = null, bool hasPages = false, bool hasTotal = false, bool hasNext = false) =>
        AppPages.ByNumber<JsonElement, long, Int64Json>(
            (place, page, token) => PageAsync("page", place, limit, page, token), first, null, default,
            Items, hasPages ? page => Number(page, "pages") : null, hasTotal ? page => Number(page, "total") : null, More, hasNext ? HasNext : null, AppPages.SizeOf(limit, standard, null));

    public IAsyncEnumerable<long> ByCursor(bool hasMore = false) => AppPages.ByCursor<JsonElement, long, Int64Json>(
        (place, page, token) => PageAsync("cursor", place, null, page, token), page => Text(page, "next"), null, default, Items, hasMore ? More : null);

    public IAsyncEnumerable<long> ByLink(AppRequestOptions? options = null) => AppPages.ByLink<JsonElement, long, Int64Json>(
        (page, token) => PageAsync("q", "x", null, page, token), page => Text(page, "next"), options, default, Items);

    public IAsyncEnumerable<long> ByLinkHeader(AppRequestOptions? options = null) => AppPages.ByLinkHeader<JsonElement, long, Int64Json>(
        (page, token) => PageAsync("q", "x", null, page, token), options, default, Items);

    private static bool HasNext(JsonElement page) => Text(page, "next") is not null;

    private static bool? More(JsonElement page) => page.ValueKind == JsonValueKind.Object && page.TryGetProperty("more", out JsonElement more) ? more.GetBoolean() : null;

    /// <summary>Reads all items, as <c>1 2 3</c>.</summary>
    public static async Task<string> ReadAsync(IAsyncEnumerable<long> items, List<long>? into = null)
    {
        into ??= [];
        await foreach (long item in items.WithCancellation(TestContext.Current.CancellationToken))
        {
            into.Add(item);
        }

        return string.Join(' ', into);
    }

    /// <summary>Reads items until the pages do not go on.</summary>
    public static async Task<(string Read, AppException Failure)> FailAsync(IAsyncEnumerable<long> items)
    {
        List<long> read = [];
        AppException failure = await Assert.ThrowsAsync<AppException>(() => ReadAsync(items, read));
        return (string.Join(' ', read), failure);
    }

    private static List<long>? Items(JsonElement page)
    {
        JsonElement list = page.ValueKind == JsonValueKind.Array ? page : page.TryGetProperty("items", out JsonElement items) ? items : default;
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(item => item.GetInt64())] : null;
    }

    private static long? Number(JsonElement page, string name) =>
        page.ValueKind == JsonValueKind.Object && page.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    private static string? Text(JsonElement page, string name) => page.ValueKind == JsonValueKind.Object && page.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
