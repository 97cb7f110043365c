using DatabricksApps;
using DatabricksApps.AspNetCore;
using DatabricksApps.Generated;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks of Databricks apps.</summary>
public static class AppHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that says whether the app of a client is reachable and takes its token. A failure's description says
    /// what happened, the likely cause and what to do next; it holds no token.
    /// </summary>
    /// <typeparam name="TClient">A generated client that <c>Add…Client</c> has registered.</typeparam>
    /// <param name="builder">The health checks.</param>
    /// <param name="path">
    /// What is asked for with GET, joined to the app's address: a cheap route that always answers. By default
    /// <c>/api/</c>, which few apps have: the app's own 404 shows as well that it is reached.
    /// </param>
    /// <param name="name">The check's name; by default the client's, <c>InventoryClient</c> or <c>InventoryClient:dev</c>.</param>
    /// <param name="failureStatus">What a failure counts as; by default <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to choose checks by.</param>
    /// <param name="timeout">The time for the check; by default that of the client's calls.</param>
    /// <param name="client">The name that the client is registered under, such as <c>dev</c>; null: it is registered without one.</param>
    /// <returns>The same builder, which can also watch what the app promises (<see cref="AppHealthChecksBuilder{TClient}.WithContract"/>).</returns>
    /// <remarks>
    /// No user asks for a check: a client that signs with the user's token (<c>WithUserToken</c>, or any other
    /// <see cref="DatabricksAppOptions.TokenProvider"/>) is checked with the program's own sign-in, which then needs CAN
    /// USE on the app.
    /// </remarks>
    public static AppHealthChecksBuilder<TClient> AddDatabricksApp<TClient>(
        this IHealthChecksBuilder builder,
        string path = "/api/",
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null,
        string? client = null)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(path);
        HealthCheckRegistration registration = new(
            name ?? (client is null ? typeof(TClient).Name : $"{typeof(TClient).Name}:{client}"),
            provider => new AppHealthCheck<TClient>(ProbeOf<TClient>(provider, client), path),
            failureStatus,
            tags,
            timeout);
        return new AppHealthChecksBuilder<TClient>(builder.Add(registration), registration, client);
    }

    internal static AppProbe<TClient> ProbeOf<TClient>(IServiceProvider provider, string? client)
        where TClient : class =>
        (client is null ? provider.GetService<AppProbe<TClient>>() : provider.GetKeyedService<AppProbe<TClient>>(client))
        ?? throw new InvalidOperationException(client is null
            ? $"{typeof(TClient).Name} is not registered. Call services.Add{typeof(TClient).Name}(…) before the health check is used."
            : $"{typeof(TClient).Name} is not registered under \"{client}\". Call services.Add{typeof(TClient).Name}(\"{client}\", …) before the health check is used.");
}
