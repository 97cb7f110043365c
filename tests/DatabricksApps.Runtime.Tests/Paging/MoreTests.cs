using System.Globalization;

namespace DatabricksApps.Tests.Paging;

/// <summary>Pages that say themselves whether another one follows, and apps that never end.</summary>
public sealed class MoreTests
{
    // The size is the declared default, 3; the app gives fewer.
    [Theory]
    [InlineData("\"more\":true", "\"more\":false")]
    [InlineData("\"next\":\"x\"", "\"next\":null")]
    [InlineData("\"total\":4", "\"total\":4")]
    public async Task A_short_page_is_not_the_end_where_it_says_so(string first, string last)
    {
        PagedApp app = PagedApp.Of((query, _) => query["offset"] == "0" ? $$"""{"items":[0,1],{{first}}}""" : $$"""{"items":[2,3],{{last}}}""");

        Assert.Equal("0 1 2 3", await PagedApp.ReadAsync(app.ByOffset(standard: 3, hasNext: true)));
        Assert.Equal(2, app.Requests);

        app = PagedApp.Of((query, _) => query["page"] == "1" ? $$"""{"items":[0,1],{{first}}}""" : $$"""{"items":[2,3],{{last}}}""");
        Assert.Equal("0 1 2 3", await PagedApp.ReadAsync(app.ByNumber(1, standard: 3, hasTotal: true, hasNext: true)));
        Assert.Equal(2, app.Requests);
    }

    [Fact]
    public async Task A_header_Link_says_so_too()
    {
        PagedApp app = PagedApp.OfAnswers((_, number) =>
        {
            HttpResponseMessage answer = PagedApp.Json(number == 1 ? "[0,1]" : "[2]");
            if (number == 1)
            {
                answer.Headers.TryAddWithoutValidation("Link", "</api/items?page=2>; rel='next'");
            }

            return answer;
        });

        Assert.Equal("0 1 2", await PagedApp.ReadAsync(app.ByNumber(1, standard: 3)));
        Assert.Equal(2, app.Requests);
    }

    // The size is not known; the app fails beyond the last page.
    [Theory]
    [InlineData("\"next\":\"x\"", "\"next\":null", 2)]
    [InlineData("\"next\":null,\"total\":2", "", 1)]
    public async Task A_page_that_names_no_next_one_is_the_last_where_others_do_or_all_items_were_given(string first, string last, int requests)
    {
        PagedApp app = PagedApp.Of((_, number) => number == 1 ? $$"""{"items":[0,1],{{first}}}""" : number == 2 ? $$"""{"items":[2,3],{{last}}}""" : "no");

        await PagedApp.ReadAsync(app.ByNumber(1, hasTotal: true, hasNext: true));

        Assert.Equal(requests, app.Requests);
    }

    [Fact]
    public async Task An_empty_page_that_another_one_follows_is_gone_over_by_number_and_an_error_by_offset()
    {
        PagedApp app = PagedApp.Of((query, _) => query["page"] switch
        {
            "1" => """{"items":[0],"more":true}""",
            "2" => """{"items":[],"more":true}""",
            _ => """{"items":[1],"more":false}""",
        });
        Assert.Equal("0 1", await PagedApp.ReadAsync(app.ByNumber(1)));

        app = PagedApp.Of((query, _) => query["offset"] == "0" ? """{"items":[0],"more":true}""" : """{"items":[],"more":true}""");
        (string read, AppException failure) = await PagedApp.FailAsync(app.ByOffset());
        Assert.Equal(("0", AppErrorReason.InvalidPage), (read, failure.Reason));
        Assert.StartsWith("GET /api/items: the page has no items, though it says that there is another one (page 2, after 1 items)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_page_whose_total_says_more_is_an_error()
    {
        PagedApp app = PagedApp.Of((_, number) => number == 1 ? """{"items":[0,1],"total":10}""" : """{"items":[],"total":10}""");

        (string read, AppException failure) = await PagedApp.FailAsync(app.ByOffset());

        Assert.Equal(("0 1", AppErrorReason.InvalidPage), (read, failure.Reason));
        Assert.StartsWith("GET /api/items: the page has no items, though the app says that there are 10 (page 2, after 2 items)", failure.Message, StringComparison.Ordinal);
    }

    // Django's get_page gives the last page for each number beyond it.
    [Fact]
    public async Task A_last_page_that_comes_again_after_all_items_is_the_end()
    {
        PagedApp app = PagedApp.Of((_, _) => """{"items":[0,1],"total":2}""");

        Assert.Equal("0 1", await PagedApp.ReadAsync(app.ByNumber(1, hasTotal: true)));
        Assert.Equal(2, app.Requests);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Pages_in_turn_are_an_error(int period)
    {
        PagedApp app = PagedApp.Of((_, number) => $"[{number % period},{(number % period) + 100}]");

        AppException failure = (await PagedApp.FailAsync(app.ByOffset())).Failure;

        Assert.Equal(AppErrorReason.InvalidPage, failure.Reason);
        Assert.Contains("the pages have the items of pages that were read before, in turn", failure.Message, StringComparison.Ordinal);
        Assert.InRange(app.Requests, period + 1, (4 * period) + 2);
    }

    // Numbers may be the same on pages that do not follow each other.
    [Fact]
    public async Task A_page_that_is_equal_to_an_earlier_one_is_none_by_itself()
    {
        string[] pages = ["[1]", "[0]", "[2]", "[0]", "[3]", "[1]", "[0]", "[4]", "[0]", "[5]", "[]"];
        PagedApp app = PagedApp.Of((_, number) => pages[number - 1]);

        Assert.Equal("1 0 2 0 3 1 0 4 0 5", await PagedApp.ReadAsync(app.ByOffset()));
    }

    [Fact]
    public async Task A_list_that_never_ends_is_left()
    {
        PagedApp app = PagedApp.Of((query, _) => $"[{query["offset"]}]");

        AppException failure = (await PagedApp.FailAsync(app.ByOffset())).Failure;

        Assert.Equal((AppErrorReason.InvalidPage, 100_000), (failure.Reason, app.Requests));
        Assert.StartsWith("GET /api/items: the list does not end (page 100000, after 99999 items)", failure.Message, StringComparison.Ordinal);
    }

    // Whose list it is is said when it is asked for, whatever becomes of the options.
    [Fact]
    public async Task The_options_are_those_of_the_call()
    {
        PagedApp app = PagedApp.Of((query, _) => int.Parse(query["offset"]!, CultureInfo.InvariantCulture) < 4 ? $"[{query["offset"]}]" : "[]");
        AppRequestOptions options = new() { Headers = { ["x-user"] = "a" } };

        IAsyncEnumerable<long> items = app.ByOffset(options: options);
        options.Headers["x-user"] = "b";
        await foreach (long _ in items.WithCancellation(TestContext.Current.CancellationToken))
        {
            options.Headers.Clear();
        }

        Assert.Equal(["a", "a", "a", "a", "a"], app.Whole.Select(sent => sent["x-user"]));
    }
}
