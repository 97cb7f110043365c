using System.Net;
using System.Text;
using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Signing;
using DatabricksApps.Tests.Auth;

namespace DatabricksApps.Tests.Http;

/// <summary>Calls of each kind, and apps at which they end in each way.</summary>
internal static class CallEnds
{
    public const string Canary = "c4nary-t0ken";

    public static AppConnection Connect(string end, string kind, CancellationTokenSource source)
    {
        StubHandler stub = new(request => end switch
        {
            "409" or "declared 409" => StatusOf(HttpStatusCode.Conflict, $"\"{Canary}\""),
            "422" => StatusOf(HttpStatusCode.UnprocessableEntity, """{"detail":[{"loc":["body","x"],"msg":"m","type":"t"}]}"""),
            "503" => StatusOf(HttpStatusCode.ServiceUnavailable, ""),
            "moved" => Redirect("https://other.example.com/x"),
            "login" => Redirect("https://ws.example.com/oidc/v1/authorize"),
            "followed" => Followed(request, kind),
            "unreachable" => throw new HttpRequestException(HttpRequestError.ConnectionError),
            "source" => throw new FormatException(),
            "cut" => Answer(kind, new ForwardStream("\""u8.ToArray(), new HttpIOException(HttpRequestError.ResponseEnded))),
            "stalled" => Stalled(kind, source),
            "misfit" => Answer(kind, "{}\n"),
            _ => Answer(kind, "\"x\"\n"),
        });
        switch (end)
        {
            case "cancelled before":
                source.Cancel();
                break;
            case "timed out before":
                return new AppConnection(new Never(), new DatabricksAppOptions { BaseAddress = new Uri("https://app.example.com"), Token = Canary }, Located());
            case "no address":
                return new AppConnection(new HttpClient(stub));
            case "sign-in":
                SignInSetup setup = new() { Options = { BaseAddress = new Uri("https://app.example.com") } };
                TokenSources sources = setup.Sources();
                return new AppConnection(
                    new HttpClient(new DatabricksAppHandler(sources, sources.Read(setup.Options, [])) { InnerHandler = stub }) { BaseAddress = setup.Options.BaseAddress });
            case "disposed":
                AppConnection ended = new(stub.Client());
                ended.Dispose();
                return ended;
        }

        return new AppConnection(stub.Client());
    }

    private static AppLocation Located()
    {
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = Canary };
        return TokenSources.OfProcess.LocationFor(TokenSources.OfProcess.Read(options, []));
    }

    private static HttpResponseMessage Stalled(string kind, CancellationTokenSource source)
    {
        StalledStream body = new([]);
        body.Stalled.ContinueWith(_ => source.Cancel(), TaskScheduler.Default);
        return Answer(kind, body);
    }

    private static HttpResponseMessage Followed(HttpRequestMessage request, string kind)
    {
        request.RequestUri = new Uri("https://ws.example.com/oidc/v1/authorize");
        return Answer(kind, "\"x\"\n");
    }

    private static HttpResponseMessage Redirect(string to)
    {
        HttpResponseMessage response = StatusOf(HttpStatusCode.Redirect, "");
        response.Headers.Location = new Uri(to);
        return response;
    }

    private static HttpResponseMessage StatusOf(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Answer(string kind, string body) =>
        Answer(kind, new MemoryStream(Encoding.UTF8.GetBytes(IsOfEvents(kind) ? $"data: {body}\n" : body)));

    public static HttpResponseMessage Answer(string kind, Stream body) => new()
    {
        Content = new StreamContent(body)
        {
            Headers = { { "Content-Type", IsOfEvents(kind) ? "text/event-stream" : kind == "lines" ? "application/jsonl" : "application/json" } },
        },
    };

    // "JSON for events" is an app that does not stream, though it was asked to.
    private static bool IsOfEvents(string kind) => kind is "events" or "events by type" or "answer of events";

    public static async Task CallAsync(
        AppConnection app, string kind, AppRequest request, AppRequestOptions options, AppErrorReader? errors, CancellationToken cancellation)
    {
        switch (kind)
        {
            case "json":
                await app.SendAsync<string, StringJson>(request, options, cancellation, errors);
                break;
            case "null":
                await app.SendOrNullAsync<string, StringJson>(request, options, cancellation, errors);
                break;
            case "case":
                await app.SendForCaseAsync(request, static response => response.ReadJson<string, StringJson>(), options, cancellation, errors);
                break;
            case "text":
                await app.SendForTextAsync(request, options, cancellation, errors);
                break;
            case "nothing":
                await app.SendAsync(request, options, cancellation, errors);
                break;
            case "file":
                await using (AppFile file = await app.SendForFileAsync(request, options, cancellation, errors))
                {
                    await file.CopyToAsync(Stream.Null, cancellation);
                }

                break;
            case "lines":
                await app.StreamLinesAsync<string, StringJson>(request, options, cancellation, errors).ToArrayAsync(cancellation);
                break;
            case "events by type":
                await app.StreamEventsByTypeAsync(
                    request, static content => content.ReadJson<string, StringJson>(), options, cancellation, errors).ToArrayAsync(cancellation);
                break;
            case "answer":
                await using (AppAnswer answer = await app.AnswerOfAsync(
                    static inner => inner, inner => inner.SendAsync<string, StringJson>(request, options, cancellation, errors)))
                {
                    await answer.ReadTextAsync(cancellation);
                }

                break;
            case "answer of nothing":
                await using (AppAnswer answer = await app.AnswerOfAsync(
                    static inner => inner, inner => inner.SendAsync(request, options, cancellation, errors)))
                {
                    await answer.Body.CopyToAsync(Stream.Null, cancellation);
                }

                break;
            case "answer of events":
                await using (AppAnswer answer = await app.AnswerOfAsync(
                    static inner => inner, inner => inner.StreamEventsAsync<string, StringJson>(request, options, cancellation, errors)))
                {
                    await answer.ReadTextAsync(cancellation);
                }

                break;
            default:
                await app.StreamEventsAsync<string, StringJson>(request, options, cancellation, errors).ToArrayAsync(cancellation);
                break;
        }
    }

    private sealed class Never : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Nobody answers.");
        }
    }
}
