using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Tool.Tests;

/// <summary>An app on loopback that answers what the test says; all else is FastAPI's 404.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    /// <summary>A document with two operations, on one line as FastAPI serves it.</summary>
    public const string Document =
        """{"openapi":"3.1.0","info":{"title":"Shop","version":"1"},"paths":{"/api/items":{"get":{"operationId":"list_items_api_items_get","responses":{"200":{"description":"OK"}}},"post":{"operationId":"add_item_api_items_post","responses":{"200":{"description":"OK"}}}}}}""";

    private readonly WebApplication _host;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new(StringComparer.Ordinal);

    private StandIn(WebApplication host) => _host = host;

    public Uri Address => new(_host.Urls.First());

    /// <summary>Gets the address without a slash at its end.</summary>
    public string Url => Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Gets the paths that were asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Gets or sets the answer to a path that has none; null: FastAPI's 404.</summary>
    public RequestDelegate? Otherwise { get; set; }

    public static async Task<StandIn> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication host = builder.Build();
        StandIn app = new(host);
        host.Run(app.AnswerAsync);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    public static RequestDelegate Html(string page) => context => WriteAsync(context, 200, "text/html", page);

    public StandIn With(string path, string body, string contentType = "application/json", int status = 200) =>
        With(path, context => WriteAsync(context, status, contentType, body));

    public StandIn With(string path, RequestDelegate answer)
    {
        _answers[path] = answer;
        return this;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path + context.Request.QueryString;
        Asked.Enqueue(path);
        return _answers.TryGetValue(path, out RequestDelegate? answer) ? answer(context)
            : Otherwise?.Invoke(context) ?? WriteAsync(context, 404, "application/json", """{"detail":"Not Found"}""");
    }

    private static Task WriteAsync(HttpContext context, int status, string contentType, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}
