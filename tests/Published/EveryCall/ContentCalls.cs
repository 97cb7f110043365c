using DatabricksApps;
using EveryCall.InventoryApi;

namespace EveryCall;

/// <summary>Calls with forms, files, text and streams.</summary>
internal static class ContentCalls
{
    public static async Task MakeAsync(InventoryClient client)
    {
        Quote quote = await client.Orders.QuoteOrderAsync(1, quantity: 2, express: true, coupon: ["spring & more"]);
        Console.WriteLine($"form: {quote.Coupons[0]} {quote.Express}");

        AppFile picture = AppFile.FromBytes(new byte[100_000], "hammer.png", "image/png");
        Photo photo = await client.Items.UploadPhotoAsync(1, picture, caption: "Front");
        Console.WriteLine($"multipart: {photo.FileName} {photo.Size} {photo.Caption}");

        AppFile[] files = [AppFile.FromBytes(new byte[3], "a.txt"), AppFile.FromBytes(new byte[5], "b.txt")];
        IReadOnlyDictionary<string, long> sizes = await client.Items.AttachFilesAsync(1, files);
        Console.WriteLine($"files: {string.Join(", ", sizes)}");

        Console.WriteLine($"bytes: {await client.Items.UploadManualAsync(1, AppFile.FromBytes("Hold the handle."u8.ToArray()))}");
        Console.WriteLine($"text: {await client.Items.WriteLabelAsync(2, "Saw, large")}");

        await using (AppFile download = await client.Items.DownloadPhotoAsync(1))
        {
            using MemoryStream content = new();
            await download.CopyToAsync(content);
            Console.WriteLine($"download: {download.FileName} {content.Length}");
        }

        List<long> changes = [];
        await foreach (AppEvent<StockChange> change in client.Stock.WatchStockAsync(lastEventId: 1))
        {
            changes.Add(change.Data.Change);
        }

        Console.WriteLine($"events: {string.Join(", ", changes)}");
        changes.Clear();
        await foreach (StockChange change in client.Stock.ExportStockAsync())
        {
            changes.Add(change.Change);
        }

        Console.WriteLine($"lines: {string.Join(", ", changes)}");
    }
}
