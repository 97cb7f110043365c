using DatabricksApps;
using DatabricksApps.Http;
using DatabricksApps.Resilience;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds retries to clients of apps.</summary>
public static class AppResilienceExtensions
{
    private const string Name = "DatabricksApps";

    /// <summary>
    /// Sends a request of the client again where that can do no harm: GET, HEAD, OPTIONS, TRACE, PUT and DELETE (RFC 9110, 9.2.2), and
    /// others with an <c>Idempotency-Key</c>, after 408, 429, 500, 502, 503, 504 or a connection that broke; any request after a
    /// connection that never came about. Never what cannot be sent twice, such as an upload from a stream that cannot go back, and never
    /// after any other answer. Each try is signed anew. A stream that has begun is neither cut nor repeated.
    /// </summary>
    /// <param name="builder">The registration of the client, as <c>AddInventoryClient()</c> returns it.</param>
    /// <param name="configure">Sets how often, and after how long.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The client has it already: tries would be multiplied.</exception>
    public static IHttpClientBuilder AddAppResilience(this IHttpClientBuilder builder, Action<AppResilienceOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        AppResilienceOptions options = new();
        configure?.Invoke(options);
        options.Validate();
        Added added = new(builder.Name);
        if (builder.Services.Any(service => service.ImplementationInstance is Added other && added.Meets(other)))
        {
            throw new InvalidOperationException($"AddAppResilience was called twice for the client {builder.Name ?? "(all)"}, so that its tries would be multiplied. Call it once: for a client, or for all (ConfigureHttpClientDefaults).");
        }

        builder.Services.AddSingleton(added);
        builder.AddHttpMessageHandler(() => new FirstState.Handler());
        builder.AddResilienceHandler(Name, (pipeline, context) =>
        {
            TimeProvider time = context.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System;
            pipeline.TimeProvider = time;
            pipeline.AddRetry(RetryOf(options, time));
        });
        return builder;
    }

    private static HttpRetryStrategyOptions RetryOf(AppResilienceOptions options, TimeProvider time) => new()
    {
        MaxRetryAttempts = options.MaxRetries,
        Delay = options.Delay,
        MaxDelay = options.MaxDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldRetryAfterHeader = false,
        ShouldHandle = attempt => ValueTask.FromResult(attempt.Context.GetRequestMessage() is { } request && attempt.Outcome switch
        {
            { Exception: { } exception } => Repetition.MayFollow(request, exception),
            { Result: { } response } => Repetition.MayFollow(request, response, options.MaxDelay, time.GetUtcNow()),
            _ => false,
        }),
        DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result is { } response ? RetryAfter.Of(response.Headers, time.GetUtcNow()) : null),
    };

    // Without a name it is for all clients.
    private sealed record Added(string? Client)
    {
        public bool Meets(Added other) => Client is null || other.Client is null || Client == other.Client;
    }
}
