using DatabricksApps.Http;

namespace DatabricksApps.Tests.Paging;

/// <summary>Lists each of whose pages has the address of the next one, which is followed at the app's own address alone.</summary>
public sealed class LinkTests
{
    [Theory]
    [InlineData("https://app.example.com/api/items?q=x&page=2", "https://app.example.com/api/items?q=x&page=2")]
    [InlineData("http://app.example.com/api/items?page=2#top", "https://app.example.com/api/items?page=2")]
    [InlineData("http://APP.example.com:8000/api/items?page=2", "https://app.example.com/api/items?page=2")]
    [InlineData("https://app.example.com/v2/items/2", "https://app.example.com/v2/items/2")]
    [InlineData("http://localhost:8000/api/items?page=2", "https://app.example.com/api/items?page=2")]
    [InlineData("http://localhost:8000/api/i%74ems?page=2", "https://app.example.com/api/items?page=2")]
    [InlineData("/api/items?page=2", "https://app.example.com/api/items?page=2")]
    [InlineData("?page=2&q=a%2Fb", "https://app.example.com/api/items?page=2&q=a%2Fb")]
    [InlineData("items/2", "https://app.example.com/api/items/2")]
    [InlineData("//evil.example/api/items?page=2", "https://app.example.com/api/items?page=2")]
    [InlineData("?page=2 \r\nx: y", "https://app.example.com/api/items?page=2%20%0D%0Ax:%20y")]

    // The app is mounted, and knows it or not.
    [InlineData("http://localhost/apps/shop/api/items?page=2", "https://app.example.com/apps/shop/api/items?page=2", "https://app.example.com/apps/shop")]
    [InlineData("http://localhost/api/items?page=2", "https://app.example.com/apps/shop/api/items?page=2", "https://app.example.com/apps/shop/")]
    public async Task A_link_is_followed(string link, string expected, string baseAddress = "https://app.example.com")
    {
        foreach (bool isHeader in new[] { true, false })
        {
            if (isHeader && link.Contains('\r', StringComparison.Ordinal))
            {
                continue;
            }

            PagedApp app = App(link, isHeader, baseAddress);

            Assert.Equal("1 2", await PagedApp.ReadAsync(isHeader ? app.ByLinkHeader() : app.ByLink()));
            Assert.Equal(2, app.Requests);
            Assert.Equal(expected, app.Whole[1].Url);
        }
    }

    [Theory]
    [InlineData("https://evil.example/steal?page=2")]
    [InlineData("//evil.example/steal")]
    [InlineData("http://app.example.com.evil.example/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///api/items")]
    [InlineData("ftp://app.example.com/api/items")]
    [InlineData("https://evil.example/api/items/../steal")]
    public async Task A_link_that_leads_elsewhere_is_an_error_and_nothing_is_sent(string link)
    {
        foreach (bool isHeader in new[] { true, false })
        {
            PagedApp app = App(link, isHeader);

            (string read, AppException failure) = await PagedApp.FailAsync(isHeader ? app.ByLinkHeader() : app.ByLink());

            Assert.Equal(("1", 1, AppErrorReason.InvalidPage), (read, app.Requests, failure.Reason));
            Assert.Equal(
                "GET /api/items: the link to the next page leads elsewhere than to this app (page 1, after 1 items), so that items may be missing. " +
                "Likely cause: the app does not know under which address it is called, or is called by another one. " +
                "Next step: Tell the app its public address (root_path, forwarded headers), or that its links are relative. Nothing is sent to another host.",
                failure.Message);
        }
    }

    [Fact]
    public async Task A_link_back_is_an_error()
    {
        PagedApp app = PagedApp.Of((_, number) => $$"""{"items":[{{number}}],"next":"?page=2"}""");

        (string read, AppException failure) = await PagedApp.FailAsync(app.ByLink());

        Assert.Equal(("1 2", 2, AppErrorReason.InvalidPage), (read, app.Requests, failure.Reason));
    }

    [Fact]
    public async Task The_header_is_read_beside_the_callers_own_callback()
    {
        PagedApp app = App("?page=2", isHeader: true);
        List<string?> seen = [];

        await PagedApp.ReadAsync(app.ByLinkHeader(new AppRequestOptions
        {
            OnResponse = info => seen.Add(info.Headers.TryGetValues("Link", out IEnumerable<string>? links) ? links.Single() : null),
            Headers = { ["x-team"] = "a" },
        }));

        Assert.Equal(["<?page=2>; rel=\"next\"", null], seen);
        Assert.Equal(["a", "a"], app.Whole.Select(sent => sent["x-team"]));
    }

    [Theory]
    [InlineData("""</a?page=2>; rel="next" """, "/a?page=2")]
    [InlineData("</a>;rel=next", "/a")]
    [InlineData("</a>; REL=Next", "/a")]
    [InlineData("""</a>; rel="prev", </b>; rel="next" """, "/b")]
    [InlineData("""</a,b;c>; rel="prev"; title="x, <y>; rel=\"next\"", </c,d>; rel="next last" """, "/c,d")]
    [InlineData("""</a>; rel="last next" """, "/a")]
    [InlineData("""</a>; title=" next"; rel="prev",,</b> ; rel = next""", "/b")]
    [InlineData("</a>; rel=prev; rel=next", null)]
    [InlineData("</a>; rel=next; anchor=\"#x\"", null)]
    [InlineData("</a>; rel=nextone", null)]
    [InlineData("</a>; rev=next", null)]
    [InlineData("</a>", null)]
    [InlineData("</a; rel=next", null)]
    [InlineData("a; rel=next", null)]
    [InlineData("", null)]
    public void The_next_link_of_a_header_is(string header, string? expected) => Assert.Equal(expected, LinkHeader.Next(header));

    private static PagedApp App(string link, bool isHeader, string baseAddress = "https://app.example.com") => PagedApp.OfAnswers(
        (_, number) =>
        {
            string next = number == 1 && !isHeader ? $",\"next\":{System.Text.Json.JsonSerializer.Serialize(link)}" : "";
            HttpResponseMessage response = PagedApp.Json($$"""{"items":[{{number}}]{{next}}}""");
            if (number == 1 && isHeader)
            {
                response.Headers.TryAddWithoutValidation("Link", $"<{link}>; rel=\"next\"");
            }

            return response;
        },
        baseAddress);
}
