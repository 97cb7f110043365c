using System.Text.Encodings.Web;
using System.Text.Json;
using LocalInventory.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalInventory;

/// <summary>
/// The inventory app of <c>samples/InventoryApp</c> as an ASP.NET Core app in this process: the same routes, the same
/// answers, on a free loopback port. Like it, it lets everyone in: on Databricks the front door asks for the token.
/// </summary>
public sealed class LocalInventoryApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LocalInventoryApp(WebApplication app) => _app = app;

    /// <summary>Gets where the app listens, such as <c>http://127.0.0.1:49152</c>.</summary>
    public Uri BaseAddress => new(_app.Urls.First());

    /// <summary>Gets the routes that the app serves, such as <c>GET /api/items/{itemId}</c>.</summary>
    public IEnumerable<string> Routes =>
        from endpoint in ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints)
        let route = (RouteEndpoint)endpoint
        from method in route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
        select $"{method} {route.RoutePattern.RawText!.TrimEnd('/')}";

    /// <summary>Starts the app.</summary>
    public static async Task<LocalInventoryApp> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });

        WebApplication app = builder.Build();
        app.Use(Problem.AnswerAsync);

        Store store = new();
        app.MapGroup("/api/items").DisableAntiforgery().MapItems(store);
        app.MapGroup("/api/items/{itemId}").DisableAntiforgery().MapItemContent(store);
        app.MapGroup("/api/orders").DisableAntiforgery().MapOrders(store);
        app.MapGroup("/api/suppliers").MapSuppliers(store);
        app.MapGroup("/api/stock").MapStock(store);
        app.MapGroup("/api").MapRest(store);

        await app.StartAsync();
        return new LocalInventoryApp(app);
    }

    /// <summary>Stops the app.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
