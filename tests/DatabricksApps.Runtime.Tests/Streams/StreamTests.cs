using DatabricksApps.Tests.Auth;
using System.Net;
using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Streams;

public class StreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public async Task Lines_are_read_whatever_the_pieces_they_come_in(int piece)
    {
        byte[] body = [.. "\uFEFF"u8, .. "1\n\n  \r\n22\r\n333"u8];

        List<int> items = await ToListAsync(Lines(new ForwardStream(body, piece: piece)));

        Assert.Equal([1, 22, 333], items);
    }

    [Fact]
    public async Task Lines_are_read_in_their_charset_and_one_without_a_decoder_is_named()
    {
        StubHandler latin = new(_ => Lines("iso-8859-1"));
        StubHandler unknown = new(_ => Lines("windows-1252"));

        Assert.Equal(["é"], await ToListAsync(new AppConnection(latin.Client())
            .StreamLinesAsync<string, StringJson>(Calls.Get(), null, TestContext.Current.CancellationToken)));
        AppException seen = await Assert.ThrowsAsync<AppException>(() => ToListAsync(new AppConnection(unknown.Client())
            .StreamLinesAsync<string, StringJson>(Calls.Get(), null, TestContext.Current.CancellationToken)));
        Assert.Contains("it is in the charset 'windows-1252', which this program has no decoder for", seen.Message);

        static HttpResponseMessage Lines(string charset) => new()
        {
            Content = new ByteArrayContent(Encoding.Latin1.GetBytes("\"é\"\n")) { Headers = { { "Content-Type", "application/jsonl; charset=" + charset } } },
        };
    }

    [Fact]
    public async Task An_event_whose_field_is_empty_is_a_message()
    {
        AppConnection app = Answer(new ForwardStream("event:\ndata: a\n\nevent: \ndata: b\n\nevent: x\ndata: c\n\ndata: d\n\n"u8.ToArray()));

        List<string> types = [];
        await foreach (AppEvent<string> item in app.StreamTextEventsAsync(Calls.Get(), null, TestContext.Current.CancellationToken))
        {
            types.Add(item.EventType);
        }

        Assert.Equal(["message", "message", "x", "message"], types);
    }

    [Theory]
    [InlineData("\n", 1)]
    [InlineData("\n", int.MaxValue)]
    [InlineData("\r\n", 1)]
    [InlineData("\r\n", 7)]
    [InlineData("\r", 2)]
    public async Task What_keeps_a_quiet_connection_open_is_no_item_whatever_its_line_ends(string end, int piece)
    {
        string comments = string.Concat(Enumerable.Repeat($": keep-alive{end}{end}", 300));
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = "t", MaxResponseBytes = 2000 };
        Task<List<AppEvent<string>>> Read(string text)
        {
            StubHandler stub = new(_ => new HttpResponseMessage { Content = new StreamContent(new ForwardStream(Encoding.ASCII.GetBytes(text), piece: piece)) });
            AppConnection app = new(stub.Client(), options, DatabricksApps.Auth.TokenSources.OfProcess.LocationFor(options, []));
            return ToListAsync(app.StreamTextEventsAsync(Calls.Get(), null, TestContext.Current.CancellationToken));
        }

        Assert.Equal(2, (await Read($"data: a{end}{end}{comments}data: b{end}{end}")).Count);
        Assert.Equal(AppErrorReason.ResponseTooLarge, (await Assert.ThrowsAsync<AppException>(() => Read($"data: a{end}{end}data: {new string('x', 20_000)}{end}{end}"))).Reason);
    }

    [Theory]
    [InlineData("1\n\"x\"", AppErrorReason.UnexpectedValue)]
    [InlineData("1\n[1,2]", AppErrorReason.UnexpectedValue)]
    [InlineData("1\n[1,2", AppErrorReason.ConnectionLost)]
    public async Task A_last_line_without_an_end_that_is_whole_is_not_cut(string text, AppErrorReason reason)
    {
        AppException seen = await Assert.ThrowsAsync<AppException>(() => ToListAsync(Lines(new ForwardStream(Encoding.ASCII.GetBytes(text)))));

        Assert.Equal(reason, seen.Reason);
    }

    [Fact]
    public async Task A_line_longer_than_the_first_buffer_is_read()
    {
        string text = new('x', 100_000);
        AppConnection app = Answer(new ForwardStream(Encoding.UTF8.GetBytes($"\"{text}\"\n\"b\"\n"), piece: 4000));

        List<string> items = await ToListAsync(app.StreamLinesAsync<string, StringJson>(Calls.Get(), null, TestContext.Current.CancellationToken));

        Assert.Equal([text, "b"], items);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_enumeration_and_each_one_sends_again()
    {
        StubHandler stub = StubHandler.Of(HttpStatusCode.OK, "1\n2\n", "application/jsonl");
        AppRequest request = Calls.Post();
        request.AddHeader("X-A", "b");
        request.SetJson<string, StringJson>("body");

        IAsyncEnumerable<int> lines = new AppConnection(stub.Client()).StreamLinesAsync<int, Int32Json>(request, null, TestContext.Current.CancellationToken);

        Assert.Empty(stub.Sent);
        Assert.Equal([1, 2], await ToListAsync(lines));
        Assert.Equal([1, 2], await ToListAsync(lines));
        Assert.Equal(2, stub.Sent.Count);
        Assert.Equal(stub.Sent[0].Headers, stub.Sent[1].Headers);
        Assert.Equal("\"body\"", stub.Sent[1].Text);
    }

    [Fact]
    public async Task Lines_are_read_as_they_are_asked_for_and_leaving_closes_the_answer()
    {
        ForwardStream body = new("1\n2\n3\n"u8.ToArray(), piece: 2);

        await foreach (int item in Lines(body))
        {
            Assert.Equal(1, item);
            Assert.Equal(1, body.Reads);
            break;
        }

        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task A_cut_stream_says_how_many_items_came()
    {
        ForwardStream body = new("1\n2\n3"u8.ToArray(), new HttpIOException(HttpRequestError.ResponseEnded));
        List<int> items = [];

        AppException exception = await Assert.ThrowsAsync<AppException>(() => AddAllAsync(Lines(body), items));

        Assert.Equal([1, 2], items);
        Assert.Equal(AppErrorReason.ConnectionLost, exception.Reason);
        Assert.Contains("the connection was cut before the answer was complete after 2 items", exception.Message);
    }

    [Fact]
    public async Task So_does_a_last_line_that_is_not_complete()
    {
        AppConnection app = Answer(new ForwardStream("\"a\"\n\"b"u8.ToArray()));

        AppException exception = await Assert.ThrowsAsync<AppException>(() =>
            ToListAsync(app.StreamLinesAsync<string, StringJson>(Calls.Get(), null, TestContext.Current.CancellationToken)));

        Assert.Equal(AppErrorReason.ConnectionLost, exception.Reason);
        Assert.Contains("after 1 item.", exception.Message);
    }

    [Fact]
    public async Task An_item_that_does_not_fit_is_explained()
    {
        AppException exception = await Assert.ThrowsAsync<AppException>(() => ToListAsync(Lines(new ForwardStream("1\n\"x\"\n2\n"u8.ToArray()))));

        Assert.Equal(AppErrorReason.UnexpectedValue, exception.Reason);
        Assert.Contains("an item of the stream does not fit the document, after 1 item", exception.Message);
    }

    [Fact]
    public async Task An_endless_line_is_bounded()
    {
        EndlessContent content = new(1L << 30, isAnnounced: false);
        AppConnection app = new(new StubHandler(_ => new HttpResponseMessage { Content = content }).Client());

        AppException exception = await Assert.ThrowsAsync<AppException>(() =>
            ToListAsync(app.StreamLinesAsync<int, Int32Json>(Calls.Get(), null, TestContext.Current.CancellationToken)));

        Assert.Equal(AppErrorReason.ResponseTooLarge, exception.Reason);
        Assert.InRange(content.BytesRead, 100_000_000, 140_000_000);
    }

    [Fact]
    public async Task An_endless_event_is_bounded()
    {
        EndlessContent content = new(1L << 30, isAnnounced: false);
        AppConnection app = new(new StubHandler(_ => new HttpResponseMessage { Content = content }).Client());

        AppException exception = await Assert.ThrowsAsync<AppException>(() =>
            ToListAsync(app.StreamTextEventsAsync(Calls.Get(), null, TestContext.Current.CancellationToken)));

        Assert.Equal(AppErrorReason.ResponseTooLarge, exception.Reason);
    }

    [Fact]
    public async Task Events_have_data_kind_id_and_retry()
    {
        AppConnection app = Answer(new ForwardStream(": hello\n\nevent: item\nid: 7\nretry: 1500\ndata: {\"a\":\ndata: 1}\n\ndata: {\"a\":2}\n\n"u8.ToArray(), piece: 5));

        List<AppEvent<JsonElement>> events = await ToListAsync(
            app.StreamEventsAsync<JsonElement, AnyJson>(Calls.Get(), null, TestContext.Current.CancellationToken));

        Assert.Equal(2, events.Count);
        Assert.Equal(1, events[0].Data.GetProperty("a").GetInt32());
        Assert.Equal(("item", "7", TimeSpan.FromMilliseconds(1500)), (events[0].EventType, events[0].Id, events[0].Retry));
        Assert.Equal(("message", 2), (events[1].EventType, events[1].Data.GetProperty("a").GetInt32()));
        Assert.Null(events[1].Retry);
    }

    [Fact]
    public async Task Text_of_events_is_as_it_is_or_one_JSON_string()
    {
        AppConnection app = Answer(new ForwardStream("data: plain \"x\"\n\ndata: \"json\\u0021\"\n\ndata: \"a\" and \"b\"\n\n"u8.ToArray()));

        List<AppEvent<string>> events = await ToListAsync(app.StreamTextEventsAsync(Calls.Get(), null, TestContext.Current.CancellationToken));

        Assert.Equal(["plain \"x\"", "json!", "\"a\" and \"b\""], events.Select(e => e.Data));
    }

    [Fact]
    public async Task A_cut_event_stream_says_how_many_events_came()
    {
        AppConnection app = Answer(new ForwardStream("data: 1\n\ndata: 2"u8.ToArray(), new IOException("reset")));

        AppException exception = await Assert.ThrowsAsync<AppException>(() =>
            ToListAsync(app.StreamEventsAsync<int, Int32Json>(Calls.Get(), null, TestContext.Current.CancellationToken)));

        Assert.Equal(AppErrorReason.ConnectionLost, exception.Reason);
        Assert.Contains("after 1 item.", exception.Message);
    }

    [Fact]
    public async Task Errors_before_the_first_item_are_those_of_every_call()
    {
        AppConnection app = new(StubHandler.Json("""{"detail":[{"loc":["query","q"],"msg":"m","type":"t"}]}""", (HttpStatusCode)422).Client());
        AppConnection page = new(StubHandler.Of(HttpStatusCode.OK, "<html>/oidc/", "text/html").Client());

        await Assert.ThrowsAsync<AppValidationException>(() =>
            ToListAsync(app.StreamTextEventsAsync(Calls.Get(), null, TestContext.Current.CancellationToken)));
        AppException exception = await Assert.ThrowsAsync<AppException>(() =>
            ToListAsync(page.StreamTextEventsAsync(Calls.Get(), null, TestContext.Current.CancellationToken)));
        Assert.Equal(AppErrorReason.SignInRequired, exception.Reason);
    }

    [Fact]
    public async Task The_enumerations_token_cancels()
    {
        using CancellationTokenSource source = new();
        IAsyncEnumerable<int> lines = Lines(new ForwardStream("1\n2\n"u8.ToArray(), piece: 2));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int item in lines.WithCancellation(source.Token))
            {
                await source.CancelAsync();
            }
        });
    }

    private static IAsyncEnumerable<int> Lines(Stream body) =>
        Answer(body).StreamLinesAsync<int, Int32Json>(Calls.Get(), null, TestContext.Current.CancellationToken);

    private static AppConnection Answer(Stream body) =>
        new(new StubHandler(_ => new HttpResponseMessage { Content = new StreamContent(body) }).Client());

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await AddAllAsync(items, list);
        return list;
    }

    private static async Task AddAllAsync<T>(IAsyncEnumerable<T> items, List<T> list)
    {
        await foreach (T item in items)
        {
            list.Add(item);
        }
    }
}
