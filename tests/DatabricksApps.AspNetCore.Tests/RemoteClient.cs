using DatabricksApps.Generated;
using Microsoft.Extensions.DependencyInjection;

namespace DatabricksApps.AspNetCore.Tests;

/// <summary>A client as it is generated, with one operation.</summary>
internal sealed class RemoteClient(AppConnection connection) : IDisposable
{
    public Task CallAsync(string path = "/api/items", CancellationToken cancellationToken = default)
    {
        AppRequest request = new(HttpMethod.Get, path);
        return connection.SendAsync(request, null, cancellationToken);
    }

    // As a generated client: a container disposes it at the end of the request in which it was asked for.
    public void Dispose() => connection.Dispose();

    public static IHttpClientBuilder Add(
        IServiceCollection services, HttpMessageHandler app, Action<DatabricksAppOptions>? configure = null, string? name = null)
    {
        void Configure(DatabricksAppOptions options)
        {
            options.BaseAddress = new Uri(RemoteApp.Address);
            configure?.Invoke(options);
        }

        IHttpClientBuilder builder = name is null
            ? AppPipeline.AddClient(services, nameof(RemoteClient), Create, Configure)
            : AppPipeline.AddKeyedClient(services, nameof(RemoteClient), name, Create, Configure, apiKeys: null);
        return builder.ConfigurePrimaryHttpMessageHandler(() => app);
    }

    private static RemoteClient Create(AppConnection connection) => new(connection);
}
