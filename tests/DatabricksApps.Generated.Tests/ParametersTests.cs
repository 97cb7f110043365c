using MyApp.ParametersApi;

namespace DatabricksApps.Generated.Tests;

public sealed class ParametersTests
{
    private static readonly Filter s_filter = new() { Name = "a&b", MinPrice = 1.5, Tags = ["x", "y z"] };

    [Fact]
    public async Task Required_parameters_alone_are_sent_alone()
    {
        StubHandler app = StubHandler.Json("null");

        await new ParametersClient(app.Client()).Items.ReadFileAsync(
            5, "a b/ü.txt", "q?", "token", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("GET /api/items/5/files/a%20b/%C3%BC.txt?q=q%3F", app.Last.Line);
        Assert.Equal("token", app.Last["x-token"]);
        Assert.Null(app.Last["Cookie"]);
    }

    [Fact]
    public async Task Every_parameter_goes_to_its_place()
    {
        StubHandler app = StubHandler.Json("null");

        await new ParametersClient(app.Client()).Items.ReadFileAsync(
            5,
            "f",
            "q",
            "token",
            since: new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(1)),
            limit: 10,
            tags: ["a", "b c"],
            ids: [1, 2],
            flag: true,
            price: 1.5,
            day: new DateOnly(2024, 5, 6),
            itemQuery: "i",
            @class: "c",
            userAgent: "me/1",
            xNumbers: [3, 4],
            adsId: "ad",
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            "GET /api/items/5/files/f?q=q&since=2024-05-06T07%3A08%3A09%2B01%3A00&limit=10&tags=a&tags=b%20c&ids=1&ids=2&flag=true&price=1.5&day=2024-05-06&item-query=i&class=c",
            app.Last.Line);
        Assert.Equal("me/1", app.Last["user-agent"]);
        Assert.Equal("3,4", app.Last["x-numbers"]);
        Assert.Equal("ads_id=ad", app.Last["Cookie"]);
    }

    [Fact]
    public async Task Every_style_is_spelled_as_the_specification_says()
    {
        StubHandler app = StubHandler.Json("\"\"");

        await new ParametersClient(app.Client()).Items.ReadStylesAsync(
            [1, 2], ["a", "b"], ["a", "b"], ["a", "b"], ["a", "b"], new(s_filter) { Tags = null }, new(s_filter) { Tags = null }, s_filter, "a/b?c",
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            "GET /api/styles/;matrix=1;matrix=2/.a,b?spaces=a%20b&pipes=a%7Cb&commas=a,b&deep%5Bname%5D=a%26b&deep%5Bmin_price%5D=1.5" +
            "&name=a%26b&min_price=1.5&json=%7B%22name%22%3A%22a%26b%22%2C%22min_price%22%3A1.5%2C%22tags%22%3A%5B%22x%22%2C%22y%20z%22%5D%7D&raw=a/b?c",
            app.Last.Line);
    }

    [Fact]
    public async Task Names_that_the_method_needs_itself_are_told_apart()
    {
        StubHandler app = StubHandler.Of(System.Net.HttpStatusCode.NoContent, "", "text/plain");

        await new ParametersClient(app.Client()).DeleteAsync(
            Guid.Empty, "t", queryOptions: "o", body: "b", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("DELETE /api/00000000-0000-0000-0000-000000000000/t?options=o&body=b", app.Last.Line);
    }
}
