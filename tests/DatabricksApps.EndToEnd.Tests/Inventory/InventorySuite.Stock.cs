using DatabricksApps.EndToEnd.Tests.InventoryApi;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

public abstract partial class InventorySuite
{
    [Fact]
    public async Task Watch_stock_gives_events()
    {
        List<AppEvent<StockChange>> events = [];
        await foreach (AppEvent<StockChange> change in _client.Stock.WatchStockAsync(cancellationToken: Cancellation))
        {
            events.Add(change);
        }

        Assert.Equal(["1", "2", "3"], events.Select(change => change.Id));
        Assert.All(events, change => Assert.Equal("change", change.EventType));
        Assert.Equal(new StockChange { ItemId = 3, Change = 2500, At = s_now.AddSeconds(1) }, events[1].Data);
    }

    [Fact]
    public async Task Watch_stock_starts_after_the_last_event()
    {
        List<long> changes = [];
        await foreach (AppEvent<StockChange> change in _client.Stock.WatchStockAsync(lastEventId: 2, cancellationToken: Cancellation))
        {
            changes.Add(change.Data.Change);
        }

        Assert.Equal([-100L], changes);
    }

    [Fact]
    public async Task Export_stock_gives_lines()
    {
        List<StockChange> changes = [];
        await foreach (StockChange change in _client.Stock.ExportStockAsync(cancellationToken: Cancellation))
        {
            changes.Add(change);
        }

        Assert.Equal([40L, 2500L, -100L], changes.Select(change => change.Change));
    }

    [Fact]
    public async Task Export_stock_sends_a_time()
    {
        List<long> changes = [];
        await foreach (StockChange change in _client.Stock.ExportStockAsync(since: s_now.AddSeconds(1), cancellationToken: Cancellation))
        {
            changes.Add(change.Change);
        }

        Assert.Equal([2500L, -100L], changes);
    }

    [Fact]
    public async Task Last_change_gives_the_change()
    {
        StockChange last = await _client.Stock.LastChangeAsync(cancellationToken: Cancellation);

        Assert.Equal(new StockChange { ItemId = 3, Change = -100, At = s_now.AddSeconds(2) }, last);
    }

#pragma warning disable CS0618 // The document calls the operation deprecated.
    [Fact]
    public async Task Count_stock_gives_a_number() =>
        Assert.Equal(2500, await _client.Stock.CountStockAsync(3, cancellationToken: Cancellation));

    [Fact]
    public async Task Count_stock_throws_the_default_error()
    {
        AppException<NotFound> error = await Assert.ThrowsAsync<AppException<NotFound>>(
            () => _client.Stock.CountStockAsync(33, cancellationToken: Cancellation));

        Assert.Equal("33", error.Error.Id);
    }
#pragma warning restore CS0618
}
