using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Threading.Channels;
using DatabricksApps.Generated;
using Microsoft.Extensions.Time.Testing;

namespace DatabricksApps.Tests.Gradio;

/// <summary>What versions of Gradio do on the wire that the stand-in does not.</summary>
public sealed class GradioProtocolTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sse_v1", """["a"]""", """["ab"]""")]
    [InlineData("sse_v2", """["a"]""", """[[["append",[],"b"]]]""")]
    [InlineData("sse_v2.1", """["a"]""", """[[["append",[],"b"]]]""")]
    public async Task Streams_of_older_protocols_end_with_their_calls(string protocol, string first, string second)
    {
        // Without close_stream at the end, and with a further heartbeat that must not be waited for.
        StubApp stub = new(protocol, $$"""
            data: {"msg":"process_generating","event_id":"e1","output":{"data":{{first}}},"success":true}

            data: {"msg":"process_generating","event_id":"e1","output":{"data":{{second}}},"success":true}

            data: {"msg":"process_completed","event_id":"e1","output":{"data":["ab"]},"success":true}


            """);

        List<string> given = [];
        await foreach (string value in stub.App.StreamAsync<string, StringJson>(Call(), null, Cancellation))
        {
            given.Add(value);
        }

        Assert.Equal(["a", "ab"], given);
    }

    [Fact]
    public async Task State_has_its_place_in_the_data_and_none_in_the_call()
    {
        StubApp stub = new("sse_v3", Completed("[null,\"value\"]")) { Inputs = "[9,1]", Outputs = "[9,2]" };

        Assert.Equal("value", await stub.App.CallAsync<string, StringJson>(Call(), null, Cancellation));
        Assert.StartsWith("""{"data":[null,"x"],"fn_index":3,""", stub.Joins.Single());
    }

    [Fact]
    public async Task Bare_words_of_Python_are_null()
    {
        StubApp stub = new("sse_v3", Completed("[NaN]"));

        Assert.Null(await stub.App.CallAsync<double?, NullableJson<double, DoubleJson>>(Call(), null, Cancellation));
    }

    [Fact]
    public async Task An_endpoint_with_other_inputs_asks_for_a_new_snapshot()
    {
        StubApp stub = new("sse_v3", "") { Inputs = "[1,1]" };

        AppException other = await Assert.ThrowsAsync<AppException>(() => stub.App.CallAsync<string, StringJson>(Call(), null, Cancellation));

        Assert.Equal(AppErrorReason.UnexpectedValue, other.Reason);
        Assert.Contains("the endpoint '/greet' is not as in the snapshot: 'more1' is new; nothing was sent", other.Message);
    }

    [Theory]
    [InlineData("sse")]
    [InlineData("ws")]
    public async Task Protocols_before_4_20_are_told_as_such(string protocol)
    {
        StubApp stub = new(protocol, "");

        AppException old = await Assert.ThrowsAsync<AppException>(() => stub.App.CallAsync<string, StringJson>(Call(), null, Cancellation));

        Assert.Equal(AppErrorReason.UnexpectedContent, old.Reason);
    }

    [Fact]
    public async Task A_stream_that_falls_silent_is_opened_once_more()
    {
        FakeTimeProvider clock = new();
        StubApp stub = new("sse_v3", "", clock);
        Channel<StalledStream> opened = Channel.CreateUnbounded<StalledStream>();
        stub.OpenStream = () =>
        {
            StalledStream stream = new([]);
            opened.Writer.TryWrite(stream);
            return new StreamContent(stream);
        };

        Task<string> call = stub.App.CallAsync<string, StringJson>(Call(), null, Cancellation);
        for (int i = 0; i < 2; i++)
        {
            CancellationToken reading = await (await opened.Reader.ReadAsync(Cancellation)).Stalled.WaitAsync(Cancellation);
            clock.Advance(TimeSpan.FromSeconds(60) - TimeSpan.FromMilliseconds(1));
            Assert.False(reading.IsCancellationRequested);
            clock.Advance(TimeSpan.FromMilliseconds(1));
            Assert.True(reading.IsCancellationRequested);
        }

        AppException lost = await Assert.ThrowsAsync<AppException>(() => call);
        Assert.Equal(AppErrorReason.ConnectionLost, lost.Reason);
        Assert.False(opened.Reader.TryRead(out _));
    }

    [Fact]
    public async Task An_output_of_another_type_is_told_with_its_place()
    {
        StubApp stub = new("sse_v3", Completed("[{\"a\":1}]"));

        GradioOutputException misfit = await Assert.ThrowsAsync<GradioOutputException>(() => stub.App.CallAsync<string, StringJson>(Call(), null, Cancellation));

        Assert.Equal(AppErrorReason.UnexpectedValue, misfit.Reason);
        Assert.Contains("its output 'greeting' is not of its type: An object cannot be read as a string.", misfit.Message);
    }

    [Fact]
    public async Task A_file_with_an_address_of_its_own_is_not_fetched_from_there()
    {
        StubApp stub = new("sse_v3", Completed("""[{"path":"https://elsewhere.example/a.txt","url":"https://elsewhere.example/a.txt","meta":{"_type":"gradio.FileData"}}]"""));

        AppFile file = await stub.App.CallAsync<AppFile, GradioFileJson>(Call(), null, Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await file.OpenReadAsync(Cancellation));
    }

    [Fact]
    public async Task An_image_inside_its_address_is_read_from_it()
    {
        StubApp stub = new("sse_v3", Completed("""[{"path":null,"url":"data:image/png;base64,aGk=","meta":{"_type":"gradio.FileData"}}]"""));

        AppFile file = await stub.App.CallAsync<AppFile, GradioFileJson>(Call(), null, Cancellation);
        using StreamReader reader = new(await file.OpenReadAsync(Cancellation));

        Assert.Equal("hi", await reader.ReadToEndAsync(Cancellation));
    }

    [Theory]
    [InlineData("ada", "ada", true)]
    [InlineData("ada", null, true)]
    [InlineData(null, "ada", true)]
    [InlineData("ada", "bob", false)]
    public async Task A_session_is_one_persons_also_with_a_token_that_was_renewed(string? first, string? second, bool isOne)
    {
        string? person = first;
        int renewed = 0;
        StubApp stub = new("sse_v3", Completed("[\"a\"]"), token: () => TokenOf(person, ++renewed));
        using GradioApp session = stub.App.StartSession();
        await session.CallAsync<string, StringJson>(Call(), null, Cancellation);
        person = second;

        Task<string> call = session.CallAsync<string, StringJson>(Call(), null, Cancellation);

        if (isOne)
        {
            Assert.Equal("a", await call);
            return;
        }

        Assert.Equal(
            "The session was started by another user than the one who calls, and its stream, its state and its results are that user's; nothing was sent. " +
            "Next step: start a session for each user, and keep it where only that user finds it.",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => call)).Message);
        Assert.Equal(["/config", "/info", "/app_id", "/queue/join"], stub.Paths.Take(4));
        Assert.Single(stub.Joins);
    }

    [Fact]
    public async Task Calls_without_a_session_are_each_somebodys_own()
    {
        int users = 0;
        StubApp stub = new("sse_v3", Completed("[\"a\"]"), token: () => TokenOf($"user-{++users}", 1));

        await stub.App.CallAsync<string, StringJson>(Call(), null, Cancellation);

        Assert.Equal("a", await stub.App.CallAsync<string, StringJson>(Call(), null, Cancellation));
    }

    // Null: a token that does not say whose it is.
    private static string TokenOf(string? person, int number) => person is null
        ? $"opaque-{number}"
        : $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"sub":"{{person}}","jti":"{{number}}"}""")).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.sig";

    private static GradioCall Call()
    {
        GradioCall call = new("/greet", "greeting");
        call.Add<string, StringJson>("name", "string", "x");
        return call;
    }

    private static string Completed(string data) =>
        $"data: {{\"msg\":\"process_completed\",\"event_id\":\"e1\",\"output\":{{\"data\":{data}}},\"success\":true}}\n\ndata: {{\"msg\":\"close_stream\",\"event_id\":null}}\n\n";

    /// <summary>An app with one endpoint, whose calls are all called <c>e1</c>.</summary>
    private sealed class StubApp : HttpMessageHandler
    {
        private readonly string _protocol;

        public StubApp(string protocol, string events, TimeProvider? clock = null, Func<string>? token = null)
        {
            _protocol = protocol;
            Events = events;
            Uri address = new("https://app.example.com");
            HttpMessageHandler pipeline = token is null ? this : new DatabricksAppHandler(new() { BaseAddress = address, TokenProvider = _ => new(token()) }, this);
            App = new GradioApp(new AppConnection(new HttpClient(pipeline) { BaseAddress = address }), "", clock ?? TimeProvider.System);
        }

        public Func<HttpContent>? OpenStream { get; set; }

        public GradioApp App { get; }

        public string Events { get; set; }

        public int AppId { get; set; } = 5;

        public int Id { get; set; } = 3;

        public string Inputs { get; set; } = "[1]";

        public string Outputs { get; set; } = "[2]";

        public ConcurrentQueue<string> Joins { get; } = [];

        public ConcurrentQueue<string> Paths { get; } = [];

        private string Parameters() => string.Join(",", Inputs.Trim('[', ']').Split(',').Where(id => id != "9").Select((_, i) =>
            $$"""{"parameter_name":"{{(i == 0 ? "name" : "more" + i)}}","type":{"type":"string"} }"""));

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Paths.Enqueue(request.RequestUri!.AbsolutePath);
            (string body, string type) = request.RequestUri!.AbsolutePath switch
            {
                "/config" => ($$"""
                    {"version":"4.20.0","protocol":"{{_protocol}}","app_id":1844674407370955161{{AppId}},
                     "components":[{"id":1,"type":"textbox"},{"id":2,"type":"textbox"},{"id":9,"type":"state"}],
                     "dependencies":[{"id":{{Id}},"api_name":"greet","inputs":{{Inputs}},"outputs":{{Outputs}}}]}
                    """, "application/json"),
                "/info" => ($$"""{"named_endpoints":{"/greet":{"parameters":[{{Parameters()}}],"returns":[{"label":"Greeting"}]} } }""", "application/json"),
                "/app_id" => ($$"""{"app_id":1844674407370955161{{AppId}}}""", "application/json"),
                "/queue/join" => ("""{"event_id":"e1"}""", "application/json"),
                "/queue/data" => (Events, "text/event-stream"),
                _ => ("{}", "application/json"),
            };
            if (request.RequestUri.AbsolutePath == "/queue/join")
            {
                Joins.Enqueue(await request.Content!.ReadAsStringAsync(cancellationToken));
            }

            HttpContent content = type == "text/event-stream" && OpenStream is { } open ? open() : new StringContent(body, Encoding.UTF8, type);
            return new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = content };
        }
    }
}
