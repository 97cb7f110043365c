using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.IO.Compression;
using System.Text;
using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Auth;

namespace DatabricksApps.Tests.Http;

/// <summary>What is told of a call when it has ended, whatever reads its answer and however it ends.</summary>
public sealed class CallRecordTests : IDisposable
{
    private const string Route = "/api/recorded/{item_id}";
    private const string Cancelled = "System.OperationCanceledException";

    private static readonly string[] s_kinds =
    [
        "json", "null", "case", "text", "nothing", "file", "lines", "events", "events by type", "JSON for events", "answer", "answer of nothing",
        "answer of events",
    ];
    private static readonly string[] s_ends =
    [
        "good", "misfit", "cut", "stalled", "409", "declared 409", "422", "503", "moved", "login", "followed", "unreachable", "cancelled before",
        "timed out before", "told", "source", "disposed", "no address", "sign-in",
    ];

    private readonly CallListener _heard = new(Route);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Calls
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (string kind in s_kinds)
            {
                foreach (string end in s_ends)
                {
                    data.Add(kind, end);
                }
            }

            return data;
        }
    }

    public void Dispose() => _heard.Dispose();

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_ends_in_the_trace_as_it_ends_for_the_caller(string kind, string end)
    {
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        AppConnection app = CallEnds.Connect(end, kind, source);
        AppRequest request = new(HttpMethod.Post, Route) { Content = new ByteArrayContent([1]) };
        request.AddPath("/api/recorded/" + CallEnds.Canary);
        AppRequestOptions options = new()
        {
            Timeout = end == "timed out before" ? TimeSpan.FromTicks(1) : null,
            OnResponse = _ => { if (end == "told") { throw new IOException(); } },
        };
        AppErrorReader? errors = end == "declared 409" ? response => response.ReadError<string, StringJson>() : null;

        Exception? seen = await Record.ExceptionAsync(() => CallEnds.CallAsync(app, kind, request, options, errors, source.Token));

        (string? error, int? status) = Expected(kind, end);
        Assert.Equal(error, seen is null ? null : (seen as AppException)?.Reason.ToString() ?? seen.GetType().FullName);
        Activity activity = Assert.Single(_heard.Activities);
        Assert.Equal(
            (error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, (seen as AppException)?.Message),
            (activity.Status, activity.StatusDescription));
        Assert.Equal(Tags(error, status, hasServer: end is not ("disposed" or "no address")), CallListener.TextOf(activity.TagObjects));
        Assert.True(activity.IsStopped);

        (double seconds, string[] tags) = Assert.Single(_heard.Durations);
        Assert.Equal(activity.Duration.TotalSeconds, seconds);
        Assert.Equal(CallListener.TextOf(activity.TagObjects), tags);
        Assert.DoesNotContain(CallEnds.Canary, string.Join(' ', tags) + activity.DisplayName + activity.StatusDescription, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("lines")]
    [InlineData("events")]
    [InlineData("answer of events")]
    public async Task One_that_the_caller_leaves_early_is_no_failure(string kind)
    {
        AppConnection app = new(new StubHandler(_ => CallEnds.Answer(kind, "\"x\"\n\"y\"\n")).Client());

        if (kind == "file")
        {
            await using AppFile file = await app.SendForFileAsync(Recorded(), null, Cancellation);
            Assert.Equal(1, await (await file.OpenReadAsync(Cancellation)).ReadAsync(new byte[1], Cancellation));
            Assert.Empty(_heard.Activities);
        }
        else if (kind == "answer of events")
        {
            await using AppAnswer answer = await app.AnswerOfAsync(
                static inner => inner, inner => inner.StreamTextEventsAsync(Recorded(), null, Cancellation));
            Assert.Equal(1, await (await answer.Body.OpenReadAsync(Cancellation)).ReadAsync(new byte[1], Cancellation));
            Assert.Empty(_heard.Activities);
        }
        else if (kind == "lines")
        {
            await foreach (string _ in app.StreamLinesAsync<string, StringJson>(Recorded(), null, Cancellation))
            {
                Assert.Empty(_heard.Activities);
                break;
            }
        }
        else
        {
            await Assert.ThrowsAsync<FormatException>(async () =>
            {
                await foreach (AppEvent<string> _ in app.StreamTextEventsAsync(Recorded(), null, Cancellation))
                {
                    throw new FormatException("of the caller's own code");
                }
            });
        }

        Activity activity = Assert.Single(_heard.Activities);
        Assert.Equal(ActivityStatusCode.Unset, activity.Status);
        Assert.Equal(Tags(null, 200, method: "GET"), CallListener.TextOf(activity.TagObjects));
        Assert.Single(_heard.Durations);
    }

    [Fact]
    public async Task An_answer_whose_text_is_too_long_is_a_failure()
    {
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = "t", MaxResponseBytes = 1 };
        AppConnection app = new(StubHandler.Json("\"x\"").Client(), options, TokenSources.OfProcess.LocationFor(options, []));

        await using AppAnswer answer = await app.AnswerOfAsync(static inner => inner, inner => inner.StringAsync(Recorded()));
        await Assert.ThrowsAsync<AppException>(() => answer.ReadTextAsync(Cancellation));

        Assert.Equal(
            Tags("ResponseTooLarge", 200, method: "GET"), CallListener.TextOf(Assert.Single(_heard.Activities).TagObjects));
    }

    [Fact]
    public async Task What_the_caller_does_meanwhile_stays_current_and_is_no_part_of_the_call()
    {
        AppConnection app = new(new StubHandler(_ => CallEnds.Answer("lines", "\"x\"\n")).Client());
        using Activity outer = new Activity("outer").Start();

        AppFile file = await app.SendForFileAsync(Recorded(), null, Cancellation);
        Assert.Same(outer, Activity.Current);
        using Activity inner = new Activity("inner").Start();
        file.Dispose();
        Assert.Same(inner, Activity.Current);

        await foreach (string _ in app.StreamLinesAsync<string, StringJson>(Recorded(), null, Cancellation))
        {
            Assert.Same(inner, Activity.Current);
        }

        Assert.Same(inner, Activity.Current);
        Assert.Equal([outer.SpanId, inner.SpanId], _heard.Activities.Select(activity => activity.ParentSpanId));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_a_handler_sends_is_a_part_of_the_call(string kind)
    {
        ActivitySpanId? sent = null;
        AppConnection app = new(new StubHandler(_ =>
        {
            sent = Activity.Current?.SpanId;
            return CallEnds.Answer(kind, "\"x\"\n");
        }).Client());

        await CallEnds.CallAsync(app, kind, Recorded(), new AppRequestOptions(), null, Cancellation);

        Assert.Equal(Assert.Single(_heard.Activities).SpanId, sent);
    }

    [Fact]
    public async Task Each_enumeration_is_a_call_of_its_own()
    {
        AppConnection app = new(new StubHandler(_ => CallEnds.Answer("lines", "\"x\"\n")).Client());
        IAsyncEnumerable<string> lines = app.StreamLinesAsync<string, StringJson>(Recorded(), null, Cancellation);
        Assert.Empty(_heard.Activities);

        await lines.ToArrayAsync(Cancellation);
        await lines.ToArrayAsync(Cancellation);

        Assert.Equal(2, _heard.Activities.Count);
        Assert.All(_heard.Durations, duration => Assert.Equal(Tags(null, 200, method: "GET"), duration.Tags));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Traces_and_durations_are_told_without_each_other(bool activities, bool durations)
    {
        const string route = "/api/recorded/alone";
        using CallListener alone = new(route, activities, durations);
        AppConnection app = new(StubHandler.Json("\"x\"").Client("http://[::1]:8000"));
        _heard.Dispose();

        await app.StringAsync(Tests.Calls.Get(route));

        string[] tags =
        [
            "http.request.method=GET", "http.response.status_code=200", "server.address=::1", "server.port=8000", "url.template=" + route,
        ];
        Assert.Equal(activities ? [tags] : [], alone.Activities.Select(activity => CallListener.TextOf(activity.TagObjects)));
        Assert.Equal(durations ? [tags] : [], alone.Durations.Select(duration => duration.Tags));
        Assert.All(alone.Durations, duration => Assert.InRange(duration.Seconds, double.Epsilon, 60));
    }

    [Fact]
    public void The_instrument_is_that_of_the_conventions()
    {
        Histogram<double> instrument = Assert.IsType<Histogram<double>>(_heard.Instrument);
        Assert.Equal(("http.client.request.duration", "s"), (instrument.Name, instrument.Unit));
#if NET9_0_OR_GREATER
        Assert.Equal([0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10], instrument.Advice?.HistogramBucketBoundaries);
#endif
    }

    [Fact]
    public async Task Half_of_a_gzip_answer_is_a_failure_of_the_call()
    {
        byte[] packed = Pack("\"a text of some length\"");
        using RawServer server = new(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length / 2}\r\n\r\n");
            await connection.WriteAsync(Encoding.Latin1.GetString(packed, 0, packed.Length / 2));
        });
        using AppConnection app = server.Connect();

        await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Recorded()));

        Assert.Contains("error.type=ConnectionLost", CallListener.TextOf(Assert.Single(_heard.Activities).TagObjects));
    }

    public static TheoryData<string> Kinds => new(s_kinds);

    private static string[] Tags(string? error, int? status, bool hasServer = true, string method = "POST") =>
    [
        .. error is null ? (string[])[] : ["error.type=" + error],
        "http.request.method=" + method,
        .. status is null ? (string[])[] : ["http.response.status_code=" + status],
        .. hasServer ? (string[])["server.address=app.example.com", "server.port=443"] : [],
        "url.template=" + Route,
    ];

    private static (string? Error, int? Status) Expected(string kind, string end) => (kind, end) switch
    {
        (_, "409") => ("ErrorStatus", 409),
        (_, "declared 409") => ("ErrorStatus", 409),
        (_, "422") => ("InvalidRequest", 422),
        (_, "503") => ("AppUnavailable", 503),
        (_, "moved") => ("Redirected", 302),
        (_, "login") => ("SignInRequired", 302),
        (_, "followed") => ("SignInRequired", 200),
        (_, "unreachable") => ("Unreachable", null),
        (_, "sign-in") => ("SignInFailed", null),
        (_, "cancelled before") => (Cancelled, null),
        (_, "timed out before") => ("Timeout", null),
        (_, "told") => ("System.IO.IOException", 200),
        (_, "source") => ("System.FormatException", null),
        (_, "disposed") => ("System.ObjectDisposedException", null),
        (_, "no address") => ("System.InvalidOperationException", null),
        ("nothing", _) => (null, 200),
        (_, "cut") => ("ConnectionLost", 200),
        (_, "stalled") => (Cancelled, 200),
        ("text" or "file" or "answer" or "answer of nothing" or "answer of events", "misfit") => (null, 200),
        ("JSON for events", "misfit") => ("UnexpectedContent", 200),
        (_, "misfit") => ("UnexpectedValue", 200),
        _ => (null, 200),
    };

    private static AppRequest Recorded()
    {
        AppRequest request = new(HttpMethod.Get, Route);
        request.AddPath("/api/recorded/7");
        return request;
    }

    private static byte[] Pack(string text)
    {
        MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
