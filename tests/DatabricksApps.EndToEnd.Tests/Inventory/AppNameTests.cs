using DatabricksApps.EndToEnd.Tests.InventoryApi;
using DatabricksApps.Generated;
using LocalInventory;
using LocalWorkspace;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

/// <summary>The generated client finds its app by name in the workspace that it signs in to.</summary>
public sealed class AppNameTests : IAsyncLifetime
{
    private LocalInventoryApp _local = null!;
    private Workspace _workspace = null!;
    private WorkspaceApp _door = null!;
    private ServicePrincipal _principal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _local = await LocalInventoryApp.StartAsync();
        _workspace = await Workspace.StartAsync(cancellationToken: Cancellation);
        _door = await _workspace.AddAppAsync("inventory", _local.BaseAddress, cancellationToken: Cancellation);
        _principal = _workspace.AddServicePrincipal("by-name");
        _door.GrantCanUse(_principal.ClientId);
    }

    public async ValueTask DisposeAsync()
    {
        await _workspace.DisposeAsync();
        await _local.DisposeAsync();
    }

    [Fact]
    public async Task Client_of_its_own()
    {
        using InventoryClient client = InventoryClient.Create(Configured(new()));

        Assert.Equal("Hammer", (await client.Items.ReadItemAsync(1, cancellationToken: Cancellation)).Name);
    }

    [Fact]
    public async Task Registered_client_from_configuration()
    {
        IConfiguration section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AppName"] = "inventory",
            ["Host"] = _workspace.BaseAddress.AbsoluteUri,
            ["ClientId"] = _principal.ClientId,
            ["ClientSecret"] = _principal.ClientSecret,
        }).Build();
        ServiceCollection services = new();

        // What AddInventoryClient does; by its name it would be the Quickstart's as well.
        AppPipeline.AddClient<InventoryClient>(services, "inventory", InventoryClient.Create, options => options.Bind(section));
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal("Hammer", (await provider.GetRequiredService<InventoryClient>().Items.ReadItemAsync(1, cancellationToken: Cancellation)).Name);
        Assert.Single(_workspace.Tokens.Requests);
    }

    [Fact]
    public async Task Address_for_a_pipeline_of_ones_own() =>
        Assert.Equal(_door.Url, await Configured(new()).FindBaseAddressAsync(Cancellation));

    [Fact]
    public async Task App_that_the_workspace_does_not_know()
    {
        _door.IsDeployed = false;
        using InventoryClient client = InventoryClient.Create(Configured(new()));

        AppException exception = await Assert.ThrowsAsync<AppException>(() => client.HealthAsync(cancellationToken: Cancellation));

        Assert.Equal(AppErrorReason.NotFound, exception.Reason);
    }

    private DatabricksAppOptions Configured(DatabricksAppOptions options)
    {
        options.AppName = "inventory";
        options.Host = _workspace.BaseAddress.AbsoluteUri;
        options.ClientId = _principal.ClientId;
        options.ClientSecret = _principal.ClientSecret;
        return options;
    }
}
