using System.Net;

namespace DatabricksApps.Tests.Faults;

/// <content>Redirects, and pages in the place of an answer.</content>
public sealed partial class AppFaults
{
    [Fact]
    public async Task Redirect_to_the_login()
    {
        App = _ => Answer(HttpStatusCode.Found, "", "text/html", "https://ws.example.com/oidc/oauth2/v2.0/authorize?state=s");

        await SeesAsync(AppErrorReason.SignInRequired,
            "GET /api/items/{item_id}: the front door redirects to the login page of ws.example.com (302). " +
            "Likely cause: the token is not a Databricks OAuth token of https://ws.example.com (apps take no personal access tokens and no " +
            "Entra ID tokens), has expired, or lacks scopes. " +
            "Next step: Get a token of that workspace: databricks auth login --host https://ws.example.com.");
    }

    [Fact]
    public async Task Redirect_to_the_login_of_another_workspace()
    {
        App = _ => Answer(HttpStatusCode.Found, "", "text/html", "https://adb-9.1.azuredatabricks.net/oidc/oauth2/v2.0/authorize?state=s");

        await SeesAsync(AppErrorReason.SignInRequired,
            "GET /api/items/{item_id}: the front door redirects to the login page of adb-9.1.azuredatabricks.net (302). " +
            "Likely cause: the app belongs to https://adb-9.1.azuredatabricks.net, and the client signs in to https://ws.example.com. " +
            "Next step: Set Host (DATABRICKS_HOST) to https://adb-9.1.azuredatabricks.net.");
    }

    [Fact]
    public async Task Login_page_because_a_handler_followed_the_redirect()
    {
        App = request =>
        {
            request.RequestUri = new Uri("https://ws.example.com/oidc/oauth2/v2.0/authorize?state=s");
            return Answer(HttpStatusCode.OK, "<html>", "text/html");
        };

        await SeesAsync(AppErrorReason.SignInRequired,
            "GET /api/items/{item_id}: the HttpClient followed a redirect to the login page of ws.example.com. " +
            "Likely cause: the token is not a Databricks OAuth token of https://ws.example.com (apps take no personal access tokens and no " +
            "Entra ID tokens), has expired, or lacks scopes. " +
            "Next step: Get a token of that workspace: databricks auth login --host https://ws.example.com.");
    }

    [Fact]
    public async Task Page_where_JSON_was_promised()
    {
        App = _ => Answer(HttpStatusCode.OK, "<html><title>Inventory</title>", "text/html");

        await SeesAsync(AppErrorReason.UnexpectedContent,
            "GET /api/items/{item_id}: the app answered 200 with an HTML page where the document promises another type. " +
            "Likely cause: the path belongs to the app's web pages (a single-page app answers every path with its start page), or a proxy " +
            "answered in the app's place. " +
            "Next step: Check the base address and that the route lies below /api/.");
    }

    [Fact]
    public async Task Redirect_to_another_host()
    {
        App = _ => Answer(HttpStatusCode.Found, "", "text/html", "https://elsewhere.example.com/api/items/7?ticket=s");

        await SeesAsync(AppErrorReason.Redirected,
            "GET /api/items/{item_id}: the app redirects to https://elsewhere.example.com/api/items/7 (302). " +
            "Likely cause: the base address is not the app's own, or the route moved. " +
            "Next step: Compare the base address with the app's URL (databricks apps get inventory); redirects are not followed, so that no " +
            "token leaves for another host.");
    }

    [Theory]
    [InlineData("https://evil.example/oidc/v1/authorize", "evil.example")]
    [InlineData("https://adb-123.4.azuredatabricks.net@evil.example/oidc/v1/authorize", "evil.example")]
    [InlineData("https://adb-123.4.azuredatabricks.net.evil.example/.auth/login", "adb-123.4.azuredatabricks.net.evil.example")]
    [InlineData("https://xazuredatabricks.net/oidc/v1/authorize", "xazuredatabricks.net")]
    [InlineData("http://adb-123.4.azuredatabricks.net/oidc/v1/authorize", "adb-123.4.azuredatabricks.net")]
    [InlineData("https://adb-123.4.azuredatabricks.net:8443/oidc/v1/authorize", "adb-123.4.azuredatabricks.net")]
    public async Task Redirect_to_the_login_of_a_stranger(string location, string host)
    {
        App = _ => Answer(HttpStatusCode.Found, "", "text/html", location);

        await SeesAsync(AppErrorReason.SignInRequired,
            $"GET /api/items/{{item_id}}: the answer redirects to a login page of {host} (302). " +
            "Likely cause: the page is not that of the workspace that the client signs in to, nor at an address of Databricks: the base " +
            "address leads elsewhere, or a proxy wants a sign-in of its own. " +
            "Next step: Compare the base address with the app's URL (databricks apps get inventory), and do not sign in there.");
    }

    [Fact]
    public async Task Redirect_to_the_address_of_an_app()
    {
        App = _ => Answer(HttpStatusCode.Found, "", "text/html", "https://user@inventory-9.aws.databricksapps.com/api/items/7");
        AppException withUser = await Assert.ThrowsAnyAsync<AppException>(CallAsync);
        App = _ => Answer(HttpStatusCode.Found, "", "text/html", "https://inventory-9.aws.databricksapps.com/api/items/7");

        await SeesAsync(AppErrorReason.Redirected,
            "GET /api/items/{item_id}: the app redirects to https://inventory-9.aws.databricksapps.com/api/items/7 (302). " +
            "Likely cause: the base address is not the app's own, or the route moved. " +
            "Next step: Use the address that the app redirects to as the base address; redirects are not followed, so that no token leaves " +
            "for another host.");
        Assert.DoesNotContain("user@", withUser.Message);
        Assert.DoesNotContain("Use the address", withUser.Message);
    }

    [Fact]
    public async Task Redirect_to_the_login_for_a_token_without_the_clients_scopes()
    {
        SignIn.Options.Token = Jwt("""{"scope":"sql offline_access"}""");
        SignIn.Options.Scopes.Add("sql");
        SignIn.Options.Scopes.Add("file.files");
        App = _ => Answer(HttpStatusCode.Found, "", "text/html", "https://ws.example.com/oidc/oauth2/v2.0/authorize?state=s");

        await SeesAsync(AppErrorReason.SignInRequired,
            "GET /api/items/{item_id}: the front door redirects to the login page of ws.example.com (302). " +
            "Likely cause: the token lacks the scopes file.files, which the client asks for. " +
            "Next step: Sign in with them: databricks auth login --host https://ws.example.com --scopes sql,file.files; a service principal " +
            "asks for them by Scopes.");
    }
}
