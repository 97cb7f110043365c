// Makes every kind of call to the inventory app whose address is the first argument, or to the Gradio app, and prints a
// line for each. It is published trimmed and as native code, where reflection finds nothing.
using EveryCall;
using EveryCall.InventoryApi;
using DatabricksApps;
using Microsoft.Extensions.DependencyInjection;

Uri address = new(args[0]);
if (args is [_, "large", var size])
{
    await LargeFiles.SendAsync(address, long.Parse(size, System.Globalization.CultureInfo.InvariantCulture));
    return;
}

if (args is [_, "gradio"])
{
    await GradioCalls.MakeAsync(address);
    return;
}

using (InventoryClient client = InventoryClient.Create(new DatabricksAppOptions { BaseAddress = address, Token = "token" }))
{
    await JsonCalls.MakeAsync(client);
    await ContentCalls.MakeAsync(client);
}

using HttpClient http = new() { BaseAddress = address };
Item plain = await new InventoryClient(http).Items.ReadItemAsync(1);
Console.WriteLine($"plain HttpClient: {plain.Name}");

await using ServiceProvider services = new ServiceCollection()
    .AddInventoryClient(options =>
    {
        options.BaseAddress = address;
        options.TokenProvider = _ => new ValueTask<string>("token");
    })
    .Services.BuildServiceProvider();
Item injected = await services.GetRequiredService<InventoryClient>().Items.ReadItemAsync(3);
Console.WriteLine($"dependency injection: {injected.Name}");

UserJson.Use(plain);
