using DatabricksApps;
using DatabricksApps.AspNetCore.Contracts;
using DatabricksApps.Generated;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The health checks of a program, after one of an app was added (<see cref="AppHealthChecksBuilderExtensions.AddDatabricksApp{TClient}"/>).</summary>
/// <typeparam name="TClient">The client of the app.</typeparam>
public sealed class AppHealthChecksBuilder<TClient> : IHealthChecksBuilder
    where TClient : class
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private readonly IHealthChecksBuilder _all;
    private readonly HealthCheckRegistration _app;
    private readonly string? _client;

    internal AppHealthChecksBuilder(IHealthChecksBuilder all, HealthCheckRegistration app, string? client)
    {
        _all = all;
        _app = app;
        _client = client;
    }

    /// <inheritdoc/>
    public IServiceCollection Services => _all.Services;

    /// <inheritdoc/>
    public IHealthChecksBuilder Add(HealthCheckRegistration registration) => _all.Add(registration);

    /// <summary>
    /// Adds a check that says whether the app still promises what this program uses of it: at the start, and then at most once an
    /// hour, the document that the app serves is compared with what the program was built for. If something that the program uses
    /// is less than it was, the check is <see cref="HealthStatus.Degraded"/>, with the sentence that the build would say; in
    /// every other case it is <see cref="HealthStatus.Healthy"/>, also if the document is not served.
    /// </summary>
    /// <param name="path">
    /// Where the app serves its document, as JSON, joined to the app's address. By default FastAPI's <c>/api/openapi.json</c>,
    /// then <c>/openapi.json</c>; Databricks Apps takes tokens below <c>/api/</c> alone.
    /// </param>
    /// <param name="every">How often the app is asked at most, when the check is asked for; by default once an hour.</param>
    /// <param name="file">
    /// The file in which the build has written what is used, from the program's folder on. By default it is looked for there by
    /// the name of the client's assembly.
    /// </param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// The check has the name of the app's own, and <c>contract</c> behind it, and the same tags and time. It says in its data
    /// <c>contract</c> (<c>same</c>, <c>changed</c>, <c>weaker</c> or <c>unknown</c>), what is less (<c>differences</c>), how many
    /// parts of the document it could not judge (<c>notCompared</c>) and why nothing is known (<c>reason</c>). The app is asked
    /// with the program's own sign-in, over the client's own pipeline.
    /// </remarks>
    public AppHealthChecksBuilder<TClient> WithContract(string? path = null, TimeSpan? every = null, string? file = null)
    {
        if (path is not null)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(every ?? s_hour, TimeSpan.Zero);
        object key = new();
        Services.AddKeyedSingleton(key, (provider, _) => Watch(provider, path, every ?? s_hour, file));
        Services.AddSingleton(provider => provider.GetRequiredKeyedService<ContractWatch>(key));
        Services.AddHostedService<ContractStart>();
        _all.Add(new HealthCheckRegistration(
            $"{_app.Name} contract",
            provider => new ContractHealthCheck(provider.GetRequiredKeyedService<ContractWatch>(key)),
            HealthStatus.Degraded,
            _app.Tags,
            _app.Timeout));
        return this;
    }

    private ContractWatch Watch(IServiceProvider provider, string? path, TimeSpan every, string? file)
    {
        TimeProvider time = provider.GetService<TimeProvider>() ?? TimeProvider.System;

        // A client that is not registered is told by the check of the app.
        DocumentSource source = new(
            (from, options, cancellationToken) => AppHealthChecksBuilderExtensions.ProbeOf<TClient>(provider, _client).OpenAsync(from, options, cancellationToken),
            path,
            time);
        return new ContractWatch(
            () => ContractFile.Find(typeof(TClient), file), source, every, time, provider.GetRequiredService<ILoggerFactory>().CreateLogger("DatabricksApps.Contract"));
    }
}
