// The tour of a generated client. InventoryClient and its types come from inventory.openapi.json at build time; the app
// that is called is samples/InventoryApp, here in this process, behind a workspace that samples/LocalWorkspace stands in
// for: its tokens and its front door are real, so that neither an account nor a network is needed.
using System.Text;
using DatabricksApps;
using LocalInventory;
using LocalWorkspace;
using Quickstart.InventoryApi;

await using LocalInventoryApp local = await LocalInventoryApp.StartAsync();
await using Workspace workspace = await Workspace.StartAsync();
WorkspaceApp app = await workspace.AddAppAsync("inventory", local.BaseAddress);
ServicePrincipal principal = workspace.AddServicePrincipal("quickstart");
app.GrantCanUse(principal.ClientId);

// On Databricks: BaseAddress = new Uri("https://inventory-1234567890.aws.databricksapps.com"), and Host, ClientId and
// ClientSecret come from DATABRICKS_HOST, DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET if they are not set here.
using InventoryClient inventory = InventoryClient.Create(new DatabricksAppOptions
{
    BaseAddress = app.Url,
    Host = workspace.BaseAddress.AbsoluteUri,
    ClientId = principal.ClientId,
    ClientSecret = principal.ClientSecret,
});
Console.WriteLine($"The inventory app listens on {app.Url}");

Title("Read an item");
Item hammer = await inventory.Items.ReadItemAsync(1);
Console.WriteLine($"{hammer.Name}, {hammer.Price:0.00} EUR, {hammer.Quantity} in stock, added on {hammer.AddedOn:yyyy-MM-dd}");
Console.WriteLine($"{hammer.Dimensions?.Width} x {hammer.Dimensions?.Height} {hammer.Dimensions?.Unit}, note: {hammer.Note}");

Title("List items, filtered and paged");
PageItem tools = await inventory.Items.ListItemsAsync(tag: ["tool"], limit: 10);
foreach (Item item in tools.Items)
{
    Console.WriteLine($"{item.Id}  {item.Name,-8} {item.Price,6:0.00} EUR  {item.Status}");
}

Title("Change an item: what you set is what is sent");
Item changed = await inventory.Items.UpdateItemAsync(1, new ItemPatch { Quantity = 39, Note = null });
Console.WriteLine($"{changed.Quantity} in stock, note: {changed.Note ?? "none"}, price still {changed.Price:0.00} EUR");

Title("Send values that the app refuses");
try
{
    await inventory.Items.CreateItemAsync(new NewItem { Name = "", Price = -1, ReorderLevel = null });
}
catch (AppValidationException refused)
{
    foreach (AppValidationError error in refused.Errors)
    {
        Console.WriteLine($"{error.Member}: {error.Message}");
    }
}

Title("Upload a file");
AppFile picture = AppFile.FromBytes(Encoding.UTF8.GetBytes("not really a picture"), "hammer.png", "image/png");
Photo photo = await inventory.Items.UploadPhotoAsync(1, picture, caption: "Front");
Console.WriteLine($"{photo.FileName} ({photo.ContentType}), {photo.Size} bytes, \"{photo.Caption}\"");

Title("Place an order, paid in one of two ways");
Order order = await inventory.Orders.PlaceOrderAsync(new NewOrder
{
    Lines = [new OrderLine { ItemId = 1, Quantity = 2 }],
    Payment = new CardPayment { LastDigits = "4242" },
});
string payment = order.Payment.Match(
    card => $"card ending in {card.LastDigits}", invoice => $"invoice due {invoice.Due:yyyy-MM-dd}", unknown => "something new");
Console.WriteLine($"Order {order.Id}: {order.Total:0.00} EUR, {payment}");

Title("Follow a stream of events");
await foreach (AppEvent<StockChange> change in inventory.Stock.WatchStockAsync())
{
    Console.WriteLine($"event {change.Id}: item {change.Data.ItemId} {change.Data.Change:+0;-0} at {change.Data.At:HH:mm:ss}");
}

Title("Ask for what is not there");
try
{
    await inventory.Items.ReadItemAsync(99);
}
catch (AppException<NotFound> error)
{
    Console.WriteLine($"{error.StatusCode}: there is no {error.Error.What} {error.Error.Id}");
}

IssuedToken token = workspace.Tokens.Issued.Single();
Title("How all of that was signed");
Console.WriteLine($"Service principal {principal.Name} signed in to {workspace.BaseAddress} by {token.GrantType}, once,");
Console.WriteLine($"and got a token for {string.Join(' ', token.Scopes)} that ends in {(token.ExpiresAt - DateTimeOffset.UtcNow).TotalMinutes:0} minutes.");

static void Title(string text) => Console.WriteLine($"\n── {text} ──");
