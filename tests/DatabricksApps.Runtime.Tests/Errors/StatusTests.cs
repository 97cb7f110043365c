using System.Net;
using System.Text;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Errors;

public class StatusTests
{
    [Theory]
    [InlineData(401, "", AppErrorReason.SignInRequired, "no Databricks OAuth token was sent")]
    [InlineData(403, "Invalid Token", AppErrorReason.InvalidToken, "expired or was issued for another workspace")]
    [InlineData(403, "{\"detail\":\"no\"}", AppErrorReason.Forbidden, "CAN USE")]
    [InlineData(404, "{\"detail\":\"Item not found\"}", AppErrorReason.NotFound, "Item not found. Likely cause: the app itself gave this answer")]
    [InlineData(404, "<html>", AppErrorReason.NotFound, "the app is not deployed or not running")]
    [InlineData(405, "", AppErrorReason.MethodNotAllowed, "other routes than the document")]
    [InlineData(407, "", AppErrorReason.Unreachable, "NO_PROXY")]
    [InlineData(413, "", AppErrorReason.RequestTooLarge, "larger than the app or the front door takes")]
    [InlineData(422, "<html>", AppErrorReason.InvalidRequest, "422")]
    [InlineData(418, "", AppErrorReason.ErrorStatus, "418")]
    [InlineData(500, "<html>oops</html>", AppErrorReason.AppFailed, "databricks apps logs")]
    [InlineData(502, "", AppErrorReason.AppUnavailable, "stopped, starting or being deployed")]
    [InlineData(503, "<h1>App Not Available</h1>", AppErrorReason.AppUnavailable, "start it")]
    [InlineData(504, "", AppErrorReason.AppUnavailable, "about 120 seconds")]
    [InlineData(400, "<h1>App Not Available</h1>", AppErrorReason.AppUnavailable, "stopped")]
    public async Task Each_status_is_explained(int status, string body, AppErrorReason reason, string text)
    {
        AppException exception = await FailAsync(StubHandler.Of((HttpStatusCode)status, body, "text/plain"));

        Assert.Equal(reason, exception.Reason);
        Assert.Equal(status, (int)exception.StatusCode!);
        Assert.Equal(("GET", "/api/items"), (exception.Method, exception.Route));
        Assert.Equal(body, exception.Body);
        Assert.StartsWith("GET /api/items: ", exception.Message);
        Assert.Contains(text, exception.Message);
    }

    [Fact]
    public async Task A_limit_tells_how_long_to_wait()
    {
        AppException exception = await FailAsync(new StubHandler(_ =>
        {
            HttpResponseMessage response = new(HttpStatusCode.TooManyRequests) { Content = new StringContent("") };
            response.Headers.TryAddWithoutValidation("Retry-After", "7");
            response.Headers.TryAddWithoutValidation("X-Request-Id", "r-1");
            return response;
        }));

        Assert.Equal(AppErrorReason.RateLimited, exception.Reason);
        Assert.Equal("r-1", exception.RequestId);
        Assert.EndsWith("Next step: Wait 7 seconds (Retry-After), and call again. (request id r-1)", exception.Message);
    }

    [Theory]
    [InlineData("https://ws.cloud.databricks.com/oidc/oauth2/v2.0/authorize?state=s3cret", AppErrorReason.SignInRequired, "login page of ws.cloud.databricks.com (302)")]
    [InlineData("/.auth/login?rd=s3cret", AppErrorReason.SignInRequired, "login page of app.example.com (302)")]
    [InlineData("/api/items/?s3cret=1", AppErrorReason.Redirected, "another slash at its end")]
    [InlineData("https://other.example.com/x?s3cret=1", AppErrorReason.Redirected, "redirects to https://other.example.com/x (302)")]
    public async Task A_redirect_is_not_followed_but_explained(string location, AppErrorReason reason, string text)
    {
        StubHandler stub = new(_ =>
        {
            HttpResponseMessage response = new(HttpStatusCode.Found) { Content = new StringContent("") };
            response.Headers.TryAddWithoutValidation("Location", location);
            return response;
        });

        AppException exception = await FailAsync(stub);

        Assert.Equal(reason, exception.Reason);
        Assert.Contains(text, exception.Message);
        Assert.DoesNotContain("s3cret", exception.Message);
        Assert.Single(stub.Sent);
    }

    [Fact]
    public async Task A_login_redirect_that_a_users_HttpClient_followed_is_seen()
    {
        StubHandler stub = new(request =>
        {
            request.RequestUri = new Uri("https://ws.example.com/oidc/oauth2/v2.0/authorize?state=s3cret");
            return new HttpResponseMessage { Content = new StringContent("<html>", Encoding.UTF8, "text/html") };
        });

        AppException exception = await FailAsync(stub);

        Assert.Equal(AppErrorReason.SignInRequired, exception.Reason);
        Assert.Contains("followed a redirect to the login page of ws.example.com", exception.Message);
        Assert.DoesNotContain("s3cret", exception.Message);
    }

    [Fact]
    public async Task A_declared_error_has_its_body()
    {
        AppConnection app = new(StubHandler.Json("""{"code":"taken"}""", HttpStatusCode.Conflict).Client());

        AppException<IReadOnlyDictionary<string, string>> exception =
            await Assert.ThrowsAsync<AppException<IReadOnlyDictionary<string, string>>>(() => app.SendAsync<string, StringJson>(
                Calls.Get(), null, TestContext.Current.CancellationToken,
                static response => response.StatusCode == 409
                    ? response.ReadError<IReadOnlyDictionary<string, string>, MapJson<string, StringJson>>("Name taken")
                    : null));

        Assert.Equal("taken", exception.Error["code"]);
        Assert.Equal(HttpStatusCode.Conflict, exception.StatusCode);
        Assert.Contains("the app answered 409 (Conflict) [Name taken].", exception.Message);
    }

    [Fact]
    public async Task A_declared_error_with_another_body_is_explained_by_its_status()
    {
        AppConnection app = new(StubHandler.Of(HttpStatusCode.NotFound, "<html>", "text/html").Client());

        AppException exception = await Assert.ThrowsAsync<AppException>(() => app.SendAsync<string, StringJson>(
            Calls.Get(), null, TestContext.Current.CancellationToken,
            static response => response.ReadError<IReadOnlyDictionary<string, string>, MapJson<string, StringJson>>()));

        Assert.Equal(AppErrorReason.NotFound, exception.Reason);
    }

    [Fact]
    public async Task The_body_is_bounded_and_shows_no_token()
    {
        string token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln";
        AppException exception = await FailAsync(StubHandler.Of(
            HttpStatusCode.InternalServerError, $"Authorization: Bearer abcdefgh12345678, {token}, dapi0123456789abcdef0123 " + new string('x', 20_000), "text/plain"));

        Assert.Equal(8192, exception.Body!.Length);
        Assert.StartsWith("Authorization: Bearer ***, ***, *** x", exception.Body);
        Assert.DoesNotContain("eyJ", exception.Message);
    }

    private static Task<AppException> FailAsync(StubHandler stub) =>
        Assert.ThrowsAsync<AppException>(() => new AppConnection(stub.Client()).StringAsync(Calls.Get()));
}
