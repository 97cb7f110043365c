using LocalWorkspace;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

/// <summary>
/// The FastAPI app under uvicorn behind the front door of a workspace, called with tokens that a service principal gets from
/// the workspace's OAuth server.
/// </summary>
public sealed class SignedInventory : IInventoryApp
{
    private readonly FastApiInventory _app = new();

    private DatabricksAppHandler? _handler;

    /// <summary>Gets the address of the front door; skips the test that asks if there is no Python to run the app.</summary>
    public Uri BaseAddress
    {
        get
        {
            Python.Require();
            return Door.Url;
        }
    }

    /// <summary>Gets what signs and sends the requests of <see cref="Principal"/>.</summary>
    public HttpMessageHandler Handler => _handler!;

    public Workspace Workspace { get; private set; } = null!;

    public WorkspaceApp Door { get; private set; } = null!;

    /// <summary>Gets who calls.</summary>
    public ServicePrincipal Principal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Python.Path is null)
        {
            return;
        }

        await _app.InitializeAsync();
        Workspace = await Workspace.StartAsync();
        Door = await Workspace.AddAppAsync("inventory", _app.BaseAddress);
        SignInAnew();
    }

    /// <summary>Goes on as another service principal, which has no token yet.</summary>
    public void SignInAnew()
    {
        _handler?.Dispose();
        Principal = Workspace.AddServicePrincipal("end-to-end");
        Door.GrantCanUse(Principal.ClientId);
        DatabricksAppOptions options = new()
        {
            BaseAddress = BaseAddress,
            Host = Workspace.BaseAddress.AbsoluteUri,
            ClientId = Principal.ClientId,
            ClientSecret = Principal.ClientSecret,
        };
        _handler = new DatabricksAppHandler(options, new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    public async ValueTask DisposeAsync()
    {
        if (_handler is not null)
        {
            _handler.Dispose();
            await Workspace.DisposeAsync();
        }

        await _app.DisposeAsync();
    }
}
