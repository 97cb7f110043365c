using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace LocalInventory.Routes;

internal static class StockRoutes
{
    public static void MapStock(this RouteGroupBuilder stock, Store store)
    {
        stock.MapGet("events", ([FromHeader(Name = "last-event-id")] int? lastEventId) =>
            TypedResults.ServerSentEvents(EventsAsync(store.Changes, lastEventId ?? 0)));

        stock.MapGet("export", async (DateTimeOffset? since, HttpResponse response, IOptions<JsonOptions> json) =>
        {
            response.ContentType = "application/jsonl";
            foreach (StockChange change in store.Changes.Where(change => !(change.At < since)))
            {
                await response.WriteAsync(JsonSerializer.Serialize(change, json.Value.SerializerOptions) + "\n");
                await response.Body.FlushAsync();
            }
        });

        stock.MapGet("last", () => store.Changes[^1]);

        stock.MapGet("{itemId}", (long itemId) => store.ItemOf(itemId).Quantity);
    }

    private static async IAsyncEnumerable<SseItem<StockChange>> EventsAsync(IReadOnlyList<StockChange> changes, int after)
    {
        for (int i = after; i < changes.Count; i++)
        {
            yield return new SseItem<StockChange>(changes[i], "change") { EventId = $"{i + 1}" };
            await Task.Yield();
        }
    }
}
