namespace DatabricksApps.Tests.Paging;

/// <summary>Lists each of whose pages has the text that the next one is asked for by.</summary>
public sealed class CursorTests
{
    [Theory]
    [InlineData("""{"items":[3]}""")]
    [InlineData("""{"items":[3],"next":null}""")]
    [InlineData("""{"items":[3],"next":""}""")]
    [InlineData("""{"items":[3],"next":"c","more":false}""", true)]
    [InlineData("""{"items":[3],"next":null,"more":false}""", true)]
    [InlineData("""{"items":[3],"next":null}""", true)]
    public async Task Its_last_page_is(string last, bool hasMore = false)
    {
        PagedApp app = PagedApp.Of((query, _) => query["cursor"] switch
        {
            null => """{"items":[1],"next":"a/b c","more":true}""",
            "a/b c" => """{"items":[2],"next":"b"}""",
            _ => last,
        });

        Assert.Equal("1 2 3", await PagedApp.ReadAsync(app.ByCursor(hasMore)));
        Assert.Equal(["", "cursor=a%2Fb%20c", "cursor=b"], app.Sent);
    }

    [Fact]
    public async Task Pages_without_items_are_passed_over()
    {
        PagedApp app = PagedApp.Of((_, number) => number < 100 ? $$"""{"items":[],"next":"{{number}}"}""" : """{"items":[7]}""");

        Assert.Equal("7", await PagedApp.ReadAsync(app.ByCursor()));
        Assert.Equal(100, app.Requests);
    }

    [Fact]
    public async Task A_hundred_without_items_are_an_error()
    {
        PagedApp app = PagedApp.Of((_, number) => $$"""{"items":[{{(number == 1 ? "7" : "")}}],"next":"{{number}}"}""");

        (string read, AppException failure) = await PagedApp.FailAsync(app.ByCursor());

        Assert.Equal(("7", 101, AppErrorReason.InvalidPage), (read, app.Requests, failure.Reason));
        Assert.StartsWith("GET /api/items: 100 pages in a row have no items, and each says that there is another one (page 101, after 1 items)", failure.Message);
    }

    // A circle of any length: of one, of three, of two after a way.
    [Theory]
    [InlineData("a>a", "0 1", 2)]
    [InlineData("a>b b>c c>a", "0 1 2 3 4 5", 6)]
    [InlineData("a>b b>c c>d d>c", "0 1 2 3 4", 5)]
    public async Task A_cursor_that_leads_back_is_an_error(string steps, string expected, int requests)
    {
        Dictionary<string, string> next = steps.Split(' ').ToDictionary(step => step[..1], step => step[2..]);
        PagedApp app = PagedApp.Of((query, number) => $$"""{"items":[{{number - 1}}],"next":"{{(query["cursor"] is { } cursor ? next[cursor] : "a")}}"}""");

        (string read, AppException failure) = await PagedApp.FailAsync(app.ByCursor());

        Assert.Equal((expected, requests, AppErrorReason.InvalidPage), (read, app.Requests, failure.Reason));
        Assert.StartsWith("GET /api/items: the page says that the next one is one that was read before", failure.Message);
    }

    [Fact]
    public async Task A_cursor_that_leads_back_from_a_page_without_items_is_an_end()
    {
        PagedApp app = PagedApp.Of((query, number) => number < 3 ? $$"""{"items":[{{number}}],"next":"{{number}}"}""" : """{"items":[],"next":"2"}""");

        Assert.Equal("1 2", await PagedApp.ReadAsync(app.ByCursor()));
        Assert.Equal(3, app.Requests);
    }

    [Fact]
    public async Task A_page_that_comes_again_by_another_cursor_is_an_error()
    {
        PagedApp app = PagedApp.Of((_, number) => $$"""{"items":[1,2],"next":"{{number}}"}""");

        (string read, AppException failure) = await PagedApp.FailAsync(app.ByCursor());

        Assert.Equal(("1 2", 2, AppErrorReason.InvalidPage), (read, app.Requests, failure.Reason));
    }

    [Fact]
    public async Task More_without_a_cursor_is_an_error_that_shows_no_cursor()
    {
        PagedApp app = PagedApp.Of((_, number) => number == 1 ? """{"items":[1],"next":"secret"}""" : """{"items":[2],"more":true}""");

        (string read, AppException failure) = await PagedApp.FailAsync(app.ByCursor(hasMore: true));

        Assert.Equal(("1 2", AppErrorReason.InvalidPage), (read, failure.Reason));
        Assert.StartsWith("GET /api/items: the page says that there is another one, but not where (page 2, after 2 items), so that items may be missing.", failure.Message);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }
}
