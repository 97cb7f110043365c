using System.Net;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Http;

/// <summary>However a call ends, its answer and its request are closed: what stays open holds a connection.</summary>
public sealed class CallLifetimeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Calls
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (string kind in (string[])["json", "null", "case", "text", "nothing", "file", "lines"])
            {
                foreach (string end in (string[])["error", "declared", "redirected", "told", "cut", "misfit", "good"])
                {
                    data.Add(kind, end);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Answer_and_request_are_closed(string kind, string end)
    {
        IOException thrown = new();
        ForwardStream body = new(end == "misfit" ? "{}"u8.ToArray() : "\"x\""u8.ToArray(), end == "cut" ? new HttpIOException(HttpRequestError.ResponseEnded) : null);
        StubHandler stub = new(request =>
        {
            if (end == "redirected")
            {
                request.RequestUri = new Uri("https://ws.example.com/oidc/x");
            }

            return new HttpResponseMessage(end is "error" or "declared" ? HttpStatusCode.Conflict : HttpStatusCode.OK) { Content = new StreamContent(body) };
        });
        AppConnection app = new(stub.Client());
        AppRequest request = Tests.Calls.Post();
        TrackedContent sent = new();
        request.Content = sent;
        AppRequestOptions options = new() { OnResponse = _ => { if (end == "told") { throw thrown; } } };
        AppErrorReader? errors = end == "declared" ? response => response.ReadError<string, StringJson>() : null;

        Exception? seen = await Record.ExceptionAsync(() => CallAsync(app, kind, request, options, errors));

        Assert.Equal(Expected(kind, end), seen is null ? "" : seen == thrown ? "thrown" : seen is AppException { StatusCode: null } ? "no status" : "failure");
        Assert.True(body.IsDisposed, "the answer is open");

        // Lines are asked for again with the same body; that of a file may still be on its way when the file is there.
        Assert.Equal(kind != "lines" && (kind != "file" || end is "error" or "declared" or "redirected" or "told"), sent.IsDisposed);
    }

    [Fact]
    public async Task A_file_keeps_its_answer_open_until_it_is_closed_itself()
    {
        ForwardStream body = new("abc"u8.ToArray());
        AppConnection app = new(new StubHandler(_ => new HttpResponseMessage { Content = new StreamContent(body) }).Client());

        AppFile file = await app.SendForFileAsync(Tests.Calls.Get(), null, Cancellation);
        Assert.False(body.IsDisposed);
        file.Dispose();

        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task An_answer_whose_body_cannot_even_be_opened_is_closed()
    {
        UnreadableContent content = new();
        AppConnection app = new(new StubHandler(_ => new HttpResponseMessage { Content = content }).Client());

        await Assert.ThrowsAsync<NotSupportedException>(() => app.SendForFileAsync(Tests.Calls.Get(), null, Cancellation));

        Assert.True(content.IsDisposed);
    }

    [Fact]
    public async Task An_empty_answer_is_null_where_that_is_allowed_and_the_status_is_read()
    {
        AppConnection app = new(StubHandler.Of(HttpStatusCode.Accepted, "", "text/plain").Client());

        Assert.Null(await app.SendOrNullAsync<string?, ReferenceOrNullJson<string, StringJson>>(Tests.Calls.Get(), null, Cancellation));
        Assert.Equal(202, await app.SendForCaseAsync(Tests.Calls.Get(), static response => response.StatusCode, null, Cancellation));
        Assert.Equal("", await app.SendForCaseAsync(Tests.Calls.Get(), static response => response.ReadText(), null, Cancellation));
        Assert.Equal("", await app.SendForTextAsync(Tests.Calls.Get(), null, Cancellation));
    }

    private static string Expected(string kind, string end) => (kind, end) switch
    {
        (_, "error" or "declared" or "redirected") => "failure",
        (_, "told") => "thrown",
        ("nothing", _) => "",
        (_, "cut") => "failure",
        ("text", "misfit") => "",
        ("file", _) => "",
        (_, "misfit") => "failure",
        _ => "",
    };

    private static async Task CallAsync(AppConnection app, string kind, AppRequest request, AppRequestOptions options, AppErrorReader? errors)
    {
        switch (kind)
        {
            case "json":
                await app.SendAsync<string, StringJson>(request, options, Cancellation, errors);
                break;
            case "null":
                await app.SendOrNullAsync<string, StringJson>(request, options, Cancellation, errors);
                break;
            case "case":
                await app.SendForCaseAsync(request, static response => response.ReadJson<string, StringJson>(), options, Cancellation, errors);
                break;
            case "text":
                await app.SendForTextAsync(request, options, Cancellation, errors);
                break;
            case "nothing":
                await app.SendAsync(request, options, Cancellation, errors);
                break;
            case "file":
                await using (AppFile file = await app.SendForFileAsync(request, options, Cancellation, errors))
                {
                    await file.CopyToAsync(Stream.Null, Cancellation);
                }

                break;
            default:
                await foreach (string line in app.StreamLinesAsync<string, StringJson>(request, options, Cancellation, errors))
                {
                    Assert.Equal("x", line);
                }

                break;
        }
    }

    private sealed class TrackedContent : ByteArrayContent
    {
        public TrackedContent()
            : base([1])
        {
        }

        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class UnreadableContent : HttpContent
    {
        public bool IsDisposed { get; private set; }

        protected override Task<Stream> CreateContentReadStreamAsync() => throw new NotSupportedException();

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
