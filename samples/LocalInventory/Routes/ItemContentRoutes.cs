using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace LocalInventory.Routes;

/// <summary>What belongs to an item and is not JSON.</summary>
internal static class ItemContentRoutes
{
    public static void MapItemContent(this RouteGroupBuilder item, Store store)
    {
        item.MapPut("photo", async (long itemId, IFormFile photo, [FromForm] string? caption) =>
        {
            store.ItemOf(itemId);
            Photo stored = new(photo.FileName, photo.ContentType, photo.Length, caption);
            store.Photos[itemId] = (stored, await ReadAsync(photo.OpenReadStream()));
            return stored;
        });

        item.MapGet("photo", (long itemId) =>
        {
            (Photo Photo, byte[] Content) found =
                store.Photos.TryGetValue(itemId, out var stored) ? stored : throw Problem.NotFound("photo", itemId);
            return TypedResults.Bytes(found.Content, "image/png", found.Photo.FileName);
        });

        item.MapPost("attachments", (long itemId, IFormFileCollection files) =>
        {
            store.ItemOf(itemId);
            return TypedResults.Json(
                files.ToDictionary(file => file.FileName, file => file.Length),
                statusCode: StatusCodes.Status201Created);
        });

        item.MapGet("label", (long itemId) =>
        {
            Item found = store.ItemOf(itemId);
            return TypedResults.Text(store.Labels.GetValueOrDefault(itemId, $"{found.Name} ({found.Status})"));
        });

        item.MapPut("label", async (long itemId, HttpRequest request) =>
        {
            store.ItemOf(itemId);
            using StreamReader reader = new(request.Body);
            return TypedResults.Text(store.Labels[itemId] = await reader.ReadToEndAsync());
        });

        item.MapPut("manual", async (long itemId, HttpRequest request) =>
        {
            store.ItemOf(itemId);
            return (await ReadAsync(request.Body)).Length;
        });
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using MemoryStream buffer = new();
        await stream.CopyToAsync(buffer);
        return buffer.ToArray();
    }
}
