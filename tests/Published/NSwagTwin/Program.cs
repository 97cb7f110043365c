// The calls of Hand, by NSwag's client.
using System.Net.Http.Headers;
using DatabricksApps.Benchmarks.NSwag;
using DatabricksApps.Published;

using HttpClient http = new() { BaseAddress = new Uri(args[0]) };
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
NSwagClient client = new(http);

Item first = await client.Read_itemAsync(42);
ICollection<Item> list = await client.List_itemsAsync();
Item created = await client.Create_itemAsync(first);
ThirdAnswer.Print(first.Id, list.Count, created.Id);
