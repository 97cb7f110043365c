using DatabricksApps.EndToEnd.Tests.InventoryApi;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

/// <summary>Every operation of the inventory app, called through its generated client.</summary>
/// <remarks>Each answer is also held to the document, so that an app that drifts from it fails here.</remarks>
public abstract partial class InventorySuite(IInventoryApp app) : IAsyncLifetime
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 30, 0, TimeSpan.Zero);

    private InventoryClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        HttpClient http = new(new ConformanceHandler(app.Handler)) { BaseAddress = app.BaseAddress };
        _client = new InventoryClient(http);
        await _client.ResetAsync(cancellationToken: Cancellation);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

public sealed class FastApiInventoryTests(FastApiInventory app) : InventorySuite(app), IClassFixture<FastApiInventory>;

public sealed class LocalInventoryTests(LocalInventoryFixture app) : InventorySuite(app), IClassFixture<LocalInventoryFixture>;

public sealed class SignedInventoryTests(SignedInventory app) : InventorySuite(app), IClassFixture<SignedInventory>;
