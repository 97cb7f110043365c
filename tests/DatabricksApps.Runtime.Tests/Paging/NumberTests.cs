using System.Globalization;

namespace DatabricksApps.Tests.Paging;

/// <summary>Lists whose pages have numbers.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData(1, 5, true, false, null, "1 2 3")]
    [InlineData(0, 5, true, false, null, "0 1 2")]
    [InlineData(1, 0, true, false, null, "1")]
    [InlineData(1, 2, true, false, null, "1")]
    [InlineData(1, 5, false, true, null, "1 2 3")]
    [InlineData(0, 4, false, true, null, "0 1")]
    [InlineData(1, 2, false, true, null, "1 2")]
    [InlineData(1, 5, false, false, null, "1 2 3 4")]
    [InlineData(1, 4, false, false, null, "1 2 3")]
    [InlineData(1, 5, false, false, 2L, "1 2 3")]
    [InlineData(0, 4, false, false, 2L, "0 1 2")]
    public async Task Pages_are_asked_for(int first, int count, bool hasPages, bool hasTotal, long? standard, string pages)
    {
        PagedApp app = PagedApp.Of((query, _) => Page(int.Parse(query["page"]!, CultureInfo.InvariantCulture) - first, count));

        Assert.Equal(string.Join(' ', Enumerable.Range(0, count)), await PagedApp.ReadAsync(app.ByNumber(first, null, standard, hasPages, hasTotal)));
        Assert.Equal(pages.Split(' ').Select(page => $"page={page}"), app.Sent);
    }

    // As Django's get_page does: beyond the last page is the last page.
    [Fact]
    public async Task An_app_that_gives_its_last_page_for_ever_is_an_error()
    {
        PagedApp app = PagedApp.Of((query, _) => Page(Math.Min(int.Parse(query["page"]!, CultureInfo.InvariantCulture) - 1, 1), 4));

        (string read, AppException failure) = await PagedApp.FailAsync(app.ByNumber(1));

        Assert.Equal(("0 1 2 3", 3, AppErrorReason.InvalidPage), (read, app.Requests, failure.Reason));
        Assert.StartsWith("GET /api/items: the page has the same 2 items as the page before (page 3, after 4 items)", failure.Message);
    }

    private static string Page(int number, int count) =>
        $$"""{"items":[{{string.Join(',', Enumerable.Range(0, count).Skip(number * 2).Take(2))}}],"total":{{count}},"pages":{{(count + 1) / 2}}}""";
}
