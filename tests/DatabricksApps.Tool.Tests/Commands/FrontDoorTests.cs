using LocalWorkspace;

namespace DatabricksApps.Tool.Tests.Commands;

/// <summary><c>add</c> through the front door of a workspace: signed, and what is said where it does not let through.</summary>
public sealed class FrontDoorTests : IAsyncLifetime
{
    private readonly ToolFolder _folder = new();
    private StandIn _app = null!;
    private Workspace _workspace = null!;
    private WorkspaceApp _door = null!;

    private string Url => _door.Url.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        _app = await StandIn.StartAsync();
        _workspace = await Workspace.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _door = await _workspace.AddAppAsync("shop-app", _app.Address, cancellationToken: TestContext.Current.CancellationToken);
        _folder.SignedIn(_workspace, _door);
    }

    public async ValueTask DisposeAsync()
    {
        await _workspace.DisposeAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_requests_are_signed()
    {
        _app.With("/api/openapi.json", StandIn.Document);

        ToolResult result = await _folder.RunAsync("add", Url, "shop.openapi.json");

        Assert.Equal((0, "", $"shop.openapi.json: 2 operations of {Url}, from /api/openapi.json\nshop.openapi.lock: what its client promises, 4 facts; check it in\n"), (result.ExitCode, result.Error, result.Out));
    }

    [Fact]
    public async Task An_app_is_found_by_its_name()
    {
        _app.With("/api/openapi.json", StandIn.Document);

        ToolResult result = await _folder.RunAsync("add", "shop-app");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("shop-app.openapi.json: 2 operations of shop-app, from /api/openapi.json\n", result.Out);
    }

    [Fact]
    public async Task A_document_that_lies_outside_api_is_told_by_what_its_author_writes()
    {
        _app.With("/openapi.json", StandIn.Document);

        ToolResult result = await _folder.RunAsync("add", Url);

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(
            $"""
            error: the app has no document below /api/, and the front door redirects elsewhere to the login page (asked: /api/openapi.json, /openapi.json, /config)
            likely cause: the app serves its document at /openapi.json; tokens are taken below /api/ alone.
            next step: the app's author serves it there: FastAPI(openapi_url="/api/openapi.json"); a Gradio app is mounted there, gr.mount_gradio_app(app, demo, path="/api/demo"), and added as {Url}/api/demo. Until then run the app on this machine, and add its address with --no-sign-in.

            """, result.Error);
    }

    [Fact]
    public async Task An_app_of_pages_is_known_behind_the_front_door_too()
    {
        _app.Otherwise = StandIn.Html("<title>Streamlit</title>");

        ToolResult result = await _folder.RunAsync("add", Url);

        Assert.StartsWith($"error: {Url} answers pages for people, also where an API would be", result.Error);
        Assert.Contains("likely cause: it is a Streamlit app.", result.Error);
    }

    [Fact]
    public async Task A_stopped_app_is_told_with_the_command_that_starts_it()
    {
        _door.IsActive = false;

        ToolResult result = await _folder.RunAsync("add", "shop-app");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("error: GET /api/openapi.json: the app answered 503 (Service Unavailable).\nlikely cause: the app is stopped, starting or being deployed.\nnext step: ", result.Error);
        Assert.Contains("databricks apps start shop-app", result.Error);
    }

    [Fact]
    public async Task A_caller_without_the_permission_is_told_so()
    {
        _folder.SignedInAs(_workspace, _workspace.AddServicePrincipal("stranger"));

        ToolResult result = await _folder.RunAsync("add", Url);

        Assert.StartsWith("error: GET /api/openapi.json: the app answered 403 (Forbidden).", result.Error);
        Assert.Contains("CAN USE", result.Error);
        Assert.Equal(3, result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_scope_that_is_missing_is_named()
    {
        _door.Policy.AllApisIsEveryScope = false;
        _door.UserApiScopes = ["sql"];

        ToolResult result = await _folder.RunAsync("add", "shop-app");

        Assert.StartsWith("error: GET /api/openapi.json: the app answered 401 (Unauthorized).", result.Error);
        Assert.Contains("sql", result.Error);
    }

    [Fact]
    public async Task An_app_that_is_not_there_is_told_so()
    {
        _door.IsDeployed = false;

        ToolResult result = await _folder.RunAsync("add", Url);

        Assert.StartsWith("error: GET /api/openapi.json: the app answered 404 (Not Found).\nlikely cause: no app answers at this address", result.Error);
    }

    [Fact]
    public async Task The_name_of_an_app_needs_a_sign_in()
    {
        ToolResult result = await _folder.RunAsync("add", "shop-app", "--no-sign-in");

        Assert.Equal("error: Where the app shop-app is knows the workspace, which tells it to nobody who does not sign in\nnext step: leave out --no-sign-in, or give the app's address.\n", result.Error);
    }
}
