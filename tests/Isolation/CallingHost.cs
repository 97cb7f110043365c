using System.Net;
using DatabricksApps.Isolation.EchoApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Isolation;

/// <summary>A program as in the README, which calls the app in the name of its users; over HTTP/1.1 and HTTP/2.</summary>
internal sealed class CallingHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CallingHost(WebApplication app, Uri[] addresses)
    {
        _app = app;
        Addresses = addresses;
    }

    /// <summary>Gets the addresses for HTTP/1.1 and HTTP/2.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<CallingHost> StartAsync(string workspace, RequestDelegate handle)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        List<ListenOptions> listening = [];
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            foreach (HttpProtocols protocol in (HttpProtocols[])[HttpProtocols.Http1, HttpProtocols.Http2])
            {
                kestrel.Listen(IPAddress.Loopback, 0, options =>
                {
                    options.Protocols = protocol;
                    listening.Add(options);
                });
            }
        });
        builder.Services.AddEchoClient(options => Configure(options, workspace)).WithUserToken()
            .AddStandardResilienceHandler(resilience =>
            {
                resilience.Retry.Delay = TimeSpan.FromMilliseconds(1);
                resilience.CircuitBreaker.FailureRatio = 1;
            });
        WebApplication app = builder.Build();
        app.Run(handle);
        await app.StartAsync();
        return new CallingHost(app, [.. listening.Select(options => new Uri($"http://{options.IPEndPoint}"))]);
    }

    /// <summary>Says where the app is, and who the program itself is: what the environment of a Databricks app holds.</summary>
    public static DatabricksAppOptions Configure(DatabricksAppOptions options, string workspace)
    {
        options.AppName = "inventory";
        options.Host = workspace;
        options.ClientId = "the-program";
        options.ClientSecret = "the-secret-of-the-program";
        return options;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
