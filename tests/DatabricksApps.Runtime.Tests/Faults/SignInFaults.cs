using System.Net;
using DatabricksApps.Tests.Auth;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Tests.Faults;

/// <summary>What the workspace's token endpoint answers, to a service principal whose secret is given in code.</summary>
public sealed class SignInFaults : FaultTest
{
    public SignInFaults()
    {
        SignIn.Options.ClientId = "the-client-id";
        SignIn.Options.ClientSecret = "the-client-secret";
    }

    [Fact]
    public async Task Token_endpoint_400()
    {
        Answer(400, "application/json", """{"error":"invalid_request","error_description":"Unknown client"}""");

        await SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: https://ws.example.com/oidc/v1/token answered 400, invalid_request: Unknown client. " +
            "Likely cause: the service principal may not sign in to this workspace, or Host is another workspace than its own. " +
            "Next step: Check that the service principal belongs to the workspace of Host (DATABRICKS_HOST). (oauth-m2m; Config: " +
            "host=https://ws.example.com, client_id=the-client-id, client_secret=***. Env: DATABRICKS_HOST)");
    }

    [Fact]
    public async Task Token_endpoint_400_for_scopes()
    {
        Answer(400, "application/json", """{"error":"access_denied","error_description":"Scopes 'all-apis' are not assigned"}""");

        await SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: https://ws.example.com/oidc/v1/token answered 400, access_denied: Scopes 'all-apis' are not assigned. " +
            "Likely cause: the scopes asked for are not assigned to the client's secret. " +
            "Next step: Set Scopes to those that the secret was made with, or make a secret with more. (oauth-m2m; Config: " +
            "host=https://ws.example.com, client_id=the-client-id, client_secret=***. Env: DATABRICKS_HOST)");
    }

    [Fact]
    public async Task Token_endpoint_401()
    {
        Answer(401, "application/json", """{"error":"invalid_client","error_description":"Client authentication failed"}""");

        await SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: https://ws.example.com/oidc/v1/token answered 401, invalid_client: Client authentication failed. " +
            "Likely cause: the client id or secret is wrong, the secret has expired or was deleted, or the service principal does not belong " +
            "to this workspace. " +
            "Next step: Check ClientId and ClientSecret (DATABRICKS_CLIENT_ID, DATABRICKS_CLIENT_SECRET), and make a new OAuth secret for the " +
            "service principal if it has expired. (oauth-m2m; Config: host=https://ws.example.com, client_id=the-client-id, client_secret=***. " +
            "Env: DATABRICKS_HOST)");
    }

    [Fact]
    public async Task Token_endpoint_429_with_Retry_After()
    {
        Answer(429, "application/json", "{}", retryAfter: "120");

        await SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: no token: https://ws.example.com/oidc/v1/token answered 429 with application/json. " +
            "Likely cause: too many requests in a short time. " +
            "Next step: Wait 120 seconds (Retry-After), and call again. (oauth-m2m; Config: host=https://ws.example.com, " +
            "client_id=the-client-id, client_secret=***. Env: DATABRICKS_HOST)");
    }

    [Fact]
    public async Task Token_endpoint_500()
    {
        Answer(500, "text/html", "<html>");

        await SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: no token: https://ws.example.com/oidc/v1/token answered 500 with text/html. " +
            "Likely cause: the workspace failed. " +
            "Next step: Call again in a minute; if it stays, look at https://status.databricks.com. (oauth-m2m; Config: " +
            "host=https://ws.example.com, client_id=the-client-id, client_secret=***. Env: DATABRICKS_HOST)");
    }

    [Fact]
    public async Task Token_endpoint_answers_a_page()
    {
        Answer(200, "text/html", "<html>Sign in</html>");

        await SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: no token: https://ws.example.com/oidc/v1/token answered 200 with text/html instead of JSON with an access_token. " +
            "Likely cause: Host is not a Databricks workspace, or a login page or proxy answers in its place. " +
            "Next step: Compare Host (DATABRICKS_HOST) with the workspace's address in the browser. (oauth-m2m; Config: " +
            "host=https://ws.example.com, client_id=the-client-id, client_secret=***. Env: DATABRICKS_HOST)");
    }

    [Fact]
    public async Task Token_endpoint_redirects_to_another_host()
    {
        SignIn.Workspace.On(FakeWorkspace.Token, () => Answer(HttpStatusCode.Found, "", "text/html", "https://elsewhere.example.com/login?state=s"));

        await SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: no token: https://ws.example.com/oidc/v1/token answered 302 with text/html, a redirect to elsewhere.example.com. " +
            "Likely cause: Host is not the workspace's own address, or a proxy wants a sign-in of its own. " +
            "Next step: Compare Host (DATABRICKS_HOST) with the workspace's address in the browser. (oauth-m2m; Config: " +
            "host=https://ws.example.com, client_id=the-client-id, client_secret=***. Env: DATABRICKS_HOST)");
    }

    [Fact]
    public async Task Host_without_OAuth()
    {
        SignIn.Workspace.Forget(FakeWorkspace.Discovery);

        await SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: databricks OAuth is not supported for this host: " +
            "https://ws.example.com/oidc/.well-known/oauth-authorization-server answered 404. " +
            "Likely cause: Host is not a Databricks workspace, or is an app's own address. " +
            "Next step: Set Host (DATABRICKS_HOST) to the workspace's address in the browser. (oauth-m2m; Config: host=https://ws.example.com, " +
            "client_id=the-client-id, client_secret=***. Env: DATABRICKS_HOST)");
    }

    [Fact]
    public async Task Token_without_expiry()
    {
        Answer(200, "application/json", """{"access_token":"t","token_type":"Bearer"}""");

        Assert.Equal("x", await CallAsync());
        Assert.Equal(
            ["https://ws.example.com/oidc/v1/token gave a token without expires_in: it is used until the app refuses it"],
            SignIn.Log.Of(LogLevel.Warning));
    }

    private void Answer(int status, string mediaType, string body, string? retryAfter = null) =>
        SignIn.Workspace.Answer(FakeWorkspace.Token, (HttpStatusCode)status, body, mediaType, retryAfter);
}
