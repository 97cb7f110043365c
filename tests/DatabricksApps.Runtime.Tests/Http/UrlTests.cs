using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Http;

public class UrlTests
{
    [Theory]
    [InlineData("https://app.example.com", "GET /api/items")]
    [InlineData("https://app.example.com/", "GET /api/items")]
    [InlineData("https://app.example.com/base", "GET /base/api/items")]
    [InlineData("https://app.example.com/base/", "GET /base/api/items")]
    [InlineData("https://app.example.com/a%20b/", "GET /a%20b/api/items")]
    public async Task The_base_address_and_the_path_are_joined_as_text_with_one_slash(string address, string expected)
    {
        SentRequest sent = await Calls.SendAsync(Calls.Get(), address);

        Assert.Equal(expected, sent.Line);
    }

    [Theory]
    [InlineData("/api/items", "GET /api/items?q=a%20b&tag=1&tag=2")]
    [InlineData("/api/items?", "GET /api/items?q=a%20b&tag=1&tag=2")]
    [InlineData("/api/items?kind=x", "GET /api/items?kind=x&q=a%20b&tag=1&tag=2")]
    public async Task A_query_follows_a_route_to_which_no_path_is_added(string route, string expected)
    {
        AppRequest request = new(HttpMethod.Get, route);
        request.AddQuery("q", "a b");
        request.AddQuery<IReadOnlyList<string>, ListJson<string, StringJson>>("tag", ["1", "2"]);

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal(expected, sent.Line);
        Assert.Equal(route, request.Route);
    }

    [Theory]
    [InlineData("/api/items?kind=x", "GET /api/items?kind=x&tag=1")]
    [InlineData("/api/items?", "GET /api/items?tag=1")]
    public async Task So_does_a_query_in_a_style(string route, string expected)
    {
        AppRequest request = new(HttpMethod.Get, route);
        request.AddQuery<IReadOnlyList<string>, ListJson<string, StringJson>>("tag", ["1"]);

        Assert.Equal(expected, (await Calls.SendAsync(request)).Line);
    }

    [Fact]
    public async Task Each_part_of_a_path_stands_in_the_place_of_the_route()
    {
        await Is("GET /items", request => request.AddPath("/items"));
        await Is("GET /a", request => request.AddPathValue("id", "a"));
        await Is("GET /5", request => request.AddPathValue("id", 5));
        await Is("GET /true", request => request.AddPathValue("id", true));
        await Is("GET /00000000-0000-0000-0000-000000000000", request => request.AddPathValue("id", Guid.Empty));
        await Is("GET /b", request => request.AddPathValue<string, StringJson>("id", "b"));
        await Is("GET /%22c%22", request => request.AddPathJson<string, StringJson>("id", "c"));

        static async Task Is(string expected, Action<AppRequest> add)
        {
            AppRequest request = new(HttpMethod.Get, "{id}?route");
            add(request);
            request.AddQuery("q", 1);
            Assert.Equal(expected + "?q=1", (await Calls.SendAsync(request)).Line);
        }
    }

    [Theory]
    [InlineData("a b/c?d#e", "a%20b%2Fc%3Fd%23e")]
    [InlineData("100%", "100%25")]
    [InlineData("%2F", "%252F")]
    [InlineData("Zürich 東京 🎉", "Z%C3%BCrich%20%E6%9D%B1%E4%BA%AC%20%F0%9F%8E%89")]
    [InlineData("-._~", "-._~")]
    [InlineData(":@!$&'()*+,;=[]", "%3A%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%5B%5D")]
    [InlineData("...", "...")]
    [InlineData(".a", ".a")]
    [InlineData("\r\nX: y", "%0D%0AX%3A%20y")]
    public async Task Values_are_percent_encoded(string value, string expected)
    {
        AppRequest request = Calls.Get("/files/");
        request.AddPathValue("name", value);
        request.AddQuery("q", value);

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal($"GET /files/{expected}?q={expected}", sent.Line);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        AppRequest request = Calls.Get("/c");
        request.AddQuery("q", "half\uD800");

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal("GET /c?q=half%EF%BF%BD", sent.Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void A_path_value_that_would_change_the_route_is_refused(string value)
    {
        AppRequest request = Calls.Get("/files/");

        ArgumentException exception = Assert.Throws<ArgumentException>(() => request.AddPathValue("name", value));

        Assert.Equal("name", exception.ParamName);
        Assert.Contains("would change the route", exception.Message);
    }

    [Theory]
    [InlineData("a/../b")]
    [InlineData("..")]
    [InlineData("a/.")]
    public void So_is_a_rest_of_the_path_with_such_a_segment(string value)
    {
        AppRequest request = Calls.Get("/files/");

        Assert.Throws<ArgumentException>(() => request.AddPathValue<string, StringJson>("path", value, keepsSlashes: true));
    }

    [Fact]
    public async Task Reserved_characters_stay_where_the_document_allows_them_and_the_URL_can_hold_them()
    {
        AppRequest request = Calls.Get("/files/");
        request.AddPathValue<string, StringJson>("path", "a b/c:@!$&'()*+,;=?#[]", allowReserved: true);
        request.AddQuery<string, StringJson>("q", ":/?#[]@!$&'()*+,;= ", allowReserved: true);

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal("GET /files/a%20b/c:@!$&'()*+,;=%3F%23%5B%5D?q=:/?%23%5B%5D@!$%26'()*%2B,;=%20", sent.Line);
    }

    [Fact]
    public async Task Scalars_are_spelled_as_JSON_spells_them_whatever_the_culture()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        AppRequest request = Calls.Get("/x/");
        request.AddPathValue("a", -5);
        request.AddPath("/");
        request.AddPathValue("b", true);
        request.AddPath("/");
        request.AddPathValue("c", Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
        request.AddQuery("long", 1234567890123);
        request.AddQuery("double", 1.5);
        request.AddQuery("big", 1e300);
        request.AddQuery("bool", false);
        request.AddQuery<float, SingleJson>("float", 0.1f);
        request.AddQuery<decimal, DecimalJson>("decimal", 1.10m);
        request.AddQuery<DateTimeOffset, DateTimeJson>("time", new(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(2)));
        request.AddQuery<DateOnly, DateJson>("date", new(2024, 5, 6));
        request.AddQuery<DateOnly?, NullableJson<DateOnly, DateJson>>("none", null);

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal(
            "GET /x/-5/true/0f8fad5b-d9cb-469f-a165-70867728950e?long=1234567890123&double=1.5&big=1E%2B300&bool=false" +
            "&float=0.1&decimal=1.10&time=2024-05-06T07%3A08%3A09%2B02%3A00&date=2024-05-06",
            sent.Line);
    }

    [Fact]
    public async Task A_content_parameter_is_JSON()
    {
        AppRequest request = Calls.Get("/c");
        request.AddQueryJson<IReadOnlyList<string>, ListJson<string, StringJson>>("q", ["a", "é"]);
        request.AddHeaderJson<IReadOnlyList<string>, ListJson<string, StringJson>>("X-Q", ["a", "é"]);

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal("GET /c?q=%5B%22a%22%2C%22%C3%A9%22%5D", sent.Line);
        Assert.Equal("[\"a\",\"\\u00e9\"]", sent["X-Q"]);
    }

    [Fact]
    public async Task The_socket_sees_the_very_text()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        AppRequest request = Calls.Get("/files/");
        request.AddPathValue("name", "%2e/../A B\\");
        request.AddQuery("q", "%41 ~");
        using HttpClient client = new() { BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/x/./y") };

        Task call = new AppConnection(client).SendAsync(request, null, TestContext.Current.CancellationToken);
        using TcpClient server = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        using StreamReader reader = new(server.GetStream());
        string? line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        await server.GetStream().WriteAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        await call;

        Assert.Equal("GET /x/y/files/%252e%2F..%2FA%20B%5C?q=%2541%20~ HTTP/1.1", line);
    }

    [Theory]
    [InlineData("https://app.example.com/?o=1", "query")]
    [InlineData("https://user:pw@app.example.com/", "user or password")]
    [InlineData("ftp://app.example.com/", "http or https")]
    public void A_base_address_that_paths_cannot_follow_is_refused(string address, string reason)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => DatabricksApps.Http.BaseAddress.Check(new Uri(address)));

        Assert.Contains(reason, exception.Message);
        Assert.DoesNotContain("pw", exception.Message);
    }

    [Fact]
    public async Task An_HttpClient_without_a_base_address_is_told()
    {
        AppConnection app = new(new HttpClient(StubHandler.Json("\"x\"")));

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StringAsync(Calls.Get()));

        Assert.Contains("BaseAddress", exception.Message);
    }
}
