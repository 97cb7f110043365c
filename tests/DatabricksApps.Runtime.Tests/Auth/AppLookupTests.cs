using System.Net;
using DatabricksApps.Auth;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Tests.Auth;

public sealed class AppLookupTests
{
    private const string Lookup = "GET https://ws.example.com/api/2.0/apps/inventory";

    private readonly SignInSetup _setup = SignInSetup.ServicePrincipal();

    public AppLookupTests() => _setup.Options.AppName = "inventory";

    [Theory]
    [InlineData("https://inventory-123.aws.databricksapps.com")]
    [InlineData("inventory-123.aws.databricksapps.com")]
    public async Task The_workspace_tells_where_the_app_is(string url)
    {
        _setup.Workspace.Json(Lookup, $$$"""{"name":"inventory","url":"{{{url}}}","compute_status":{"state":"ACTIVE"},"app_status":{"state":"RUNNING"}}""");

        AppDescription app = await FindAsync();

        Assert.Equal(new Uri("https://inventory-123.aws.databricksapps.com/"), app.Url);
        Assert.Null(app.StateHint);
        Assert.Equal("Bearer the-access-token", _setup.Workspace.Sent.Last().Authorization);
        Assert.Contains("The app inventory is at https://inventory-123.aws.databricksapps.com/", _setup.Log.Of(LogLevel.Information));
    }

    [Theory]
    [InlineData("https://evil.example.com")]
    [InlineData("https://notdatabricksapps.com")]
    [InlineData("https://databricksapps.com.evil.example.com")]
    [InlineData("https://user@inventory.databricksapps.com")]
    [InlineData("http://inventory.aws.databricksapps.com")]
    [InlineData("http://127.0.0.1:8000")]
    public async Task A_place_that_is_no_app_gets_no_token(string url)
    {
        _setup.Workspace.Json(Lookup, $$"""{"url":"{{url}}"}""");

        await AssertFailsAsync(
            AppErrorReason.UnexpectedValue,
            "The app inventory could not be looked up: https://ws.example.com says that it is at a place that is not beneath " +
            "databricksapps.com, so no token is sent there. Next step: If that place is right, set BaseAddress to it.");
    }

    [Fact]
    public async Task A_workspace_on_the_loopback_interface_may_have_its_app_there()
    {
        _setup.Environment["DATABRICKS_HOST"] = "http://localhost:5000";
        _setup.Workspace
            .Json("GET http://localhost:5000/oidc/.well-known/oauth-authorization-server", """{"token_endpoint":"http://localhost:5000/oidc/v1/token"}""")
            .Json("POST http://localhost:5000/oidc/v1/token", """{"access_token":"t","expires_in":3600}""")
            .Json("GET http://localhost:5000/api/2.0/apps/inventory", """{"url":"http://127.0.0.1:8000"}""");

        Assert.Equal(new Uri("http://127.0.0.1:8000/"), (await FindAsync()).Url);
    }

    [Theory]
    [InlineData("STOPPED", "UNAVAILABLE", "The app inventory is stopped. Start it: databricks apps start inventory.")]
    [InlineData("STARTING", "UNAVAILABLE", "The app inventory is starting. Wait, and call again.")]
    [InlineData("ACTIVE", "DEPLOYING", "The app inventory is starting. Wait, and call again.")]
    [InlineData("ACTIVE", "CRASHED", "The app inventory has crashed. Look at its logs: databricks apps logs inventory.")]
    [InlineData("ERROR", "UNAVAILABLE", "The app inventory has no compute (ERROR). Look at it: databricks apps get inventory.")]
    [InlineData("DELETING", "RUNNING", "The app inventory is being deleted.")]
    [InlineData("ACTIVE", "UNAVAILABLE", "The app inventory is not available. Look at it: databricks apps get inventory.")]
    public async Task A_state_in_which_the_app_cannot_answer_gives_a_hint(string compute, string state, string hint)
    {
        _setup.Workspace.Json(Lookup, $$$"""
            {"url":"https://inventory-123.aws.databricksapps.com","compute_status":{"state":"{{{compute}}}"},"app_status":{"state":"{{{state}}}"}}
            """);

        Assert.Equal(hint, (await FindAsync()).StateHint);
    }

    [Fact]
    public async Task An_app_without_a_URL_was_never_deployed()
    {
        _setup.Workspace.Json(Lookup, """{"name":"inventory"}""");

        await AssertFailsAsync(
            AppErrorReason.AppUnavailable,
            "The app inventory could not be looked up: https://ws.example.com knows it, but no URL of it. " +
            "Likely cause: it was never deployed. Next step: Deploy it: databricks apps deploy inventory.");
    }

    [Theory]
    [InlineData(404, AppErrorReason.NotFound,
        "The app inventory could not be looked up: https://ws.example.com/api/2.0/apps/inventory answered 404 with application/json, it is *** that fails. " +
        "Likely cause: https://ws.example.com has no app of this name. " +
        "Next step: Compare AppName with the list of apps (databricks apps list), and Host (DATABRICKS_HOST) with their workspace.")]
    [InlineData(403, AppErrorReason.Forbidden,
        "The app inventory could not be looked up: https://ws.example.com/api/2.0/apps/inventory answered 403 with application/json, it is *** that fails. " +
        "Likely cause: whoever signs in may not see the app. " +
        "Next step: Give the caller CAN USE on the app inventory (Permissions), or set BaseAddress to the app's URL.")]
    [InlineData(401, AppErrorReason.SignInRequired,
        "The app inventory could not be looked up: https://ws.example.com/api/2.0/apps/inventory answered 401 with application/json, it is *** that fails. " +
        "Likely cause: the token is not one of https://ws.example.com. " +
        "Next step: Check that Host (DATABRICKS_HOST) is the workspace that the caller signs in to.")]
    [InlineData(500, AppErrorReason.Unreachable,
        "The app inventory could not be looked up: the workspace did not tell: https://ws.example.com/api/2.0/apps/inventory answered 500 with application/json. " +
        "Likely cause: the workspace failed. " +
        "Next step: Call again in a minute; if it stays, look at https://status.databricks.com.")]
    public async Task What_the_workspace_answers_is_explained(int status, AppErrorReason reason, string message)
    {
        _setup.Workspace.Json(
            Lookup, """{"error_code":"X","message":"it is the-access-token that\nfails."}""", (HttpStatusCode)status);

        await AssertFailsAsync(reason, message);
    }

    [Fact]
    public async Task A_token_that_the_workspace_refuses_is_replaced_once()
    {
        int asked = 0;
        _setup.Workspace
            .On(FakeWorkspace.Token, () => new HttpResponseMessage
            {
                Content = new StringContent($$"""{"access_token":"token-{{++asked}}","expires_in":3600}"""),
            })
            .On(Lookup, () => asked == 1
                ? new HttpResponseMessage(HttpStatusCode.Unauthorized)
                : new HttpResponseMessage { Content = new StringContent("""{"url":"https://inventory-123.aws.databricksapps.com"}""") });

        await FindAsync();

        Assert.Equal("Bearer token-2", _setup.Workspace.Sent.Last().Authorization);
    }

    [Fact]
    public async Task Without_a_workspace_there_is_nowhere_to_look()
    {
        _setup.Environment.Remove("DATABRICKS_HOST");

        await AssertFailsAsync(
            AppErrorReason.NotFound,
            "The app inventory could not be looked up: its workspace is not known. Likely cause: host is not set. " +
            "There is no home folder with a file of profiles: HOME is not set. Next step: Set Host (DATABRICKS_HOST) to the workspace's address, " +
            "where databricks auth login --host https://WORKSPACE signs you in, or BaseAddress to the app's own.");
    }

    private async Task<AppDescription> FindAsync()
    {
        using TokenSources sources = _setup.Sources();
        return await sources.LookupFor(_setup.Options, []).FindAsync(TestContext.Current.CancellationToken);
    }

    private async Task AssertFailsAsync(AppErrorReason reason, string message)
    {
        AppException exception = await Assert.ThrowsAsync<AppException>(FindAsync);
        Assert.Equal(message, exception.Message);
        Assert.Equal(reason, exception.Reason);
    }
}
