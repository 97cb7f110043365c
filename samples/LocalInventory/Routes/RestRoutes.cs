using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace LocalInventory.Routes;

internal static class RestRoutes
{
    public static void MapRest(this RouteGroupBuilder api, Store store)
    {
        api.MapGet("categories", () => Store.Categories);

        api.MapGet("search", (string term) =>
        {
            new Check().Length(term, 2, int.MaxValue, "query", "term").ThrowIfInvalid();
            return store.ItemsInOrder.Where(item => Found(item.Name)).Concat<object>(
                store.Suppliers.Values.Where(supplier => Found(supplier.Name)));

            bool Found(string name) => name.Contains(term, StringComparison.OrdinalIgnoreCase);
        });

        api.MapGet("statistics", () => new Statistics(
            Statuses.All.ToDictionary(status => status, status => store.Items.Values.Count(item => item.Status == status)),
            [store.Items.Values.Min(item => item.Price), store.Items.Values.Max(item => item.Price)],
            store.ItemsInOrder.FirstOrDefault(item => item.Dimensions is not null),
            new JsonObject { ["currency"] = "EUR", ["decimals"] = 2 },
            new JsonArray("counted", 3)));

        api.MapGet("caller", (
            int[] numbers,
            HttpRequest request,
            [FromHeader(Name = "accept-language")] string? language,
            [FromHeader(Name = "x-depth")] int depth = 1) =>
            new Caller(language, depth, request.Cookies["theme"] ?? "light", numbers, [.. numbers.Distinct().Order()]));

        api.MapGet("health", () => new { Status = "ok", Items = store.Items.Count });

        api.MapPost("reset", () =>
        {
            store.Reset();
            return TypedResults.NoContent();
        });

        api.MapGet("openapi.json", () => TypedResults.Stream(
            typeof(RestRoutes).Assembly.GetManifestResourceStream("inventory.openapi.json")!, "application/json"));
    }
}
