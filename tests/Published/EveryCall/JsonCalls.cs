using System.Globalization;
using DatabricksApps;
using EveryCall.InventoryApi;

namespace EveryCall;

/// <summary>Calls with JSON both ways, and those that fail.</summary>
internal static class JsonCalls
{
    public static async Task MakeAsync(InventoryClient client)
    {
        Item item = await client.Items.ReadItemAsync(1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"get: {item.Name} {item.Price} {item.Status.Value} {item.AddedOn:O} {item.Position}"));

        PageItem page = await client.Items.ListItemsAsync(
            status: Status.InStock, tag: ["steel"], minPrice: 0.1, addedSince: new DateOnly(2026, 1, 1), newestFirst: true, limit: 10);
        Console.WriteLine($"query: {string.Join(", ", page.Items.Select(found => found.Name))}");

        IReadOnlyList<Item> soldOut = await client.Items.ItemsWithStatusAsync(Status.SoldOut);
        Console.WriteLine($"list: {soldOut.Count}");

        Item created = await client.Items.CreateItemAsync(new NewItem { Name = "Nails", Price = 0.1, ReorderLevel = null, Position = (1, 2, "C") });
        Console.WriteLine($"post: {created.Id} {created.Name} {created.Position}");

        Item changed = await client.Items.UpdateItemAsync(1, new ItemPatch { Quantity = 39, Note = null });
        Console.WriteLine($"patch: {changed.Quantity} {changed.Note ?? "null"}");

        Caller caller = await client.WhoCallsAsync(acceptLanguage: "nl", xDepth: 3, theme: "dark", numbers: [2, 1]);
        Console.WriteLine($"headers: {caller.Language} {caller.Depth} {caller.Theme} {string.Join(",", caller.Numbers)}");

        IReadOnlyDictionary<string, Supplier> suppliers = await client.Suppliers.ListSuppliersAsync();
        Console.WriteLine($"map: {suppliers["acme"].Homepage} {suppliers["acme"].AdditionalProperties["region"]}");

        IReadOnlyList<SearchResponseItem> found = await client.SearchAsync("am");
        Console.WriteLine($"union: {(found[0].TryGetItem(out Item? hammer) ? hammer.Name : "?")}");

        Order order = await client.Orders.PlaceOrderAsync(new NewOrder
        {
            Lines = [new OrderLine { ItemId = 1, Quantity = 2 }],
            Payment = new CardPayment { LastDigits = "4242" },
        });
        Console.WriteLine($"union sent: {order.Payment.Match(card => card.LastDigits, invoice => "invoice", unknown => "?")}");

        Console.WriteLine($"anything: {await client.HealthAsync()}");
        await client.Orders.CancelOrderAsync(order.Id);
        Console.WriteLine("no content");
        await FailAsync(client);
    }

    private static async Task FailAsync(InventoryClient client)
    {
        try
        {
            await client.Items.CreateItemAsync(new NewItem { Name = "", Price = -1, ReorderLevel = null });
        }
        catch (AppValidationException refused)
        {
            Console.WriteLine($"422: {string.Join(", ", refused.Errors.Select(error => error.Member))}");
        }

        try
        {
            await client.Items.ReadItemAsync(99);
        }
        catch (AppException<NotFound> missing)
        {
            Console.WriteLine($"404: {missing.Error.What} {missing.Error.Id}");
        }
    }
}
