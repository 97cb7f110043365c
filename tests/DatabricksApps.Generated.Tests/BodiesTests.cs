using System.Text;
using System.Text.RegularExpressions;
using MyApp.BodiesApi;

namespace DatabricksApps.Generated.Tests;

public sealed class BodiesTests
{
    private readonly StubHandler _app = StubHandler.Json("null");
    private readonly BodiesClient _client;

    public BodiesTests() => _client = new BodiesClient(_app.Client());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task JSON_is_the_model_alone()
    {
        StubHandler app = StubHandler.Json("""{"name":"a","price":null}""");

        Item item = await new BodiesClient(app.Client()).SendJsonAsync(new Item { Name = "é" }, cancellationToken: Token);

        Assert.Equal("POST /api/json", app.Last.Line);
        Assert.Equal("application/json", app.Last["Content-Type"]);
        Assert.Equal("""{"name":"é"}""", Regex.Unescape(app.Last.Text));
        Assert.Null(item.Price);
    }

    [Fact]
    public async Task An_optional_body_may_be_left_out()
    {
        await _client.SendOptionalAsync(cancellationToken: Token);

        Assert.Equal(("PUT /api/json", "", null), (_app.Last.Line, _app.Last.Text, _app.Last["Content-Type"]));
    }

    [Fact]
    public async Task Embedded_parameters_are_the_properties_of_one_object()
    {
        await _client.SendEmbeddedAsync(new Item { Name = "a" }, 3, count: 1, cancellationToken: Token);

        Assert.Equal("""{"kind":"item","item":{"name":"a"},"importance":3,"count":1}""", _app.Last.Text);
    }

    [Fact]
    public async Task A_list_is_an_array()
    {
        await _client.SendListAsync([new Item { Name = "a" }, new Item { Name = "b", Price = 1 }], cancellationToken: Token);

        Assert.Equal("""[{"name":"a"},{"name":"b","price":1}]""", _app.Last.Text);
    }

    [Fact]
    public async Task A_form_is_encoded()
    {
        await _client.SendFormAsync("me & you", "p=w", grantType: "password", tags: ["a", "b"], cancellationToken: Token);

        Assert.Equal("application/x-www-form-urlencoded", _app.Last["Content-Type"]);
        Assert.Equal("version=2&username=me+%26+you&password=p%3Dw&grant_type=password&tags=a&tags=b", _app.Last.Text);
    }

    [Fact]
    public async Task A_file_is_a_part_of_a_form()
    {
        StubHandler app = StubHandler.Json("\"done\"");

        string answer = await new BodiesClient(app.Client()).SendFileAsync(
            AppFile.FromBytes("abc"u8.ToArray(), "a \"b\".txt", "text/plain"), "about", new DateOnly(2024, 5, 6), cancellationToken: Token);

        Assert.Equal("done", answer);
        Assert.Equal(
            [
                "Content-Disposition: form-data; name=\"file\"; filename=\"a %22b%22.txt\"\r\nContent-Type: text/plain\r\n\r\nabc",
                "Content-Disposition: form-data; name=\"description\"\r\n\r\nabout",
                "Content-Disposition: form-data; name=\"day\"\r\n\r\n2024-05-06",
            ],
            Parts(app.Last));
    }

    [Fact]
    public async Task Several_files_are_parts_of_one_name()
    {
        StubHandler app = StubHandler.Json("[1,2]");

        IReadOnlyList<long> sizes = await new BodiesClient(app.Client()).SendFilesAsync(
            [AppFile.FromBytes("a"u8.ToArray(), "a"), AppFile.FromStream(new MemoryStream("bc"u8.ToArray()), "b")], "t", cancellationToken: Token);

        Assert.Equal([1, 2], sizes);
        Assert.Equal(
            [
                "Content-Disposition: form-data; name=\"files\"; filename=\"a\"\r\nContent-Type: application/octet-stream\r\n\r\na",
                "Content-Disposition: form-data; name=\"files\"; filename=\"b\"\r\nContent-Type: application/octet-stream\r\n\r\nbc",
                "Content-Disposition: form-data; name=\"token\"\r\n\r\nt",
            ],
            Parts(app.Last));
    }

    [Fact]
    public async Task Text_and_bytes_go_as_they_are()
    {
        await _client.SendTextAsync("grüße", cancellationToken: Token);
        Assert.Equal("grüße", _app.Last.Text);
        Assert.Equal("text/plain; charset=utf-8", _app.Last["Content-Type"]);

        await _client.SendBytesAsync(AppFile.FromBytes(new byte[] { 0, 255, 10 }), cancellationToken: Token);
        Assert.Equal([0, 255, 10], _app.Last.Body);
        Assert.Equal("application/octet-stream", _app.Last["Content-Type"]);
    }

    private static string[] Parts(SentRequest request)
    {
        string boundary = request["Content-Type"]!.Split("boundary=")[1].Trim('"');
        string[] parts = Encoding.UTF8.GetString(request.Body).Split("--" + boundary);
        Assert.Equal(("", "--\r\n"), (parts[0], parts[^1]));
        return [.. parts[1..^1].Select(part => part[2..^2])];
    }
}
