using System.ComponentModel;
using DatabricksApps.Auth;
using DatabricksApps.Http;
using DatabricksApps.Signing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DatabricksApps.Generated;

/// <summary>Builds the pipelines that sign and unpack, above a handler that follows no redirects.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AppPipeline
{
    private static readonly TimeSpan s_connectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Makes a connection that owns its pipeline.</summary>
    /// <param name="options">The app and the token.</param>
    /// <param name="scopes">The scopes that the generated client asks for.</param>
    /// <exception cref="ArgumentException">The options are not complete or not valid.</exception>
    public static AppConnection Connect(DatabricksAppOptions options, params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        AppLocation location = TokenSources.OfProcess.LocationFor(options, scopes);
        DatabricksAppHandler signing = new(options, scopes, TokenSources.OfProcess, location)
        {
            UnpacksAnswers = true,
            InnerHandler = CreatePrimaryHandler(),
        };
        return new AppConnection(signing, options, location);
    }

    /// <summary>Registers a client with <see cref="IHttpClientFactory"/>.</summary>
    /// <param name="services">Where to register it.</param>
    /// <param name="name">The name of the HTTP client and of its options.</param>
    /// <param name="create">What makes a client of a connection.</param>
    /// <param name="configure">What sets the options.</param>
    /// <param name="scopes">The scopes that the generated client asks for.</param>
    public static IHttpClientBuilder AddClient<TClient>(
        IServiceCollection services, string name, Func<AppConnection, TClient> create,
        Action<DatabricksAppOptions>? configure, params string[] scopes)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<DatabricksAppOptions>(name).Configure(options => configure?.Invoke(options)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabricksAppOptions>>(new OptionsValidator(name));
        services.TryAddSingleton(provider => new TokenSources(
            WorkspaceHttp.Shared,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("DatabricksApps.Auth")));
        services.AddSingleton(provider => new AppProbe<TClient>(
            () => ConnectionOf(provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(name), name, scopes)));

        // Beneath all handlers of the user, so that they see answers unpacked.
        services.PostConfigure<HttpClientFactoryOptions>(name, options => options.HttpMessageHandlerBuilderActions.Add(
            builder => builder.AdditionalHandlers.Add(new CompressionHandler())));
        return services.AddHttpClient(name)
            .ConfigureHttpClient((provider, client) => Configure(client, OptionsOf(provider, name)))
            .ConfigurePrimaryHttpMessageHandler(CreatePrimaryHandler)
            .AddHttpMessageHandler(provider => new DatabricksAppHandler(
                OptionsOf(provider, name), scopes, SourcesOf(provider), SourcesOf(provider).LocationFor(name, OptionsOf(provider, name), scopes)))
            .RedactLoggedHeaders(LoggedHeaders.IsSecret)
            .AddTypedClient((client, provider) => create(ConnectionOf(provider, client, name, scopes)));
    }

    private static AppConnection ConnectionOf(IServiceProvider provider, HttpClient client, string name, string[] scopes) =>
        new(client, OptionsOf(provider, name), SourcesOf(provider).LocationOf(name, OptionsOf(provider, name), scopes));

    private static TokenSources SourcesOf(IServiceProvider provider) => provider.GetRequiredService<TokenSources>();

    private static DatabricksAppOptions OptionsOf(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<DatabricksAppOptions>>().Get(name);

    private static void Configure(HttpClient client, DatabricksAppOptions options)
    {
        client.BaseAddress = options.BaseAddress;

        // The connection watches the time, so that a call can have more than its client, and the body counts too.
        client.Timeout = Timeout.InfiniteTimeSpan;
    }

    private static SocketsHttpHandler CreatePrimaryHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        Proxy = LoopbackProxy.OfMachine,
        PooledConnectionLifetime = s_connectionLifetime,
        PlaintextStreamFilter = EarlyAnswerStream.FilterAsync,
    };

    /// <summary>Checks the options of one client when they are first used, and at the start of a host.</summary>
    private sealed class OptionsValidator(string clientName) : IValidateOptions<DatabricksAppOptions>
    {
        public ValidateOptionsResult Validate(string? name, DatabricksAppOptions options)
        {
            if (name != clientName)
            {
                return ValidateOptionsResult.Skip;
            }

            try
            {
                options.Validate();
                return ValidateOptionsResult.Success;
            }
            catch (ArgumentException exception)
            {
                return ValidateOptionsResult.Fail(exception.Message);
            }
        }
    }
}
