using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.AspNetCore.Tests;

/// <summary>An app on this machine that serves a document, with an ETag if it has one, and counts who asks for it.</summary>
internal sealed class DocumentApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<string> _asked = [];

    private DocumentApp(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Gets or sets where the document is.</summary>
    public string Path { get; set; } = "/api/openapi.json";

    public string Document { get; set; } = "";

    public string MediaType { get; set; } = "application/json";

    public string? ETag { get; set; }

    public int? Status { get; set; }

    /// <summary>Gets what was asked, and how it was answered: <c>/api/openapi.json 304</c>.</summary>
    public string[] Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    public static async Task<DocumentApp> StartAsync(string document)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        DocumentApp app = new(builder.Build()) { Document = document };
        app._app.Run(app.AnswerAsync);
        await app._app.StartAsync();
        return app;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        bool isThere = context.Request.Path == Path;
        context.Response.StatusCode = Status ?? (!isThere ? 404 : ETag is not null && context.Request.Headers.IfNoneMatch == ETag ? 304 : 200);
        lock (_asked)
        {
            _asked.Add($"{context.Request.Path} {context.Response.StatusCode}");
        }

        if (context.Response.StatusCode == 304)
        {
            return;
        }

        context.Response.ContentType = MediaType;
        if (ETag is not null)
        {
            context.Response.Headers.ETag = ETag;
        }

        await context.Response.WriteAsync(isThere && Status is null ? Document : """{"detail":"Not Found"}""");
    }
}
