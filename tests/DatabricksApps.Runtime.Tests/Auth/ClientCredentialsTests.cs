using System.Net;
using System.Text;
using DatabricksApps.Auth;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Tests.Auth;

public sealed class ClientCredentialsTests
{
    [Fact]
    public async Task The_request_is_the_one_of_the_Databricks_SDKs()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();

        AppToken token = await setup.SignInByClientCredentialsAsync();

        Assert.Equal("the-access-token", token.Value);
        Assert.Equal(setup.Time.GetUtcNow().AddHours(1), token.ExpiresOn);
        Assert.Equal([FakeWorkspace.Metadata, FakeWorkspace.Discovery, FakeWorkspace.Token], setup.Workspace.Requests);
        (string? authorization, string body) = setup.Workspace.Sent.Last();
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("the-client-id:the-client-secret")), authorization);
        Assert.Equal("grant_type=client_credentials&scope=all-apis", body);
    }

    [Fact]
    public async Task Scopes_are_sorted_once_each_and_joined_by_blanks()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Options.Scopes.Add("sql,file.files");
        setup.Options.Scopes.Add("dashboards.genie sql");

        await setup.SignInByClientCredentialsAsync();

        Assert.Equal("grant_type=client_credentials&scope=dashboards.genie+file.files+sql", setup.Workspace.Sent.Last().Body);
    }

    [Fact]
    public async Task Id_and_secret_are_form_encoded_before_they_are_joined()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Options.ClientId = "a:b c";
        setup.Options.ClientSecret = "p+q%";

        await setup.SignInByClientCredentialsAsync();

        Assert.Equal("Basic " + Convert.ToBase64String("a%3Ab+c:p%2Bq%25"u8), setup.Workspace.Sent.Last().Authorization);
    }

    [Theory]
    [InlineData("""{"access_token":"t","token_type":"bearer","expires_in":"600"}""", 600)]
    [InlineData("""{"access_token":"t","expires_in":600.5}""", 600.5)]
    public async Task A_lifetime_may_be_text_or_number(string json, double seconds)
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Workspace.Json(FakeWorkspace.Token, json);

        AppToken token = await setup.SignInByClientCredentialsAsync();

        Assert.Equal(setup.Time.GetUtcNow().AddSeconds(seconds), token.ExpiresOn);
    }

    [Fact]
    public async Task A_token_without_expiry_is_taken_and_said()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Workspace.Json(FakeWorkspace.Token, """{"access_token":"t","token_type":"Bearer"}""");

        AppToken token = await setup.SignInByClientCredentialsAsync();

        Assert.Null(token.ExpiresOn);
        Assert.Equal(
            ["https://ws.example.com/oidc/v1/token gave a token without expires_in: it is used until the app refuses it"],
            setup.Log.Of(LogLevel.Warning));
    }

    [Fact]
    public async Task A_missing_value_is_not_this_method_and_named()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Environment.Remove("DATABRICKS_CLIENT_SECRET");

        CredentialAnswer answer = await new ClientCredentialsMethod().ConfigureAsync(setup.Context(), TestContext.Current.CancellationToken);

        Assert.False(answer.IsMine);
        Assert.Equal("client_secret (DATABRICKS_CLIENT_SECRET) is not set", answer.Reason);
        Assert.Empty(setup.Workspace.Requests);
    }

    [Theory]
    [InlineData(
        400, "application/json", """{"error":"invalid_request","error_description":"the-client-secret is\nnot welcome."}""",
        "Sign-in failed: https://ws.example.com/oidc/v1/token answered 400, invalid_request: *** is not welcome. " +
        "Likely cause: the service principal may not sign in to this workspace, or Host is another workspace than its own. " +
        "Next step: Check that the service principal belongs to the workspace of Host (DATABRICKS_HOST).")]
    [InlineData(
        400, "application/json", """{"error":"access_denied","error_description":"Scopes 'all-apis' are not assigned"}""",
        "Sign-in failed: https://ws.example.com/oidc/v1/token answered 400, access_denied: Scopes 'all-apis' are not assigned. " +
        "Likely cause: the scopes asked for are not assigned to the client's secret. " +
        "Next step: Set Scopes to those that the secret was made with, or make a secret with more.")]
    [InlineData(
        401, "application/json", """{"error":"invalid_client","error_description":"Client authentication failed"}""",
        "Sign-in failed: https://ws.example.com/oidc/v1/token answered 401, invalid_client: Client authentication failed. " +
        "Likely cause: the client id or secret is wrong, the secret has expired or was deleted, or the service principal does not belong to this workspace. " +
        "Next step: Check ClientId and ClientSecret (DATABRICKS_CLIENT_ID, DATABRICKS_CLIENT_SECRET), and make a new OAuth secret for the service principal if it has expired.")]
    [InlineData(
        401, "text/plain", "go away",
        "Sign-in failed: https://ws.example.com/oidc/v1/token answered 401 with text/plain. " +
        "Likely cause: the client id or secret is wrong, the secret has expired or was deleted, or the service principal does not belong to this workspace. " +
        "Next step: Check ClientId and ClientSecret (DATABRICKS_CLIENT_ID, DATABRICKS_CLIENT_SECRET), and make a new OAuth secret for the service principal if it has expired.")]
    [InlineData(
        500, "application/json", "{}",
        "Sign-in failed: no token: https://ws.example.com/oidc/v1/token answered 500 with application/json. " +
        "Likely cause: the workspace failed. " +
        "Next step: Call again in a minute; if it stays, look at https://status.databricks.com.")]
    [InlineData(
        200, "text/html", "<html>Sign in</html>",
        "Sign-in failed: no token: https://ws.example.com/oidc/v1/token answered 200 with text/html instead of JSON with an access_token. " +
        "Likely cause: Host is not a Databricks workspace, or a login page or proxy answers in its place. " +
        "Next step: Compare Host (DATABRICKS_HOST) with the workspace's address in the browser.")]
    [InlineData(
        407, "text/html", "",
        "Sign-in failed: the proxy answered 407 (Proxy Authentication Required) to the request for ws.example.com. " +
        "Likely cause: the network's proxy wants to know who calls. " +
        "Next step: Give the proxy's credentials in HTTPS_PROXY, or add ws.example.com to NO_PROXY.")]
    public async Task What_the_token_endpoint_answers_is_explained(int status, string mediaType, string body, string message)
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Workspace.Answer(FakeWorkspace.Token, (HttpStatusCode)status, body, mediaType);

        AppAuthenticationException exception =
            await Assert.ThrowsAsync<AppAuthenticationException>(setup.SignInByClientCredentialsAsync);

        Assert.Equal(message, exception.Message);
        Assert.Equal(AppErrorReason.SignInFailed, exception.Reason);
        Assert.Equal(1, setup.Workspace.Requests.Count(r => r == FakeWorkspace.Token));
    }

    [Fact]
    public async Task Too_many_requests_wait_as_asked_and_end_when_more_is_asked_than_a_minute()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Workspace.Json(FakeWorkspace.Token, "{}", HttpStatusCode.TooManyRequests, retryAfter: "7");
        Task<AppToken> signIn = setup.SignInByClientCredentialsAsync();
        await setup.Time.WhenWaitingAsync(TimeSpan.FromSeconds(7));

        setup.Workspace.Json(FakeWorkspace.Token, "{}", HttpStatusCode.TooManyRequests, retryAfter: "54");
        setup.Time.Advance(TimeSpan.FromSeconds(7));

        AppAuthenticationException exception = await Assert.ThrowsAsync<AppAuthenticationException>(() => signIn);
        Assert.Equal(
            "Sign-in failed: no token: https://ws.example.com/oidc/v1/token answered 429 with application/json. " +
            "Likely cause: too many requests in a short time. Next step: Wait 54 seconds (Retry-After), and call again.",
            exception.Message);
        Assert.Equal(2, setup.Workspace.Requests.Count(r => r == FakeWorkspace.Token));
    }

    [Fact]
    public async Task A_redirect_of_the_token_endpoint_is_not_followed()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Workspace.On(FakeWorkspace.Token, () => new HttpResponseMessage(HttpStatusCode.Redirect)
        {
            Headers = { Location = new Uri("https://elsewhere.example.com/login?state=secret-state") },
        });

        AppAuthenticationException exception =
            await Assert.ThrowsAsync<AppAuthenticationException>(setup.SignInByClientCredentialsAsync);

        Assert.Equal(
            "Sign-in failed: no token: https://ws.example.com/oidc/v1/token answered 302, a redirect to elsewhere.example.com. " +
            "Likely cause: Host is not the workspace's own address, or a proxy wants a sign-in of its own. " +
            "Next step: Compare Host (DATABRICKS_HOST) with the workspace's address in the browser.",
            exception.Message);
    }

    [Theory]
    [InlineData("""{"access_token":"t","token_type":"mac","expires_in":3600}""")]
    [InlineData("""{"access_token":"two\r\nlines","token_type":"Bearer","expires_in":3600}""")]
    public async Task What_cannot_be_a_bearer_token_is_refused(string json)
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Workspace.Json(FakeWorkspace.Token, json);

        AppAuthenticationException exception =
            await Assert.ThrowsAsync<AppAuthenticationException>(setup.SignInByClientCredentialsAsync);

        Assert.Equal(
            "Sign-in failed: https://ws.example.com/oidc/v1/token gave a token that is no bearer token. " +
            "Likely cause: Host is not a Databricks workspace. " +
            "Next step: Compare Host (DATABRICKS_HOST) with the workspace's address in the browser.",
            exception.Message);
    }
}
