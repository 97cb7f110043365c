using System.Buffers;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.LocalWorkspace.Tests;

/// <summary>An app that tells what it received.</summary>
public sealed class EchoApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EchoApp(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>Gets the events that <c>/api/events</c> sends, as they come.</summary>
    public Channel<string> Events { get; } = Channel.CreateUnbounded<string>();

    public static async Task<EchoApp> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        WebApplication app = builder.Build();
        EchoApp echo = new(app);
        app.MapGet("/api/echo", Echo);
        app.MapPost("/api/length", LengthAsync);
        app.MapGet("/api/missing", () => Results.NotFound(new { detail = "Not here" }));
        app.MapGet("/api/moved", () => Results.Redirect("/api/echo"));
        app.MapGet("/api/events", echo.SendEventsAsync);
        await app.StartAsync();
        return echo;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Echo(HttpRequest request) => Results.Json(new Dictionary<string, object>
    {
        ["target"] = request.Path + request.QueryString,
        ["headers"] = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
    });

    private static async Task<long> LengthAsync(HttpRequest request)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(81920);
        long length = 0;
        for (int read; (read = await request.Body.ReadAsync(buffer)) > 0; length += read)
        {
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return length;
    }

    private async Task SendEventsAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await foreach (string text in Events.Reader.ReadAllAsync(context.RequestAborted))
        {
            await context.Response.WriteAsync($"data: {text}\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
