using System.Net;
using DatabricksApps.Auth;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Errors;

/// <summary>Each message says what happened, then why, then what to do: a reader who takes one for another does the wrong thing.</summary>
public sealed class AdviceOrderTests
{
    [Theory]
    [InlineData(302, "/x", "the app redirects to /x (302)|the base address is not the app's own|Compare the base address")]
    [InlineData(302, "/api/items/", "the app redirects to /api/items/ (302)|the app's present version has this route|Refresh the document")]
    [InlineData(302, "https://x.cloud.databricks.com/oidc/y", "the front door redirects|no Databricks OAuth token was sent|Make the client")]
    [InlineData(401, "", "the app answered 401 (Unauthorized)|no Databricks OAuth token was sent|Make the client")]
    [InlineData(403, "", "the app answered 403 (Forbidden)|the token is good|Give the caller CAN USE")]
    [InlineData(403, "Invalid Token", "the app answered 403 (Forbidden): Invalid Token|the token has expired|Get a new token")]
    [InlineData(404, "{}", "the app answered 404 (Not Found)|the app itself gave|Check the arguments")]
    [InlineData(404, "", "the app answered 404 (Not Found)|no app answers|Compare the base address")]
    [InlineData(405, "", "the app answered 405 (Method Not Allowed)|the app's present version|Refresh the document")]
    [InlineData(407, "", "a proxy answered 407 (Proxy Authentication Required)|the network's proxy|Configure the proxy's")]
    [InlineData(413, "", "the app answered 413 (Request Entity Too Large)|the body is larger|Send less")]
    [InlineData(422, "", "the app answered 422 (Unprocessable Entity)||See the body")]
    [InlineData(429, "", "the app answered 429 (Too Many Requests)|too many requests|Wait, and")]
    [InlineData(503, "Queue is full", "the app answered 503 (Service Unavailable)|as many calls wait|Wait, and")]
    [InlineData(502, "", "the app answered 502 (Bad Gateway)|the app is stopped|Try again")]
    [InlineData(504, "", "the app answered 504 (Gateway Timeout)|the app did not answer|Call again")]
    [InlineData(500, "", "the app answered 500 (Internal Server Error)|the app failed|Look for the request")]
    [InlineData(418, "", "the app answered 418 (418)||")]
    public void Of_a_status(int status, string bodyOrLocation, string expected)
    {
        using HttpResponseMessage response = new((HttpStatusCode)status);
        if (status == 302)
        {
            response.Headers.TryAddWithoutValidation("Location", bodyOrLocation);
        }

        AssertIs(expected, Message(StatusExplanation.Explain(Sent(null), response, status == 302 ? "" : bodyOrLocation)));
    }

    [Theory]
    [InlineData("https://x.cloud.databricks.com/oidc/y", "the front door redirects|the token is not a Databricks OAuth token|Get a token of that workspace")]
    [InlineData("https://evil.example.com/oidc/y", "the answer redirects|the page is not that of the workspace|Compare the base address")]
    public void Of_a_redirect_to_a_login_page_with_a_token(string location, string expected)
    {
        using HttpResponseMessage response = new(HttpStatusCode.Found);
        response.Headers.TryAddWithoutValidation("Location", location);

        AssertIs(expected, Message(RedirectExplanation.Explain(Sent("opaque"), response)));
    }

    [Fact]
    public void Of_a_sign_in_with_a_token() =>
        AssertIs("it happened|the token is not a Databricks OAuth token|Get a new token", Message(SignIn.Explain(Sent("opaque"), "it happened")));

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "the name app.example.com|the base address is wrong|Compare the base address")]
    [InlineData(HttpRequestError.SecureConnectionError, "no secure connection|a proxy or the network|Trust the proxy's")]
    [InlineData(HttpRequestError.ProxyTunnelError, "the proxy opened|the proxy refuses|Check HTTPS_PROXY")]
    [InlineData(HttpRequestError.UserAuthenticationError, "the sign-in of the HttpClient's|the credentials of the handler|Check the Credentials")]
    [InlineData(HttpRequestError.VersionNegotiationError, "app.example.com does not speak|DefaultVersionPolicy allows|Allow lower versions")]
    [InlineData(HttpRequestError.ConnectionError, "no connection to|the network allows no|Check that outgoing")]
    [InlineData(HttpRequestError.InvalidResponse, "what came back is not HTTP|another program than|The app may have")]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded, "the answer is beyond|the app or a proxy sends more|The app may have")]
    [InlineData(HttpRequestError.ResponseEnded, "the connection was cut|the app stopped or failed|The app may have")]
    public void Of_the_network(HttpRequestError error, string expected) => AssertIs(
        expected,
        TransportFailure.Translate(new HttpRequestException(error, "it."), Sent(null), null, null, null, TestContext.Current.CancellationToken)!.Message);

    [Fact]
    public void Of_a_proxy_a_time_and_what_was_packed()
    {
        using HttpResponseMessage response = new();
        CancellationToken token = TestContext.Current.CancellationToken;

        AssertIs(
            "the proxy answered 407|the network's proxy wants|Give the proxy's credentials",
            TransportFailure.Translate(
                new HttpRequestException(HttpRequestError.ProxyTunnelError, null, null, HttpStatusCode.ProxyAuthenticationRequired), Sent(null), null, null, null, token)!.Message);
        AssertIs(
            "no complete answer came|the app is slow|The app may have",
            TransportFailure.Translate(new OperationCanceledException(), Sent(null), null, TimeSpan.FromSeconds(1), null, token)!.Message);
        AssertIs(
            "the answer's gzip data|the app or a proxy stopped|The app may have",
            TransportFailure.Translate(new InvalidDataException(), Sent(null), response, null, null, token)!.Message);
    }

    [Theory]
    [InlineData("", "the answer is empty|the route returns nothing|Declare the empty answer")]
    [InlineData("[1,", "the answer's JSON ends in the middle, at $[0]|the app stopped or failed|Call again")]
    [InlineData("[1}", "the answer is not valid JSON at $[0]|the route writes its own text|Look at the exception's Body")]
    [InlineData("<x", "the app answered 200 with an HTML page|the path belongs to|Check the base address")]
    public void Of_a_body(string body, string expected)
    {
        using HttpResponseMessage response = new();

        AssertIs(expected, JsonFailure.Of(Sent(null), response, System.Text.Encoding.UTF8.GetBytes(body), 0, new System.Text.Json.JsonException("x")).Message);
    }

    [Fact]
    public async Task Of_an_answer_that_is_not_declared_or_too_large()
    {
        AppConnection app = new(StubHandler.Json("5").Client());
        AppException status = await Assert.ThrowsAsync<AppException>(() => app.SendForCaseAsync<int>(
            Calls.Get(), static response => throw response.UnexpectedStatus(), null, TestContext.Current.CancellationToken));
        using HttpResponseMessage large = new() { Content = new ByteArrayContent(new byte[10]) };
        AppException size = await Assert.ThrowsAsync<AppException>(
            () => DatabricksApps.Http.BodyReader.ReadAsync(Calls.Get(), large, 9, TestContext.Current.CancellationToken).AsTask());

        AssertIs("the app answered 200, which the document|the document is not the one|Refresh the document", status.Message);
        AssertIs("the answer is larger than 9 bytes|the route returns everything|Ask for less", size.Message);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "the name ws.example.com|the host is mistyped|Compare Host")]
    [InlineData(HttpRequestError.SecureConnectionError, "no secure connection|a proxy or the network|Trust the proxy's")]
    [InlineData(HttpRequestError.ProxyTunnelError, "the proxy opened|the proxy refuses|Check HTTPS_PROXY")]
    [InlineData(HttpRequestError.ConnectionError, "no connection to|the network allows no|Check that outgoing")]
    [InlineData(HttpRequestError.ResponseEnded, "the connection to|the network or a proxy|Call again")]
    public void Of_the_network_to_a_workspace(HttpRequestError error, string expected) =>
        AssertIs(expected, WorkspaceFailure.NotReached(new Uri("https://ws.example.com"), new HttpRequestException(error)).Message, "Sign-in failed: ");

    [Fact]
    public void Of_a_workspace_that_says_nothing_or_too_much()
    {
        Uri address = new("https://ws.example.com/x?secret=1");

        AssertIs("https://ws.example.com/x gave no answer within 20 seconds|the network holds back|Check that outgoing https to ws.example.com", WorkspaceFailure.TimedOut(address, TimeSpan.FromSeconds(20), new TimeoutException()).Message, "Sign-in failed: ");
        AssertIs("https://ws.example.com/x answered more than 5 bytes|Host is not|Compare Host", WorkspaceFailure.TooLong(address, 5).Message, "Sign-in failed: ");
        AssertIs("the proxy answered 407|the network's proxy|Give the proxy's", WorkspaceFailure.ProxyRefused("h", HttpStatusCode.ProxyAuthenticationRequired).Message, "Sign-in failed: ");
    }

    [Theory]
    [InlineData(302, "no token: a answered 302|Host is not the workspace's|Compare Host")]
    [InlineData(429, "no token: a answered 429|too many requests|Wait, and")]
    [InlineData(503, "no token: a answered 503|the workspace or a proxy|Call again")]
    [InlineData(500, "no token: a answered 500|the workspace failed|Call again")]
    [InlineData(400, "no token: a answered 400|Host is not a Databricks|Compare Host")]
    public void Of_a_workspaces_status(int status, string expected) => AssertIs(expected, AnswerFailure.Of(Answer(status), "no token").Message, "Sign-in failed: ");

    [Fact]
    public void Of_one_that_promised_something_else() => AssertIs(
        "no token: a answered 200 instead of JSON|Host is not|Compare Host", AnswerFailure.NotJson(Answer(200), "no token", "JSON").Message, "Sign-in failed: ");

    [Theory]
    [InlineData("invalid_client", "a answered 400, invalid_client|the client id or secret|Check ClientId")]
    [InlineData("invalid_scope", "a answered 400, invalid_scope|the scopes asked for|Set Scopes")]
    [InlineData("server_error", "a answered 400, server_error|the workspace's sign-in service|Call again")]
    [InlineData("invalid_grant", "a answered 400, invalid_grant|the sign-in has ended|Sign in anew")]
    [InlineData("other", "a answered 400, other|the service principal may not|Check that the service principal")]
    public void Of_a_token_endpoints_code(string code, string expected)
    {
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse($$"""{"error":"{{code}}"}""");

        AssertIs(expected, TokenFailure.Of(Answer(400), json.RootElement, []).Message, "Sign-in failed: ");
    }

    private static WorkspaceAnswer Answer(int status) =>
        new() { Address = status == 407 ? "https://a" : "a", Status = (HttpStatusCode)status, MediaType = null, Body = [], RetryAfter = null, RedirectHost = null };

    private static AppRequest Sent(string? token)
    {
        AppRequest request = Calls.Get();
        request.RequestUri = new Uri("https://app.example.com/api/items");
        request.SentToken = token;
        return request;
    }

    private static string Message(Explanation explanation) => Failure.Of(Calls.Get(), null, explanation).Message;

    // How each of the three begins; an empty one is not told.
    private static void AssertIs(string expected, string message, string start = "GET /api/items: ")
    {
        string[] parts = expected.Split('|');
        string[] beforeNext = message.Split(" Next step: ");
        string[] beforeCause = beforeNext[0].Split(" Likely cause: ");

        Assert.StartsWith(start + parts[0], beforeCause[0]);
        Assert.Equal((parts[1].Length > 0, parts[2].Length > 0), (beforeCause.Length == 2, beforeNext.Length == 2));
        Assert.StartsWith(parts[1], beforeCause.ElementAtOrDefault(1) ?? "");
        Assert.StartsWith(parts[2], beforeNext.ElementAtOrDefault(1) ?? "");
    }
}
