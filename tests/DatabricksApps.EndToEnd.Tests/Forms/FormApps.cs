using DatabricksApps.EndToEnd.Tests.Inventory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.EndToEnd.Tests.Forms;

/// <summary>A server that reads forms and gives back what it read.</summary>
public interface IFormApp : IAsyncLifetime
{
    /// <summary>Gets where it listens; skips the test that asks if it cannot run here.</summary>
    Uri BaseAddress { get; }
}

/// <summary>ASP.NET Core's own reader of forms.</summary>
public sealed class AspNetForms : IFormApp
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
        WebApplication app = builder.Build();
        app.MapPost("/api/parts", EchoAsync);
        app.MapPost("/api/form", EchoAsync);
        return app;
    }

    private static async Task<IResult> EchoAsync(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync();
        List<Dictionary<string, string?>> fields = [.. form.SelectMany(field => field.Value.Select(value => new Dictionary<string, string?> { ["name"] = field.Key, ["value"] = value }))];
        foreach (IFormFile file in form.Files)
        {
            using MemoryStream content = new();
            await file.CopyToAsync(content);
            fields.Add(new() { ["name"] = file.Name, ["value"] = Convert.ToBase64String(content.ToArray()), ["file_name"] = file.FileName, ["content_type"] = file.ContentType });
        }

        return Results.Json(fields);
    }
}

/// <summary>Starlette and python-multipart, which FastAPI reads forms with.</summary>
public sealed class StarletteForms() : UvicornApp("forms:app", "Forms"), IFormApp;
