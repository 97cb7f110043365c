using DatabricksApps.Tests.Auth;
using System.Net;
using System.Text;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Streams;

/// <summary>What is no stream of events, though one was asked for, and where a stream ends.</summary>
public class EventStartTests
{
    [Theory]

    // One value in place of a stream, as an app answers that was not asked to stream.
    [InlineData("application/json", "7", "7")]
    [InlineData("application/json; charset=utf-8", " \r\n 7 ", "7")]
    [InlineData("text/plain", "7", "7")]

    // A stream that is not called one.
    [InlineData("text/plain", "data: 7\n\ndata: 8\n\n", "7 8")]
    [InlineData("", "\uFEFFevent: a\ndata: 7\n\n", "7")]
    [InlineData("application/octet-stream", ": hi\n\ndata: 7\n\n", "7")]
    [InlineData("application/json", "", "")]
    [InlineData("application/json", "\n\n", "")]

    // OpenAI's end of a stream.
    [InlineData("text/event-stream", "data: 7\n\ndata: [DONE]\n\ndata: 8\n\n", "7")]
    [InlineData("text/event-stream", "data:[DONE]\n\n", "")]
    public async Task Events_are(string mediaType, string body, string expected)
    {
        foreach (int piece in new[] { 1, int.MaxValue })
        {
            Assert.Equal(expected, string.Join(' ', (await ReadAsync(Answer(mediaType, body, piece))).Select(item => item.Data)));
        }
    }

    [Theory]
    [InlineData("application/json", """{"error":"busy"}""", "the app answered with JSON where a stream of events was asked for")]
    [InlineData("text/plain", "Internal trouble", "the app answered with 'text/plain' where a stream of events was asked for")]
    [InlineData("text/plain", "data not found: x", "the app answered with 'text/plain' where a stream of events was asked for")]
    [InlineData("application/json", "{\"error\":", "the app answered with 'application/json' where a stream of events was asked for")]
    public async Task What_is_neither_is_an_error(string mediaType, string body, string what)
    {
        AppException seen = await Assert.ThrowsAsync<AppException>(() => ReadAsync(Answer(mediaType, body)));

        Assert.Equal((AppErrorReason.UnexpectedContent, HttpStatusCode.OK, body), (seen.Reason, seen.StatusCode, seen.Body));
        Assert.StartsWith($"GET /api/items: {what}.", seen.Message);
    }

    // JSON is no text; text is any.
    [Theory]
    [InlineData("\"a\"", "a")]
    [InlineData("data: [DONE]\n\n", "[DONE]")]
    [InlineData("{}", null)]
    public async Task Of_text_a_value_is_a_string(string body, string? expected)
    {
        AppConnection app = Answer("application/json", body);
        async Task<string> Read()
        {
            await foreach (AppEvent<string> item in app.StreamTextEventsAsync(Calls.Get(), null, TestContext.Current.CancellationToken))
            {
                return item.Data;
            }

            return "";
        }

        if (expected is null)
        {
            Assert.Equal(AppErrorReason.UnexpectedContent, (await Assert.ThrowsAsync<AppException>(Read)).Reason);
        }
        else
        {
            Assert.Equal(expected, await Read());
        }
    }

    [Fact]
    public async Task What_is_larger_than_the_limit_is_not_read()
    {
        StubHandler stub = new(_ => new HttpResponseMessage { Content = new StreamContent(new ForwardStream(Encoding.ASCII.GetBytes("[" + new string(' ', 100_000)))) });
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = "t", MaxResponseBytes = 2000 };
        AppConnection app = new(stub.Client(), options, DatabricksApps.Auth.TokenSources.OfProcess.LocationFor(options, []));

        Assert.Equal(AppErrorReason.ResponseTooLarge, (await Assert.ThrowsAsync<AppException>(() => ReadAsync(app))).Reason);
    }

    // What is no stream has the time of a body; a stream that is quiet at first has all there is.
    [Fact]
    public async Task A_body_that_is_no_stream_ends_in_its_time()
    {
        StubHandler stub = new(_ => new HttpResponseMessage { Content = new StreamContent(new StalledStream("{\"a\":"u8.ToArray())) });
        AppRequestOptions options = new() { Timeout = TimeSpan.FromMilliseconds(50) };

        AppException seen = await Assert.ThrowsAsync<AppException>(async () => await new AppConnection(stub.Client())
            .StreamEventsAsync<int, Int32Json>(Calls.Get(), options, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken).MoveNextAsync());

        Assert.Equal(AppErrorReason.Timeout, seen.Reason);
    }

    [Theory]

    // RFC 7464: a separator before each text, a line end after it, and any text between.
    [InlineData("\u001E1\n\u001E[\n  2\n]\n\u001E{\"a\":\n\"}\\\"\"}\n", "1", "[\n  2\n]", "{\"a\":\n\"}\\\"\"}")]
    [InlineData("\u001E1\n\u001E\u001E2\n", "1", "2")]
    [InlineData("\u001E{\n\"a\":1}", "{\n\"a\":1}")]
    [InlineData("1\n2", "1", "2")]
    [InlineData("")]
    public async Task A_sequence_is_texts_each_after_a_separator(string body, params string[] expected)
    {
        foreach (int piece in new[] { 1, int.MaxValue })
        {
            List<string> texts = [];
            await foreach (System.Text.Json.JsonElement text in Answer("application/json-seq", body, piece)
                .StreamLinesAsync<System.Text.Json.JsonElement, AnyJson>(Calls.Get(), null, TestContext.Current.CancellationToken))
            {
                texts.Add(text.GetRawText());
            }

            Assert.Equal(expected, texts);
        }
    }

    [Theory]
    [InlineData("\u001E1\n\u001E[2\n\u001E3\n", AppErrorReason.UnexpectedValue)]
    [InlineData("\u001E1\n\u001E[2\n", AppErrorReason.ConnectionLost)]
    public async Task A_text_of_a_sequence_that_is_cut_is_told(string body, AppErrorReason reason)
    {
        List<int> texts = [];
        AppException seen = await Assert.ThrowsAsync<AppException>(async () =>
        {
            await foreach (int text in Answer("application/geo+json-seq", body).StreamLinesAsync<int, Int32Json>(Calls.Get(), null, TestContext.Current.CancellationToken))
            {
                texts.Add(text);
            }
        });

        Assert.Equal([1], texts);
        Assert.Equal(reason, seen.Reason);
    }

    private static async Task<List<AppEvent<int>>> ReadAsync(AppConnection app)
    {
        List<AppEvent<int>> items = [];
        await foreach (AppEvent<int> item in app.StreamEventsAsync<int, Int32Json>(Calls.Get(), null, TestContext.Current.CancellationToken))
        {
            items.Add(item);
        }

        return items;
    }

    private static AppConnection Answer(string mediaType, string body, int piece = int.MaxValue) => new(new StubHandler(_ =>
    {
        StreamContent content = new(new ForwardStream(Encoding.UTF8.GetBytes(body), piece: piece));
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return new HttpResponseMessage { Content = content };
    }).Client());
}
