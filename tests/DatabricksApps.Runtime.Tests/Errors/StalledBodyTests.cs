using DatabricksApps.Tests.Auth;
using System.Net;
using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Signing;

namespace DatabricksApps.Tests.Errors;

/// <summary>An answer that stands still after its headers: the time of the call ends it, and what came until then is told.</summary>
/// <remarks>Nothing but the time ends these calls, and all that is looked at is there before: how short the time is decides nothing.</remarks>
public sealed class StalledBodyTests
{
    private static readonly TimeSpan s_time = TimeSpan.FromMilliseconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, null, "abc")]
    [InlineData(false, null, "abc")]
    [InlineData(false, "gzip", "")]
    public async Task A_refusal_whose_body_stalls_keeps_its_status(bool isPlain, string? encoding, string body)
    {
        using AppConnection app = Connect(isPlain, HttpStatusCode.Forbidden, "text/plain", "abc", encoding);

        AppException seen = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));

        Assert.Equal((AppErrorReason.Forbidden, 403, body), (seen.Reason, (int?)seen.StatusCode, seen.Body));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task So_does_any_error_of_a_call_that_would_give_a_file_or_a_stream(bool isPlain)
    {
        using AppConnection app = Connect(isPlain, HttpStatusCode.InternalServerError, "text/plain", "abc");

        foreach (Func<Task> call in (Func<Task>[])[
            () => app.SendForFileAsync(Calls.Get(), null, Cancellation),
            () => app.StreamLinesAsync<string, StringJson>(Calls.Get(), null, Cancellation).ToListAsync(Cancellation).AsTask()])
        {
            AppException seen = await Assert.ThrowsAsync<AppException>(call);

            Assert.Equal((AppErrorReason.AppFailed, 500, "abc"), (seen.Reason, (int?)seen.StatusCode, seen.Body));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task So_does_a_page_that_answers_a_stream(bool isPlain)
    {
        using AppConnection app = Connect(isPlain, HttpStatusCode.OK, "text/html", "<html>");

        AppException seen = await Assert.ThrowsAsync<AppException>(async () =>
            await app.StreamTextEventsAsync(Calls.Get(), null, Cancellation).ToListAsync(Cancellation));

        Assert.Equal((AppErrorReason.UnexpectedContent, "<html>"), (seen.Reason, seen.Body));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_success_whose_body_stalls_is_none(bool isPlain)
    {
        using AppConnection app = Connect(isPlain, HttpStatusCode.OK, "application/json", "\"x");

        AppException seen = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));

        Assert.Equal(AppErrorReason.Timeout, seen.Reason);
        Assert.Contains("no complete answer came within 0.02 seconds", seen.Message);
    }

    // Over an HttpClient of the user, whose own time ends with the headers, or over a pipeline of our own.
    private static AppConnection Connect(bool isPlain, HttpStatusCode status, string type, string body, string? encoding = null)
    {
        StalledApp app = new(() =>
        {
            StreamContent content = new(new StalledStream(System.Text.Encoding.ASCII.GetBytes(body))) { Headers = { { "Content-Type", type } } };
            if (encoding is not null)
            {
                content.Headers.Add("Content-Encoding", encoding);
            }

            return new HttpResponseMessage(status) { Content = content };
        });
        if (isPlain)
        {
            return new AppConnection(new HttpClient(app) { BaseAddress = new Uri("https://app.example.com"), Timeout = s_time });
        }

        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = "the-token", Timeout = s_time };
        AppLocation location = TokenSources.OfProcess.LocationFor(options, []);
        return new AppConnection(
            new DatabricksAppHandler(TokenSources.OfProcess, TokenSources.OfProcess.Read(options, []), location) { UnpacksAnswers = true, InnerHandler = app }, options, location);
    }

    /// <summary>Answers whether the time is over or not.</summary>
    private sealed class StalledApp(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer());
    }
}
