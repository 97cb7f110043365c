using System.Collections.Concurrent;
using System.Net;
using LocalWorkspace.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace LocalWorkspace.Apps;

/// <summary>The apps of the workspace; each has a front door that listens on a port of its own.</summary>
internal sealed class AppRegistry(WorkspaceOptions options, AccessTokens tokens) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, WorkspaceApp> _apps = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<WebApplication> _hosts = [];

    // The proxy must pass on what the app says, redirects and cookies too.
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
    });

    public WorkspaceApp? Find(string name) => _apps.GetValueOrDefault(name) is { IsDeployed: true } app ? app : null;

    public async Task<WorkspaceApp> AddAsync(string name, Uri address, int port, Uri workspace, CancellationToken cancellationToken)
    {
        WorkspaceApp app = new(name, address);
        if (!_apps.TryAdd(name, app))
        {
            throw new ArgumentException($"The workspace has an app {name} already.", nameof(name));
        }

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Services.AddHttpForwarder();

        WebApplication host = builder.Build();
        _hosts.Add(host);
        app.Answers = new FrontDoorAnswers(app, workspace);
        FrontDoor door = new(
            app, tokens, host.Services.GetRequiredService<IHttpForwarder>(), _client, options.WorkspaceId);
        host.Run(door.HandleAsync);
        await host.StartAsync(cancellationToken);
        app.Url = new Uri(host.Urls.First());
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (WebApplication host in _hosts)
        {
            await host.DisposeAsync();
        }

        _client.Dispose();
    }
}
