// The calls of Hand, by Refit in the form that starts fastest: generated requests alone, and the serializer context by hand.
using System.Net.Http.Headers;
using DatabricksApps.Benchmarks.Hand;
using DatabricksApps.Benchmarks.Peers;
using DatabricksApps.Published;
using Refit;

using HttpClient http = new() { BaseAddress = new Uri(args[0]) };
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
IRefitItems client = RestService.ForGenerated<IRefitItems>(http, HandJson.Default);

HandItem first = await client.GetAsync(42);
List<HandItem> list = await client.ListAsync();
HandItem created = await client.CreateAsync(first);
ThirdAnswer.Print(first.Id, list.Count, created.Id);
