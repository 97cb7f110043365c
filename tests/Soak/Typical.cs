using DatabricksApps.Soak.InventoryApi;

namespace DatabricksApps.Soak;

/// <summary>The calls that meet the faults: one of each kind.</summary>
internal static class Typical
{
    public static Task ReadAsync(InventoryClient client, AppRequestOptions options, CancellationToken cancellationToken) =>
        client.Items.ReadItemAsync(1, options, cancellationToken);

    public static Task CreateAsync(InventoryClient client, AppRequestOptions options, CancellationToken cancellationToken) =>
        client.Items.CreateItemAsync(new NewItem { Name = "Hammer", Price = 1.5, ReorderLevel = null }, options, cancellationToken);

    public static Task DeleteAsync(InventoryClient client, AppRequestOptions options, CancellationToken cancellationToken) =>
        client.Items.DeleteItemAsync(1, options, cancellationToken);

    public static Task LabelAsync(InventoryClient client, AppRequestOptions options, CancellationToken cancellationToken) =>
        client.Items.ReadLabelAsync(1, options, cancellationToken);

    public static async Task DownloadAsync(InventoryClient client, AppRequestOptions options, CancellationToken cancellationToken)
    {
        await using AppFile file = await client.Items.DownloadPhotoAsync(1, options, cancellationToken);
        await file.CopyToAsync(Stream.Null, cancellationToken);
    }

    public static Task UploadAsync(InventoryClient client, AppRequestOptions options, CancellationToken cancellationToken) =>
        client.Items.UploadManualAsync(1, AppFile.FromBytes(new byte[4_000_000]), options, cancellationToken);

    public static Task UploadPartAsync(InventoryClient client, AppRequestOptions options, CancellationToken cancellationToken) =>
        client.Items.UploadPhotoAsync(1, AppFile.FromBytes(new byte[4_000_000], "x.png", "image/png"), options: options, cancellationToken: cancellationToken);

    public static async Task EventsAsync(InventoryClient client, AppRequestOptions options, CancellationToken cancellationToken)
    {
        await foreach (AppEvent<StockChange> change in client.Stock.WatchStockAsync(options: options, cancellationToken: cancellationToken))
        {
            _ = change.Data.Change;
        }
    }

    public static async Task LinesAsync(InventoryClient client, AppRequestOptions options, CancellationToken cancellationToken)
    {
        await foreach (StockChange change in client.Stock.ExportStockAsync(options: options, cancellationToken: cancellationToken))
        {
            _ = change.Change;
        }
    }
}
