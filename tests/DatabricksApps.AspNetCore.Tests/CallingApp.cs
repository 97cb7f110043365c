using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.AspNetCore.Tests;

/// <summary>A program on a real Kestrel that calls another app in the name of its users.</summary>
internal sealed class CallingApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _browser;
    private readonly Version _version;

    private CallingApp(WebApplication app, Version version)
    {
        _app = app;
        _browser = new HttpClient
        {
            BaseAddress = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        };
        _version = version;
    }

    public IServiceProvider Services => _app.Services;

    public static async Task<CallingApp> StartAsync(
        HttpMessageHandler remote, RequestDelegate handle, Version? version = null, Action<IServiceCollection>? services = null,
        Action<WebApplication>? pipeline = null)
    {
        version ??= HttpVersion.Version11;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, listen => listen.Protocols = version.Major == 2 ? HttpProtocols.Http2 : HttpProtocols.Http1));
        services?.Invoke(builder.Services);
        RemoteClient.Add(builder.Services, remote).WithUserToken();
        WebApplication app = builder.Build();
        pipeline?.Invoke(app);
        app.Run(handle);
        await app.StartAsync();
        return new CallingApp(app, version);
    }

    /// <summary>Sends a request of a user; null: one without a token.</summary>
    public async Task<string> GetAsync(string? user, string path = "/")
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path) { Version = _version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        if (user is not null)
        {
            request.Headers.Add("X-Forwarded-Access-Token", $"token-of-{user}");
        }

        using HttpResponseMessage response = await _browser.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
    }
}
