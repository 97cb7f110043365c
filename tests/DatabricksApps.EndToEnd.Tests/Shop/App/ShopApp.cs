using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.EndToEnd.Tests.Shop.App;

/// <summary>An ASP.NET Core app whose OpenAPI document ASP.NET Core writes.</summary>
public sealed class ShopApp : IAsyncLifetime
{
    private readonly WebApplication _app = Build();

    public Uri BaseAddress => new(_app.Urls.First());

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static WebApplication Build()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddValidation();
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Shop";
            document.Servers?.Clear(); // Else the free port would be part of the document.
            return Task.CompletedTask;
        }));

        WebApplication app = builder.Build();
        app.MapOpenApi("/api/openapi.json");
        app.MapGroup("/api/products").WithTags("products").DisableAntiforgery().MapProducts();
        app.MapGet("/api/echo/{id}", Echo);
        return app;
    }

    /// <summary>Gives back what came.</summary>
    private static Dictionary<string, string?> Echo(
        Guid id,
        ShopColor? color,
        string[] words,
        [FromHeader(Name = "x-depth")] int depth,
        DateTimeOffset? since = null,
        bool loud = false) => new()
        {
            ["id"] = id.ToString(),
            ["color"] = color?.ToString(),
            ["words"] = string.Join('|', words),
            ["depth"] = $"{depth}",
            ["since"] = since?.ToString("O"),
            ["loud"] = loud ? "yes" : null,
        };
}

internal static class ShopProducts
{
    private static readonly ShopProduct s_lamp = new(
        1, "Lamp", 12.5m, ShopColor.DarkBlue, ShopGrade.High, "Oak", new ShopCircle(2.5),
        new Dictionary<string, int> { ["north"] = 3 }, ["light", "oak"],
        new ShopDetails(
            new Guid("11111111-2222-3333-4444-555555555555"),
            new DateTimeOffset(2026, 3, 1, 12, 30, 0, TimeSpan.Zero),
            new DateOnly(2026, 3, 1),
            new TimeOnly(8, 30),
            new TimeSpan(1, 2, 0, 0),
            new Uri("https://shop.example/lamp"),
            "seal"u8.ToArray(),
            1.25,
            null));

    private static readonly ShopProduct s_rug = new(
        2, "Rug", 99, ShopColor.Red, null, null, new ShopSquare(3), new Dictionary<string, int>(), []);

    private static readonly ShopProduct[] s_all = [s_lamp, s_rug];

    public static void MapProducts(this IEndpointRouteBuilder products)
    {
        products.MapGet("", List).WithName("ListProducts");
        products.MapGet("{id}", Read).WithName("ReadProduct").ProducesProblem(StatusCodes.Status404NotFound);
        products.MapPost("", Create).WithName("CreateProduct").ProducesValidationProblem();
        products.MapDelete("{id}", Delete).WithName("DeleteProduct");
        products.MapPost("{id}/photo", Upload).WithName("UploadPhoto");
        products.MapPost("photos", UploadMany).WithName("UploadPhotos");
        products.MapPost("shapes", (ShopShape shape) => shape).WithName("EchoShape");
        products.MapGet("{id}/label", (int id) => TypedResults.Text($"Label {id}")).WithName("ReadLabel").Produces<string>(200, "text/plain");
    }

    /// <summary>Lists the products.</summary>
    /// <param name="color">Only those of this color.</param>
    /// <param name="limit">At most so many.</param>
    private static ShopProduct[] List(ShopColor? color, int limit = 10) =>
        [.. s_all.Where(product => color is null || product.Color == color).Take(limit)];

    private static Results<Ok<ShopProduct>, ProblemHttpResult> Read([Description("The product's number.")] int id) =>
        s_all.FirstOrDefault(product => product.Id == id) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.Problem($"There is no product {id}.", statusCode: StatusCodes.Status404NotFound, title: "Not found");

    private static Results<Created<ShopProduct>, ValidationProblem> Create(ShopProduct product) =>
        product.Price >= 0
            ? TypedResults.Created($"/api/products/{product.Id}", product)
            : TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["price"] = ["Must not be negative."] });

    private static NoContent Delete(int id) => TypedResults.NoContent();

    private static ShopUpload Upload(int id, IFormFile photo, [FromForm] string caption) =>
        new(photo.FileName, photo.ContentType, photo.Length, $"{id}: {caption}");

    private static string[] UploadMany(IFormFileCollection photos) =>
        [.. photos.Select(photo => $"{photo.FileName} {photo.Length}")];
}
