using System.Net;
using System.Text;
using MyApp.ResponsesApi;

namespace DatabricksApps.Generated.Tests;

public sealed class ResponsesTests
{
    private const string OneEvent = """{"id":1,"name":"a"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task JSON_is_read_as_its_type()
    {
        Assert.Equal([1, 2], (await Answered("""[{"id":1},{"id":2}]""").ReadListAsync(cancellationToken: Token)).Select(item => item.Id));
        Assert.Equal("b", (await Answered("""{"a":"b"}""").ReadAnyAsync(cancellationToken: Token)).GetProperty("a").GetString());
        Assert.Null(await Answered("null").ReadNullableAsync(cancellationToken: Token));
        Assert.Equal(7, await Answered("7").ReadNumberAsync(cancellationToken: Token));
    }

    [Fact]
    public async Task Text_and_files_are_handed_on()
    {
        Assert.Equal("hi", await Answered("hi", "text/plain").ReadTextAsync(cancellationToken: Token));
        Assert.Equal("<p>", await Answered("<p>", "text/html").ReadHtmlAsync(cancellationToken: Token));

        await using AppFile file = await Answered("bytes", "application/octet-stream").ReadFileAsync(cancellationToken: Token);
        using MemoryStream copy = new();
        await file.CopyToAsync(copy, Token);
        Assert.Equal("bytes"u8, copy.ToArray());

        await using AppFile image = await Answered("png", "image/png").ReadImageAsync(cancellationToken: Token);
        Assert.Equal("image/png", image.ContentType);
    }

    [Fact]
    public async Task An_answer_without_a_body_is_awaited()
    {
        StubHandler app = StubHandler.Of(HttpStatusCode.NoContent, "", "text/plain");

        await new ResponsesClient(app.Client()).DeleteAllAsync(cancellationToken: Token);

        Assert.Equal("DELETE /api/none", app.Last.Line);
        Assert.Null(await new ResponsesClient(app.Client()).ReadMaybeAsync(cancellationToken: Token));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, OneEvent, "event 1")]
    [InlineData(HttpStatusCode.Created, """{"location":"/a"}""", "created /a")]
    [InlineData(HttpStatusCode.NoContent, "", null)]
    public async Task Of_several_answers_the_status_tells_which(HttpStatusCode status, string body, string? expected)
    {
        ResponsesClient client = new(StubHandler.Json(body, status).Client());

        PutSeveralResult? result = await client.PutSeveralAsync(new Event { Id = 1 }, cancellationToken: Token);

        Assert.Equal(expected, result?.Match(e => $"event {e.Id}", created => $"created {created.Location}", json => json.ToString()));
    }

    [Fact]
    public async Task Server_sent_events_come_with_their_envelope()
    {
        ResponsesClient client = Answered($"event: news\nid: 5\nretry: 100\ndata: {OneEvent}\n\ndata: {{\"id\":2}}\n\n", "text/event-stream");

        List<AppEvent<Event>> events = await client.WatchEventsAsync(cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(
            [
                new AppEvent<Event>(new Event { Id = 1, Name = "a" }, "news", "5", TimeSpan.FromMilliseconds(100)),
                new AppEvent<Event>(new Event { Id = 2 }, "message", null, null),
            ],
            events);
    }

    [Fact]
    public async Task Lines_come_one_by_one()
    {
        ResponsesClient client = Answered("{\"id\":1}\n{\"id\":2}\n", "application/jsonl");

        Assert.Equal([1, 2], (await client.ReadLinesAsync(cancellationToken: Token).ToListAsync(Token)).Select(item => item.Id));
    }

    private static ResponsesClient Answered(string body, string mediaType = "application/json") => new(new StubHandler(_ => new HttpResponseMessage
    {
        Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { { "Content-Type", mediaType } } },
    }).Client());
}
