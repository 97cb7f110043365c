using System.ComponentModel;
using DatabricksApps.Auth;
using DatabricksApps.Errors;
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
    public static AppConnection Connect(DatabricksAppOptions options, params string[] scopes) => Connect(options, apiKeys: null, scopes);

    /// <inheritdoc cref="Connect(DatabricksAppOptions, string[])"/>
    /// <param name="options">The app and the token.</param>
    /// <param name="apiKeys">The names of the document's API keys; null: any name is taken.</param>
    /// <param name="scopes">The scopes that the generated client asks for.</param>
    public static AppConnection Connect(DatabricksAppOptions options, IReadOnlyList<string>? apiKeys, params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        options.CheckApiKeys(apiKeys);
        ClientSettings client = TokenSources.OfProcess.Read(options, scopes);
        AppLocation location = TokenSources.OfProcess.LocationFor(client);
        DatabricksAppHandler signing = new(TokenSources.OfProcess, client, location)
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
    /// <exception cref="InvalidOperationException">The client is registered already.</exception>
    public static IHttpClientBuilder AddClient<TClient>(
        IServiceCollection services, string name, Func<AppConnection, TClient> create,
        Action<DatabricksAppOptions>? configure, params string[] scopes)
        where TClient : class => AddClient(services, name, create, configure, apiKeys: null, scopes);

    /// <inheritdoc cref="AddClient{TClient}(IServiceCollection, string, Func{AppConnection, TClient}, Action{DatabricksAppOptions}?, string[])"/>
    /// <param name="services">Where to register it.</param>
    /// <param name="name">The name of the HTTP client and of its options.</param>
    /// <param name="create">What makes a client of a connection.</param>
    /// <param name="configure">What sets the options.</param>
    /// <param name="apiKeys">The names of the document's API keys; null: any name is taken.</param>
    /// <param name="scopes">The scopes that the generated client asks for.</param>
    public static IHttpClientBuilder AddClient<TClient>(
        IServiceCollection services, string name, Func<AppConnection, TClient> create,
        Action<DatabricksAppOptions>? configure, IReadOnlyList<string>? apiKeys, params string[] scopes)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        CheckNotRegistered<TClient>(services, name);
        services.AddOptions<DatabricksAppOptions>(name).Configure(options => configure?.Invoke(options)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabricksAppOptions>>(new OptionsValidator(name, apiKeys));
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
            .ConfigureHttpClient((provider, client) => Configure(client, ForConnection(provider, name, scopes)))
            .ConfigurePrimaryHttpMessageHandler(CreatePrimaryHandler)
            .AddHttpMessageHandler(provider => HandlerOf(provider, name, scopes))
            .RedactLoggedHeaders(LoggedHeaders.IsSecret)
            .AddTypedClient((client, provider) => create(ConnectionOf(provider, client, name, scopes)));
    }

    // Both would be one client, with the options and handlers of both: one app's secret for the other, one user for both.
    private static void CheckNotRegistered<TClient>(IServiceCollection services, string name)
    {
        if (services.Any(service => service.ImplementationInstance is OptionsValidator known && known.Name == name))
        {
            string client = typeof(TClient).Name;
            throw new InvalidOperationException(FailureText.Of(
                $"{client} is registered already, and a second registration would be the same client with the options of both",
                null,
                $"to change the options of the one, services.Configure<DatabricksAppOptions>(\"{name}\", …); " +
                $"for another client, which signs otherwise or calls another app, make it with {client}.Create and register that."));
        }
    }

    private static DatabricksAppHandler HandlerOf(IServiceProvider provider, string name, string[] scopes)
    {
        RegisteredClient registered = SourcesOf(provider).ForHandler(name, OptionsOf(provider, name), scopes);
        return new(SourcesOf(provider), registered.Settings, registered.Location);
    }

    private static AppConnection ConnectionOf(IServiceProvider provider, HttpClient client, string name, string[] scopes)
    {
        RegisteredClient registered = ForConnection(provider, name, scopes);
        return new(client, registered.Settings.Options, registered.Location);
    }

    private static RegisteredClient ForConnection(IServiceProvider provider, string name, string[] scopes) =>
        SourcesOf(provider).ForConnection(name, OptionsOf(provider, name), scopes);

    private static TokenSources SourcesOf(IServiceProvider provider) => provider.GetRequiredService<TokenSources>();

    private static DatabricksAppOptions OptionsOf(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<DatabricksAppOptions>>().Get(name);

    private static void Configure(HttpClient client, RegisteredClient registered)
    {
        client.BaseAddress = registered.Settings.Address;

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
    private sealed class OptionsValidator(string clientName, IReadOnlyList<string>? apiKeys) : IValidateOptions<DatabricksAppOptions>
    {
        public string Name => clientName;

        public ValidateOptionsResult Validate(string? name, DatabricksAppOptions options)
        {
            if (name != Name)
            {
                return ValidateOptionsResult.Skip;
            }

            try
            {
                options.Validate();
                options.CheckApiKeys(apiKeys);
                return ValidateOptionsResult.Success;
            }
            catch (ArgumentException exception)
            {
                return ValidateOptionsResult.Fail(exception.Message);
            }
        }
    }
}
