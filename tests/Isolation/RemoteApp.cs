using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Isolation;

/// <summary>The app that is called, which looks whose token each request carries, and the workspace that it belongs to.</summary>
internal sealed class RemoteApp : IAsyncDisposable
{
    private readonly Tally _tally;
    private readonly WebApplication _host;

    private RemoteApp(Tally tally)
    {
        _tally = tally;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        _host = builder.Build();
        _host.MapGet("/api/echo", EchoAsync);
        _host.MapGet("/api/lines", LinesAsync);
        _host.MapGet("/oidc/.well-known/oauth-authorization-server", () => Results.Json(new Dictionary<string, string> { ["token_endpoint"] = $"{Address}/oidc/v1/token" }));
        _host.MapPost("/oidc/v1/token", TokenAsync);
        _host.MapGet("/api/2.0/apps/inventory", (HttpContext context) =>
        {
            See(context, "the lookup of the app");
            return Results.Json(new Dictionary<string, string> { ["url"] = Address });
        });
    }

    public string Address => _host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<RemoteApp> StartAsync(Tally tally)
    {
        RemoteApp app = new(tally);
        await app._host.StartAsync();
        return app;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task EchoAsync(HttpContext context)
    {
        string user = Signed(context);
        if (Random.Shared.Next(10) == 0)
        {
            await Task.Delay(Random.Shared.Next(20), context.RequestAborted);
        }

        await (Random.Shared.Next(100) switch
        {
            < 4 => RefuseAsync(context, 401, "{}"),
            < 7 => RefuseAsync(context, 403, "Invalid Token"),
            < 12 => RefuseAsync(context, 503, ""),
            _ => context.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["user"] = user }, context.RequestAborted),
        });
    }

    // Goes on for longer than the request in which it was asked for.
    private async Task LinesAsync(HttpContext context)
    {
        string user = Signed(context);
        context.Response.ContentType = "application/jsonl";
        for (int i = 0; i < 10; i++)
        {
            await context.Response.WriteAsync($$"""{"user":"{{user}}"}""" + "\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(2, context.RequestAborted);
        }
    }

    private string Signed(HttpContext context)
    {
        string user = context.Request.Query["user"].ToString();
        _tally.Signed(user, context.Request.Headers.Authorization.ToString());
        return user;
    }

    private async Task TokenAsync(HttpContext context)
    {
        See(context, "the token endpoint");
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string token = form["subject_token"].ToString() is { Length: > 0 } jwt ? Users.TokenOf(Users.OfJwt(jwt)) : Users.OwnToken;
        await context.Response.WriteAsJsonAsync(new Dictionary<string, object> { ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = 3600 }, context.RequestAborted);
    }

    private void See(HttpContext context, string place)
    {
        if (Users.IsIn(context.Request.Headers.Authorization.ToString()))
        {
            _tally.AtWorkspace($"{place} was shown {context.Request.Headers.Authorization}");
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = text.StartsWith('{') ? "application/json" : "text/plain";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
