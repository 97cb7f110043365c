using System.Collections.Specialized;
using System.Globalization;

namespace DatabricksApps.Tests.Paging;

/// <summary>Lists whose pages begin at the number of items before them: which requests are sent, in which order, and where the list ends.</summary>
public sealed class OffsetTests
{
    [Theory]

    // The total was reached in several pages; one page alone may hold as many as it says, so that one more request decides.
    [InlineData(5, 2, null, true, "0 2 4")]
    [InlineData(4, 2, null, true, "0 2")]
    [InlineData(2, 2, null, true, "0 2")]
    [InlineData(1, 2, null, true, "0 1")]
    [InlineData(0, 2, null, true, "0")]

    // Without a total one more request decides, unless the app surely gives as many as were asked for.
    [InlineData(5, 2, null, false, "0 2 4 5")]
    [InlineData(4, 2, null, false, "0 2 4")]
    [InlineData(5, 2, 10L, false, "0 2 4")]
    [InlineData(4, 2, 10L, false, "0 2 4")]
    [InlineData(1, 2, 10L, true, "0")]
    [InlineData(0, 2, 10L, false, "0")]
    public async Task It_is_asked_for_at(int count, int limit, long? maximum, bool hasTotal, string offsets)
    {
        PagedApp app = PagedApp.Of((query, _) => Page(query, count, int.MaxValue, hasTotal));

        Assert.Equal(string.Join(' ', Enumerable.Range(0, count)), await PagedApp.ReadAsync(app.ByOffset(limit, null, maximum, hasTotal)));
        Assert.Equal(offsets.Split(' ').Select(offset => $"offset={offset}&limit={limit}"), app.Sent);
    }

    [Fact]
    public async Task What_the_document_says_that_a_page_has_is_known_if_nobody_asks_for_another_size()
    {
        PagedApp app = PagedApp.Of((query, _) => Page(query, 5, 3, hasTotal: false));

        Assert.Equal("0 1 2 3 4", await PagedApp.ReadAsync(app.ByOffset(standard: 3, hasTotal: false)));
        Assert.Equal(["offset=0", "offset=3"], app.Sent);
    }

    // The app gives three where ten are asked for: by the size that was asked for items would be left out.
    [Theory]
    [InlineData(true, null, "0 3 6")]
    [InlineData(false, null, "0 3 6 7")]
    [InlineData(false, 3L, "0 3 6")]
    public async Task An_app_that_gives_fewer_loses_none(bool hasTotal, long? maximum, string offsets)
    {
        PagedApp app = PagedApp.Of((query, _) => Page(query, 7, 3, hasTotal));

        Assert.Equal("0 1 2 3 4 5 6", await PagedApp.ReadAsync(app.ByOffset(10, null, maximum, hasTotal)));
        Assert.Equal(offsets.Split(' ').Select(offset => $"offset={offset}&limit=10"), app.Sent);
    }

    // {"items": items, "total": len(items)}: the number of the page, which says nothing of the others.
    [Fact]
    public async Task A_total_that_is_the_number_of_a_page_ends_nothing()
    {
        PagedApp app = PagedApp.Of((query, _) =>
        {
            IEnumerable<int> items = Slice(query, 5, int.MaxValue);
            return $$"""{"items":[{{string.Join(',', items)}}],"total":{{items.Count()}}}""";
        });

        Assert.Equal("0 1 2 3 4", await PagedApp.ReadAsync(app.ByOffset(2)));
        Assert.Equal(["offset=0&limit=2", "offset=2&limit=2", "offset=4&limit=2", "offset=5&limit=2"], app.Sent);
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(null, 20L, 100L, 20L)]
    [InlineData(50L, 20L, 100L, 50L)]
    [InlineData(500L, 20L, 100L, 100L)]
    [InlineData(50L, 20L, null, null)]
    [InlineData(0L, null, null, null)]
    [InlineData(-1L, 20L, 100L, long.MaxValue)]
    public void The_size_that_is_sure_is(long? given, long? standard, long? maximum, long? expected) =>
        Assert.Equal(expected, DatabricksApps.Generated.AppPages.SizeOf(given, standard, maximum));

    [Fact]
    public async Task A_list_that_grows_meanwhile_is_read_to_its_end()
    {
        PagedApp app = PagedApp.Of((query, number) => Page(query, 3 + number, int.MaxValue, hasTotal: true));

        Assert.Equal("0 1 2 3 4 5", await PagedApp.ReadAsync(app.ByOffset(2)));
        Assert.Equal(3, app.Requests);
    }

    [Fact]
    public async Task A_list_that_shrinks_meanwhile_ends()
    {
        PagedApp app = PagedApp.Of((query, number) => number < 3 ? Page(query, 10, int.MaxValue, hasTotal: true) : """{"items":[],"total":4}""");

        Assert.Equal("0 1 2 3", await PagedApp.ReadAsync(app.ByOffset(2)));
        Assert.Equal(3, app.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"items":null}""")]
    [InlineData("[]")]
    public async Task A_page_without_items_is_an_end(string page)
    {
        PagedApp app = PagedApp.Of((_, _) => page);

        Assert.Equal("", await PagedApp.ReadAsync(app.ByOffset(2)));
        Assert.Equal(1, app.Requests);
    }

    [Theory]
    [InlineData("""{"items":[1,2],"total":10}""")]
    [InlineData("""{"items":[1,2]}""")]
    [InlineData("[1,2]")]
    public async Task A_page_that_comes_again_is_an_error(string page)
    {
        PagedApp app = PagedApp.Of((_, _) => page);

        (string read, AppException failure) = await PagedApp.FailAsync(app.ByOffset(2));

        Assert.Equal(("1 2", 2), (read, app.Requests));
        Assert.Equal((AppErrorReason.InvalidPage, "GET", "/api/items", System.Net.HttpStatusCode.OK), (failure.Reason, failure.Method, failure.Route, failure.StatusCode));
        Assert.Equal(
            "GET /api/items: the page has the same 2 items as the page before (page 2, after 2 items), so that items may be missing. " +
            "Likely cause: the app does not look at what was asked for, or the document does not mean it as the place of a page. " +
            "Next step: Call the method for one page, or ask the app's author; Paging=\"none\" on the item of the document leaves this method out.",
            failure.Message);
    }

    [Fact]
    public async Task Nothing_is_sent_before_an_item_is_asked_for_and_no_page_ahead()
    {
        PagedApp app = PagedApp.Of((query, _) => Page(query, 5, int.MaxValue, hasTotal: true));
        IAsyncEnumerable<long> items = app.ByOffset(2);
        await using IAsyncEnumerator<long> all = items.GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.Equal(0, app.Requests);
        List<int> requests = [];
        while (await all.MoveNextAsync())
        {
            requests.Add(app.Requests);
        }

        Assert.Equal([1, 1, 2, 2, 3], requests);
    }

    [Fact]
    public async Task Each_enumeration_begins_anew()
    {
        PagedApp app = PagedApp.Of((query, _) => Page(query, 3, int.MaxValue, hasTotal: true));
        IAsyncEnumerable<long> items = app.ByOffset(2);

        Assert.Equal("0 1 2", await PagedApp.ReadAsync(items));
        Assert.Equal("0 1 2", await PagedApp.ReadAsync(items));
        Assert.Equal(4, app.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_cancelled_by_either_token(bool isOfMethod)
    {
        using CancellationTokenSource source = new();
        PagedApp app = PagedApp.Of((query, _) => Page(query, 9, int.MaxValue, hasTotal: true));
        List<long> read = [];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (long item in app.ByOffset(2, source: isOfMethod ? source : null).WithCancellation(isOfMethod ? default : source.Token))
            {
                read.Add(item);
                if (item == 1)
                {
                    await source.CancelAsync();
                }
            }
        });

        Assert.Equal([0, 1], read);
        Assert.Equal(1, app.Requests);
    }

    [Fact]
    public async Task Every_request_has_the_options_of_the_call()
    {
        PagedApp app = PagedApp.Of((query, _) => Page(query, 3, int.MaxValue, hasTotal: true));
        List<int> seen = [];
        AppRequestOptions options = new() { Headers = { ["x-team"] = "a" }, Timeout = TimeSpan.FromMinutes(1), OnResponse = info => seen.Add((int)info.StatusCode) };

        await PagedApp.ReadAsync(app.ByOffset(2, options: options));

        Assert.Equal(["a", "a"], app.Whole.Select(sent => sent["x-team"]));
        Assert.Equal([200, 200], seen);
    }

    [Fact]
    public async Task A_request_fails_as_it_does_by_itself()
    {
        PagedApp app = PagedApp.OfAnswers((query, number) => number == 2
            ? PagedApp.Json("""{"detail":"no"}""", System.Net.HttpStatusCode.NotFound)
            : PagedApp.Json(Page(query, 5, int.MaxValue, hasTotal: true)));

        (string read, AppException failure) = await PagedApp.FailAsync(app.ByOffset(2));

        Assert.Equal(("0 1", AppErrorReason.NotFound), (read, failure.Reason));
    }

    private static IEnumerable<int> Slice(NameValueCollection query, int count, int most)
    {
        int limit = int.Parse(query["limit"] ?? $"{most}", CultureInfo.InvariantCulture);
        return Enumerable.Range(0, count).Skip(int.Parse(query["offset"]!, CultureInfo.InvariantCulture)).Take(Math.Min(limit, most));
    }

    private static string Page(NameValueCollection query, int count, int most, bool hasTotal) =>
        $$"""{"items":[{{string.Join(',', Slice(query, count, most))}}]{{(hasTotal ? $",\"total\":{count}" : "")}}}""";
}
