using System.Runtime.Versioning;
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

public static partial class AppPipeline
{
    /// <summary>Registers a client with <see cref="IHttpClientFactory"/>.</summary>
    /// <param name="services">Where to register it.</param>
    /// <param name="name">The name of the HTTP client and of its options.</param>
    /// <param name="create">What makes a client of a connection.</param>
    /// <param name="configure">What sets the options.</param>
    /// <param name="scopes">The scopes that the generated client asks for.</param>
    /// <exception cref="InvalidOperationException">The client is registered already.</exception>
    /// <exception cref="PlatformNotSupportedException">The program runs in a browser.</exception>
    [UnsupportedOSPlatform("browser")]
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
    [UnsupportedOSPlatform("browser")]
    public static IHttpClientBuilder AddClient<TClient>(
        IServiceCollection services, string name, Func<AppConnection, TClient> create,
        Action<DatabricksAppOptions>? configure, IReadOnlyList<string>? apiKeys, params string[] scopes)
        where TClient : class
    {
        IHttpClientBuilder builder = Add<TClient>(services, name, key: null, configure, apiKeys, scopes);
        services.AddSingleton(provider => ProbeOf<TClient>(provider, name, scopes));
        return builder.AddTypedClient((client, provider) => create(ConnectionOf(provider, client, name, scopes)));
    }

    /// <summary>Registers a further client of the same type under a key, for another app or another sign-in.</summary>
    /// <param name="services">Where to register it.</param>
    /// <param name="name">The name of the HTTP client and of its options without a key; with one it is <c>name:key</c>.</param>
    /// <param name="key">The key, by which the client is resolved.</param>
    /// <param name="create">What makes a client of a connection.</param>
    /// <param name="configure">What sets the options.</param>
    /// <param name="apiKeys">The names of the document's API keys; null: any name is taken.</param>
    /// <param name="scopes">The scopes that the generated client asks for.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    /// <exception cref="InvalidOperationException">A client is registered under the key already.</exception>
    /// <exception cref="PlatformNotSupportedException">The program runs in a browser.</exception>
    [UnsupportedOSPlatform("browser")]
    public static IHttpClientBuilder AddKeyedClient<TClient>(
        IServiceCollection services, string name, string key, Func<AppConnection, TClient> create,
        Action<DatabricksAppOptions>? configure, IReadOnlyList<string>? apiKeys, params string[] scopes)
        where TClient : class
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        string full = $"{name}:{key}";
        IHttpClientBuilder builder = Add<TClient>(services, full, key, configure, apiKeys, scopes);
        services.AddKeyedSingleton(key, (provider, _) => ProbeOf<TClient>(provider, full, scopes));
        services.AddKeyedTransient(key, (provider, _) => create(ConnectionOf(provider, ClientOf(provider, full), full, scopes)));
        return builder;
    }

    private static IHttpClientBuilder Add<TClient>(
        IServiceCollection services, string name, string? key, Action<DatabricksAppOptions>? configure, IReadOnlyList<string>? apiKeys, string[] scopes)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        CheckPlatform();
        CheckNotRegistered<TClient>(services, name, key);
        services.AddOptions<DatabricksAppOptions>(name).Configure(options => configure?.Invoke(options)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabricksAppOptions>>(new OptionsValidator(name, apiKeys));
        services.TryAddSingleton(provider => new TokenSources(
            WorkspaceHttp.Shared,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("DatabricksApps.Auth")));

        // After everything that the user says of the handlers.
        services.PostConfigure<HttpClientFactoryOptions>(name, options =>
        {
            Func<string, bool> redacts = options.ShouldRedactHeaderValue;
            options.ShouldRedactHeaderValue = header => LoggedHeaders.IsSecret(header) || redacts(header);
            options.HttpMessageHandlerBuilderActions.Add(builder => SignBeneath(builder, name, scopes));
        });
        return services.AddHttpClient(name)
            .ConfigureHttpClient((provider, client) => Configure(client, ForConnection(provider, name, scopes)))
            .ConfigurePrimaryHttpMessageHandler(CreatePrimaryHandler);
    }

    // Both would be one client, with the options and handlers of both: one app's secret for the other, one user for both.
    private static void CheckNotRegistered<TClient>(IServiceCollection services, string name, string? key)
    {
        if (services.Any(service => service.ImplementationInstance is OptionsValidator known && known.Name == name))
        {
            string client = typeof(TClient).Name;
            throw new InvalidOperationException(FailureText.Of(
                $"{client} is registered already{(key is null ? "" : $" under \"{key}\"")}, and a second registration would be the same client with the options of both",
                null,
                $"to change the options of the one, services.Configure<DatabricksAppOptions>(\"{name}\", …); " +
                $"for another client, which signs otherwise or calls another app, register it under a name of its own, " +
                $"services.Add{client}(\"NAME\", …), and ask for it by that name: [FromKeyedServices(\"NAME\")] {client}."));
        }
    }

    // Beneath all handlers, those of the user and of the log, around the one that sends: they see requests without the
    // token, which another address that they send to does not get, and answers unpacked.
    private static void SignBeneath(HttpMessageHandlerBuilder builder, string name, string[] scopes)
    {
        RegisteredClient registered = SourcesOf(builder.Services).ForHandler(name, OptionsOf(builder.Services, name), scopes);
        if (builder.AdditionalHandlers.Count > 0)
        {
            DiscoveredAddress.Watch(builder.AdditionalHandlers);
            builder.AdditionalHandlers.Insert(0, new CallKeeper());
        }

        builder.PrimaryHandler = new DatabricksAppHandler(SourcesOf(builder.Services), registered.Settings, registered.Location)
        {
            UnpacksAnswers = true,
            Above = builder.AdditionalHandlers,
            InnerHandler = builder.PrimaryHandler,
        };
    }

    private static AppProbe<TClient> ProbeOf<TClient>(IServiceProvider provider, string name, string[] scopes)
        where TClient : class => new(() => ConnectionOf(provider, ClientOf(provider, name), name, scopes));

    private static HttpClient ClientOf(IServiceProvider provider, string name) => provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);

    private static AppConnection ConnectionOf(IServiceProvider provider, HttpClient client, string name, string[] scopes)
    {
        RegisteredClient registered = ForConnection(provider, name, scopes);
        return new(client, registered.Settings.Options, registered.Location, SourcesOf(provider).SignInOf(registered.Settings));
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
                options.Validate(mayBeDiscovered: true);
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
