using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace LocalInventory.Routes;

internal static class ItemRoutes
{
    public static void MapItems(this RouteGroupBuilder items, Store store)
    {
        items.MapGet("", ([AsParameters] ItemFilter filter) => List(store, filter));

        items.MapPost("", (NewItem item, HttpResponse response) =>
        {
            Validate(item.Name, item.Price, item.Quantity);
            Item created = Add(store, item);
            response.Headers.Location = $"/api/items/{created.Id}";
            return TypedResults.Json(created, statusCode: StatusCodes.Status201Created);
        });

        items.MapGet("by-sku/{sku}", (Guid sku) =>
            store.Items.Values.FirstOrDefault(item => item.Sku == sku) ?? throw Problem.NotFound("item", sku));

        items.MapGet("by-status/{status}", (string status) => store.ItemsInOrder.Where(item => item.Status == status));

        items.MapGet("{itemId}", (long itemId) => store.ItemOf(itemId));

        items.MapPatch("{itemId}", (long itemId, JsonObject patch, IOptions<JsonOptions> json) =>
            store.Items[itemId] = Patched(store.ItemOf(itemId), patch, json.Value.SerializerOptions));

        items.MapDelete("{itemId}", (long itemId) =>
        {
            store.ItemOf(itemId);
            store.Items.TryRemove(itemId, out _);
            return TypedResults.NoContent();
        });

        items.MapPost("{itemId}/reserve", IResult (long itemId, ReserveItem body) =>
        {
            new Check().Above(body.Quantity, 0, "body", "quantity").ThrowIfInvalid();
            Item item = store.ItemOf(itemId);
            if (body.Quantity > item.Quantity)
            {
                Waiting waiting = new(itemId, body.Quantity - item.Quantity);
                return TypedResults.Json(waiting, statusCode: StatusCodes.Status202Accepted);
            }

            store.Items[itemId] = item with { Quantity = item.Quantity - body.Quantity };
            return TypedResults.Json(new Reserved(itemId, body.Quantity));
        });
    }

    private static Page<Item> List(Store store, ItemFilter filter)
    {
        new Check()
            .AtLeast(filter.Offset, 0, "query", "offset")
            .AtLeast(filter.Limit, 1, "query", "limit")
            .AtMost(filter.Limit, 100, "query", "limit")
            .ThrowIfInvalid();

        List<Item> found = [.. store.ItemsInOrder.Where(filter.Accepts)];
        if (filter.NewestFirst)
        {
            found.Reverse();
        }

        int end = filter.Offset + filter.Limit;
        return new Page<Item>(
            [.. found.Skip(filter.Offset).Take(filter.Limit)], found.Count, end < found.Count ? end : null);
    }

    private static Item Add(Store store, NewItem item)
    {
        if (store.Items.Values.FirstOrDefault(other => other.Name == item.Name) is { } other)
        {
            throw Problem.NameTaken(item.Name, other.Id);
        }

        long id = store.Items.Keys.Max() + 1;
        return store.Items[id] = new Item
        {
            Id = id,
            Sku = Store.SkuOf(id),
            AddedOn = DateOnly.FromDateTime(Store.Now.Date),
            UpdatedAt = Store.Now,
            Name = item.Name,
            Price = item.Price,
            ReorderLevel = item.ReorderLevel,
            Quantity = item.Quantity,
            Status = item.Status,
            Class = item.Class,
            Note = item.Note,
            Dimensions = item.Dimensions,
            Position = item.Position,
            Tags = item.Tags,
            Labels = item.Labels,
        };
    }

    // What the caller sent replaces what was there, null too; what was not sent stays.
    private static Item Patched(Item item, JsonObject patch, JsonSerializerOptions json)
    {
        JsonObject merged = JsonSerializer.SerializeToNode(item, json)!.AsObject();
        foreach ((string name, JsonNode? value) in patch)
        {
            merged[name] = value?.DeepClone();
        }

        Item patched = merged.Deserialize<Item>(json)!;
        Validate(patched.Name, patched.Price, patched.Quantity);
        return patched;
    }

    private static void Validate(string name, decimal price, int quantity) =>
        new Check()
            .Length(name, 1, 100, "body", "name")
            .Above(price, 0, "body", "price")
            .AtLeast(quantity, 0, "body", "quantity")
            .ThrowIfInvalid();
}

internal sealed record ItemFilter(
    string? Status,
    string? Class,
    string[] Tag,
    [FromQuery(Name = "min_price")] decimal? MinPrice,
    [FromQuery(Name = "added_since")] DateOnly? AddedSince,
    string? Prefix,
    [FromQuery(Name = "newest_first")] bool NewestFirst = false,
    int Offset = 0,
    int Limit = 20)
{
    public bool Accepts(Item item) =>
        (Status is null || item.Status == Status)
        && (Class is null || item.Class == Class)
        && Tag.All(item.Tags.Contains)
        && !(item.Price < MinPrice)
        && !(item.AddedOn < AddedSince)
        && item.Name.StartsWith(Prefix ?? "", StringComparison.Ordinal);
}
