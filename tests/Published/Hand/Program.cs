// Gets an item, a list and an item that it creates from the app whose address is the argument.
using System.Net.Http.Headers;
using DatabricksApps.Benchmarks.Hand;
using DatabricksApps.Published;

using HttpClient http = new() { BaseAddress = new Uri(args[0]) };
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
HandClient client = new(http);

HandItem first = (await client.GetAsync(42))!;
List<HandItem> list = (await client.ListAsync())!;
HandItem created = (await client.CreateAsync(first))!;
ThirdAnswer.Print(first.Id, list.Count, created.Id);
