using System.Net;
using System.Text;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Errors;

/// <summary>Where one status has several causes, what stands beside it tells which.</summary>
public sealed class StatusAdviceTests
{
    private const string Own = "the app itself gave this answer";
    private const string None = "no app answers at this address";

    [Theory]
    [InlineData(300, AppErrorReason.Redirected)]
    [InlineData(399, AppErrorReason.Redirected)]
    [InlineData(299, AppErrorReason.ErrorStatus)]
    [InlineData(400, AppErrorReason.ErrorStatus)]
    [InlineData(499, AppErrorReason.ErrorStatus)]
    [InlineData(500, AppErrorReason.AppFailed)]
    [InlineData(501, AppErrorReason.AppFailed)]
    [InlineData(599, AppErrorReason.AppFailed)]
    [InlineData(502, AppErrorReason.AppUnavailable)]
    [InlineData(503, AppErrorReason.AppUnavailable)]
    [InlineData(504, AppErrorReason.AppUnavailable)]
    public void The_status_decides(int status, AppErrorReason reason) => Assert.Equal(reason, Explain(status, "").Reason);

    [Theory]
    [InlineData(403, "Invalid Token", "the app answered 403 (Forbidden): Invalid Token")]
    [InlineData(403, "INVALID TOKEN", "the app answered 403 (Forbidden): Invalid Token")]
    [InlineData(403, """{"detail":"An invalid token"}""", "the app answered 403 (Forbidden): An invalid token")]
    [InlineData(400, """{"detail":"no"}""", "the app answered 400 (Bad Request): no")]
    [InlineData(400, """ {"detail":"no"}""", "the app answered 400 (Bad Request): no")]
    [InlineData(400, """{"detail":""}""", "the app answered 400 (Bad Request)")]
    [InlineData(400, """{"detail":{"a":1}}""", "the app answered 400 (Bad Request)")]
    [InlineData(400, """["detail"]""", "the app answered 400 (Bad Request)")]
    [InlineData(400, """{"detail":"no" """, "the app answered 400 (Bad Request)")]
    [InlineData(400, "detail", "the app answered 400 (Bad Request)")]
    public void What_the_app_says_of_it_is_told_once(int status, string body, string what) => Assert.Equal(what, Explain(status, body).What);

    [Theory]
    [InlineData(499, 499, "")]
    [InlineData(500, 500, "")]
    [InlineData(501, 500, "\u2026")]
    public void A_long_detail_is_cut(int length, int shown, string end) => Assert.Equal(
        $"the app answered 400 (Bad Request): {new string('d', shown)}{end}", Explain(400, $$"""{"detail":"{{new string('d', length)}}"}""").What);

    [Theory]
    [InlineData("{}", Own)]
    [InlineData(" \n[]", Own)]
    [InlineData("", None)]
    [InlineData("<html>{", None)]
    public void A_404_is_the_apps_own_if_its_body_is_JSON(string body, string cause) => Assert.StartsWith(cause, Explain(404, body).Cause);

    [Theory]
    [InlineData("/api/items", false)]
    [InlineData("/items", true)]
    [InlineData("/API/items", true)]
    public void Another_404_tells_where_tokens_are_taken(string path, bool isOutside)
    {
        string? cause = Explain(404, "", Calls.Get(path)).Cause;

        Assert.Equal(isOutside, cause!.EndsWith(" Token authentication works on routes below /api/ only, and this one is not.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(400, "App Not Available", AppErrorReason.AppUnavailable)]
    [InlineData(400, "the app not available page", AppErrorReason.AppUnavailable)]
    [InlineData(400, """{"detail":"App Not Available"}""", AppErrorReason.ErrorStatus)]
    [InlineData(500, """{"detail":"App Not Available"}""", AppErrorReason.AppFailed)]
    [InlineData(500, "App Not Available", AppErrorReason.AppUnavailable)]
    [InlineData(503, """{"detail":"Queue is full."}""", AppErrorReason.RateLimited)]
    [InlineData(503, "queue is full", AppErrorReason.AppUnavailable)]
    [InlineData(502, "Queue is full", AppErrorReason.AppUnavailable)]
    public void A_page_or_a_text_tells_that_an_app_cannot_answer_now(int status, string body, AppErrorReason reason) =>
        Assert.Equal(reason, Explain(status, body).Reason);

    [Theory]
    [InlineData(502, "the app is stopped, starting or being deployed.", "Try again in a minute; if it stays")]
    [InlineData(504, "the app did not answer in the time that the front door waits", "Call again; long work belongs in a job that is polled.")]
    public void One_that_is_slow_is_not_one_that_is_stopped(int status, string cause, string next)
    {
        Explanation explanation = Explain(status, "");

        Assert.StartsWith(cause, explanation.Cause);
        Assert.StartsWith(next, explanation.Next);
    }

    [Theory]
    [InlineData("90", "Wait 90 seconds (Retry-After), and call again.")]
    [InlineData("Tue, 14 Nov 2023 22:13:20 GMT", "Wait until 2023-11-14 22:13:20Z (Retry-After), and call again.")]
    [InlineData(null, "Wait, and call less often.")]
    [InlineData("soon", "Wait, and call less often.")]
    public void A_limit_tells_how_long_to_wait_in_whatever_form(string? value, string next)
    {
        foreach ((int status, string body) in ((int, string)[])[(429, ""), (503, "Queue is full")])
        {
            using HttpResponseMessage response = new((HttpStatusCode)status);
            if (value is not null)
            {
                response.Headers.TryAddWithoutValidation("Retry-After", value);
            }

            Assert.Equal(next, StatusExplanation.Explain(Calls.Get(), response, body).Next);
        }
    }

    [Theory]
    [InlineData("Slow Down", "the app answered 429 (Slow Down)")]
    [InlineData("", "the app answered 429 (TooManyRequests)")]
    public void The_phrase_is_the_servers_else_the_name_of_the_status(string phrase, string what)
    {
        using HttpResponseMessage response = new(HttpStatusCode.TooManyRequests) { ReasonPhrase = phrase };

        Assert.Equal(what, StatusExplanation.Explain(Calls.Get(), response, "").What);
    }

    [Theory]
    [InlineData(302, "", true)]
    [InlineData(401, "", true)]
    [InlineData(403, "Forbidden", true)]
    [InlineData(404, "<html>", true)]
    [InlineData(502, "", true)]
    [InlineData(503, "", true)]
    [InlineData(504, "", false)]
    [InlineData(301, "", false)]
    [InlineData(400, "", false)]
    [InlineData(500, "", false)]
    [InlineData(404, "{}", false)]
    [InlineData(404, "[]", false)]
    [InlineData(404, " \t\r\n{", false)]
    [InlineData(404, "\u00A0{", true)]
    public void The_workspace_is_asked_about_answers_of_the_front_door_alone(int status, string body, bool isAsked)
    {
        using HttpResponseMessage response = new((HttpStatusCode)status);

        Assert.Equal(isAsked, StatusExplanation.DependsOnApp(response, Encoding.UTF8.GetBytes(body)));
    }

    [Theory]
    [InlineData("Name taken", "the app answered 409 (Conflict) [Name taken].")]
    [InlineData("Conflict.", "the app answered 409 (Conflict).")]
    [InlineData("CONFLICT", "the app answered 409 (Conflict).")]
    [InlineData(null, "the app answered 409 (Conflict).")]
    public async Task The_documents_words_for_an_error_are_told_if_they_say_more_than_its_name(string? description, string text)
    {
        AppException seen = await Assert.ThrowsAsync<AppException<int>>(() =>
            new AppConnection(StubHandler.Json("5", HttpStatusCode.Conflict).Client()).SendAsync<string, StringJson>(
                Calls.Get(), null, TestContext.Current.CancellationToken, response => response.ReadError<int, Int32Json>(description)));

        Assert.Equal("GET /api/items: " + text, seen.Message);
    }

    private static Explanation Explain(int status, string body, AppRequest? request = null)
    {
        using HttpResponseMessage response = new((HttpStatusCode)status);
        return StatusExplanation.Explain(request ?? Calls.Get(), response, body);
    }
}
