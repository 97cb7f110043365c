// The calls of Hand, by the generated client.
using System.Net.Http.Headers;
using DatabricksApps;
using DatabricksApps.Published;
using Generated.ItemsApi;

#if SIGNED
using ItemsClient client = ItemsClient.Create(new DatabricksAppOptions { BaseAddress = new Uri(args[0]), Token = "token" });
#else
using HttpClient http = new() { BaseAddress = new Uri(args[0]) };
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
ItemsClient client = new(http);
#endif

Item first = await client.ReadItemAsync(42);
IReadOnlyList<Item> list = await client.ListItemsAsync();
Item created = await client.CreateItemAsync(first);
ThirdAnswer.Print(first.Id, list.Count, created.Id);
