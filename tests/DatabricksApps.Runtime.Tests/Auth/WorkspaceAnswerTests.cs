using System.Net;
using System.Text;
using System.Text.Json;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>What a workspace answers is explained by its status, its code and its words.</summary>
public sealed class WorkspaceAnswerTests
{
    private const string ClientIsWrong = "the client id or secret is wrong";
    private const string Scopes = "the scopes asked for are not assigned to the client's secret.";
    private const string ServiceFailed = "the workspace's sign-in service failed.";
    private const string Ended = "the sign-in has ended";
    private const string Elsewhere = "the service principal may not sign in to this workspace";
    private const string Busy = "the workspace or a proxy before it is overloaded or being updated.";
    private const string TooMany = "too many requests in a short time.";
    private const string Failed = "the workspace failed.";
    private const string NoWorkspace = "Host is not a Databricks workspace, or it does not allow this network.";
    private const string Redirects = "Host is not the workspace's own address";

    [Theory]
    [InlineData(400, "invalid_client", null, ClientIsWrong)]
    [InlineData(400, "unauthorized_client", null, ClientIsWrong)]
    [InlineData(401, "something", null, ClientIsWrong)]
    [InlineData(400, "something", null, Elsewhere)]
    [InlineData(400, "invalid_scope", null, Scopes)]
    [InlineData(400, "something", "no such SCOPE", Scopes)]
    [InlineData(401, "invalid_client", "the scope", Scopes)]
    [InlineData(400, "temporarily_unavailable", null, ServiceFailed)]
    [InlineData(400, "server_error", "x", ServiceFailed)]
    [InlineData(401, "server_error", null, ClientIsWrong)]
    [InlineData(400, "invalid_grant", "x", Ended)]
    [InlineData(500, "something", null, Elsewhere)]
    [InlineData(429, "invalid_grant", null, TooMany)]
    [InlineData(502, "invalid_grant", null, Busy)]
    [InlineData(503, "invalid_scope", null, Busy)]
    [InlineData(504, "invalid_client", null, Busy)]
    public void A_token_endpoint_says_what_is_wrong(int status, string code, string? description, string cause)
    {
        string json = JsonSerializer.Serialize(new Dictionary<string, string?> { ["error"] = code, ["error_description"] = description });
        using JsonDocument document = JsonDocument.Parse(json);

        AppAuthenticationException failure = TokenFailure.Of(Answer(status), document.RootElement, []);

        Assert.Contains(" Likely cause: " + cause, failure.Message);
        Assert.Contains(description is null ? code : $"{code}: {description}", failure.Message);
        Assert.Equal(status is 429 or 502 or 503 or 504, failure.IsTransient);
        Assert.Equal(cause == Ended ? "invalid_grant" : null, failure.OAuthError);
    }

    [Theory]
    [InlineData(401, null, ClientIsWrong)]
    [InlineData(401, "{}", ClientIsWrong)]
    [InlineData(400, "{\"error\":5}", NoWorkspace)]
    [InlineData(400, null, NoWorkspace)]
    [InlineData(299, null, NoWorkspace)]
    [InlineData(300, null, Redirects)]
    [InlineData(399, null, Redirects)]
    [InlineData(499, null, NoWorkspace)]
    [InlineData(500, null, Failed)]
    [InlineData(501, null, Failed)]
    [InlineData(502, null, Busy)]
    [InlineData(503, null, Busy)]
    [InlineData(504, null, Busy)]
    [InlineData(429, null, TooMany)]
    public void One_that_says_nothing_is_explained_by_its_status(int status, string? json, string cause)
    {
        using JsonDocument? document = json is null ? null : JsonDocument.Parse(json);

        AppAuthenticationException failure = TokenFailure.Of(Answer(status, retryAfter: TimeSpan.FromSeconds(6.2)), document?.RootElement, []);

        Assert.Contains(" Likely cause: " + cause, failure.Message);
        Assert.Equal(status is 429 or 502 or 503 or 504, failure.IsTransient);
        Assert.Equal(failure.IsTransient ? TimeSpan.FromSeconds(6.2) : null, failure.RetryAfter);
        Assert.Equal(status == 429, failure.Message.EndsWith("Next step: Wait 7 seconds (Retry-After), and call again.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_limit_without_a_time_asks_for_fewer_calls() =>
        Assert.EndsWith("Next step: Wait, and call less often.", AnswerFailure.Of(Answer(429), "no token").Message);

    [Fact]
    public void Words_of_the_server_are_bounded_and_show_no_secret()
    {
        using JsonDocument document = JsonDocument.Parse($$"""{"error":"the-secret","error_description":"{{new string('d', 600)}}"}""");

        string message = TokenFailure.Of(Answer(400), document.RootElement, ["the-secret"]).Message;

        Assert.Contains($" answered 400, ***: {new string('d', 495)}\u2026. Likely cause", message);
    }

    [Theory]
    [InlineData(null, null, "https://ws.example.com/token answered 418")]
    [InlineData("text/html", null, "https://ws.example.com/token answered 418 with text/html")]
    [InlineData(null, "other", "https://ws.example.com/token answered 418, a redirect to other")]
    [InlineData("a/dapi0123456789abcdef", "other", "https://ws.example.com/token answered 418 with a/***, a redirect to other")]
    public void An_answer_is_described_by_address_status_kind_and_where_it_leads(string? mediaType, string? redirect, string expected) =>
        Assert.Equal(expected, AnswerFailure.Describe(Answer(418, mediaType: mediaType, redirect: redirect)));

    [Fact]
    public void A_proxy_that_answers_for_the_workspace_is_named_by_the_workspaces_host() => Assert.StartsWith(
        "Sign-in failed: the proxy answered 407 (Proxy Authentication Required) to the request for ws.example.com.", AnswerFailure.Of(Answer(407), "x").Message);

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void A_success_is_of_the_two_hundreds(int status, bool isSuccess) => Assert.Equal(isSuccess, Answer(status).IsSuccess);

    [Theory]
    [InlineData(429, true)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    [InlineData(500, false)]
    [InlineData(501, false)]
    [InlineData(505, false)]
    [InlineData(428, false)]
    public void Some_failures_may_pass(int status, bool isTransient) => Assert.Equal(isTransient, Answer(status).IsTransient);

    [Theory]
    [InlineData("""{"a":"x"}""", "x")]
    [InlineData("""{"a":""}""", null)]
    [InlineData("""{"a":5}""", null)]
    [InlineData("""{"A":"x"}""", null)]
    [InlineData("""["a"]""", null)]
    [InlineData("\"a\"", null)]
    public void A_text_of_an_answer_is_one_that_is_not_empty(string json, string? expected)
    {
        using JsonDocument document = JsonDocument.Parse(json);

        Assert.Equal(expected, AnswerJson.Text(document.RootElement, "a"));
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("[]", false)]
    [InlineData("5", false)]
    [InlineData("", false)]
    [InlineData("<html>", false)]
    public void An_answer_is_an_object_or_nothing(string text, bool isObject)
    {
        using JsonDocument? document = AnswerJson.Parse(Encoding.UTF8.GetBytes(text));

        Assert.Equal(isObject, document is not null);
    }

    [Theory]
    [InlineData("a\nb\t c", 10, "a b c")]
    [InlineData("  a  ", 10, "a")]
    [InlineData("a\0b\u0085c", 10, "a\uFFFDb c")]
    [InlineData("abcde", 5, "abcde")]
    [InlineData("abcdef", 5, "abcde\u2026")]
    [InlineData("abc the-secret other-secret", 20, "abc *** ***")]
    [InlineData("dapi0123456789abcdef", 3, "***")]
    public void Text_of_others_is_one_line(string text, int longest, string expected) =>
        Assert.Equal(expected, SingleLine.Of(text, longest, ["the-secret", "other-secret"]));

    [Fact]
    public void A_failure_tells_what_it_knows_and_can_be_told_with_more()
    {
        InvalidOperationException inner = new();
        AppAuthenticationException failure = AuthFailure.Of("it failed", "a cause.", "do this", inner, isTransient: true, TimeSpan.FromSeconds(3), "the_code");
        AppAuthenticationException more = AuthFailure.With(failure, "(more)");

        Assert.Equal("Sign-in failed: it failed. Likely cause: a cause. Next step: do this.", failure.Message);
        Assert.Equal("Sign-in failed: it failed. Likely cause: a cause. Next step: do this. (more)", more.Message);
        Assert.All([failure, more], seen => Assert.Equal(
            (inner, true, TimeSpan.FromSeconds(3), "the_code", AppErrorReason.SignInFailed),
            (seen.InnerException, seen.IsTransient, seen.RetryAfter, seen.OAuthError, seen.Reason)));
        Assert.Equal("Sign-in failed: it failed.", AuthFailure.Of("it failed", null, null).Message);
        Assert.Equal("Sign-in failed: it failed. Next step: do this.", AuthFailure.Of("it failed", null, "do this.").Message);
        Assert.Equal("Sign-in failed: one two (all)", AuthFailure.OfAll(["one", "two"], "all").Message);
        Assert.Equal("it failed.", AuthFailure.Detail(AuthFailure.Of("it failed", null, null)));
        Assert.Equal("else sign-in failed: ", AuthFailure.Detail(new AppAuthenticationException("else sign-in failed: ")));
        Assert.Equal("sign-in failed: x", AuthFailure.Detail(new AppAuthenticationException("sign-in failed: x")));
    }

    private static WorkspaceAnswer Answer(int status, TimeSpan? retryAfter = null, string? mediaType = null, string? redirect = null) => new()
    {
        Address = "https://ws.example.com/token",
        Status = (HttpStatusCode)status,
        MediaType = mediaType,
        Body = [],
        RetryAfter = retryAfter,
        RedirectHost = redirect,
    };
}
