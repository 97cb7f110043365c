using System.Collections.Concurrent;
using DatabricksApps.Errors;
using DatabricksApps.Signing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DatabricksApps.Auth;

/// <summary>
/// The token sources of a program: one cache for each credential and set of scopes, shared by all clients that sign in
/// alike. It lives as long as the program, while <see cref="IHttpClientFactory"/> makes its handlers anew every few minutes.
/// </summary>
internal sealed class TokenSources : IDisposable
{
    private const int KeptCredentials = 256;
    private const int KeptUsers = 2048;

    private readonly CredentialCaches _caches = new(KeptCredentials);
    private readonly CredentialCaches _users = new(KeptUsers);
    private readonly ConcurrentDictionary<string, RegisteredClient> _registered = new(StringComparer.Ordinal);
    private readonly Func<HttpClient> _client;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Func<string, string?> _variable;
    private readonly Func<double>? _random;

    /// <summary>Gets the sources of clients that are made without dependency injection.</summary>
    public static TokenSources OfProcess { get; } = new(WorkspaceHttp.Shared, TimeProvider.System, NullLogger.Instance);

    /// <summary>Initializes the sources.</summary>
    /// <param name="client">Gets the client for requests to the workspace: it follows no redirect.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    /// <param name="variable">Gets an environment variable; null: those of the process.</param>
    /// <param name="random">What spreads retries, a number from 0 to below 1; null: the machine's.</param>
    public TokenSources(
        Func<HttpClient> client, TimeProvider time, ILogger logger, Func<string, string?>? variable = null, Func<double>? random = null)
    {
        _random = random;
        _client = client;
        _time = time;
        _logger = logger;
        _variable = variable ?? Environment.GetEnvironmentVariable;
    }

    /// <summary>Reads what a client is made with.</summary>
    /// <param name="options">The options of the client, as they are now.</param>
    /// <param name="scopes">The scopes of the generated client, for options that name none.</param>
    public ClientSettings Read(DatabricksAppOptions options, IReadOnlyList<string> scopes) => new(options, scopes, _variable);

    /// <summary>Gets the source that the options describe. Nothing is asked before a token is.</summary>
    public ITokenSource For(ClientSettings client)
    {
        DatabricksAppOptions options = client.Options;
        return options.TokenProvider is { } callback ? new CallbackTokenSource(callback, nameof(options.TokenProvider))
            : options.Token is { } token ? new FixedTokenSource(new AppToken(token))
            : options.FederatedUserTokenProvider is { } provider ? ForUsers(client, provider)
            : ForProgram(client);
    }

    /// <summary>Gets the source of the program's own sign-in, whatever <see cref="DatabricksAppOptions.TokenProvider"/> and <see cref="DatabricksAppOptions.Token"/> say.</summary>
    public ITokenSource ForProgram(ClientSettings client) =>
        client.TryInputs() is not null ? Of(client) : new UnreadSettings(() => Of(client));

    /// <summary>Gets the sign-in that a call waits for apart from its own time; null: it is part of the call's.</summary>
    public SignInWait? SignInOf(ClientSettings client)
    {
        DatabricksAppOptions options = client.Options;
        TimeSpan? limit = options.SignInTimeout ?? (AsksAtBrowser(client) ? Timeout.InfiniteTimeSpan : null);
        return limit is null || options.Token is not null || options.SignsPerCall ? null : new(ForProgram(client), limit.Value);
    }

    /// <summary>Finds the app of the options by its name.</summary>
    public AppLookup LookupFor(ClientSettings client) => LookupFor(
        client, client.Options is { Token: not null, TokenProvider: null, LookupTokenProvider: null } ? For(client) : AsProgram(client));

    /// <summary>Gets what the advice of errors can name.</summary>
    public CallAdvice AdviceFor(ClientSettings client) =>
        CallAdvice.For(client.Options, client.TryInputs()?.Settings, client.Scopes, _time);

    /// <summary>Gets where the app of the options is.</summary>
    public AppLocation LocationFor(ClientSettings client)
    {
        DatabricksAppOptions options = client.Options;
        if (options.AppName is null)
        {
            return new(options.BaseAddress, null);
        }

        // A token that was given finds the app if it has to; an error is no reason to show it to the workspace.
        AppLookup lookup = LookupFor(client);
        AppLookup inquiry = options.Token is null ? lookup : LookupFor(client, AsProgram(client));
        return new(options.BaseAddress, lookup, AsksThePerson(client) ? null : new AppInquiry(inquiry, _time));
    }

    /// <summary>Gets what a registered client is made with, for a handler that is made: its app is looked up once for all that say the same.</summary>
    public RegisteredClient ForHandler(string name, DatabricksAppOptions options, IReadOnlyList<string> scopes)
    {
        ClientSettings client = Read(options, scopes);
        return _registered.AddOrUpdate(
            name,
            _ => new(client, LocationFor(client)),
            (_, known) => new(client, known.Settings.IsSame(client) ? known.Location : LocationFor(client)));
    }

    /// <summary>
    /// Gets what a registered client is made with, for a connection: as its handler has it. What the handler does not take
    /// for the app's it does not sign, and what is set since, such as the key of another app, is not for this one.
    /// </summary>
    public RegisteredClient ForConnection(string name, DatabricksAppOptions options, IReadOnlyList<string> scopes) =>
        _registered.TryGetValue(name, out RegisteredClient? known) ? known : ForHandler(name, options, scopes);

    public void Dispose()
    {
        _caches.Dispose();
        _users.Dispose();
    }

    private AppLookup LookupFor(ClientSettings client, ITokenSource tokens) =>
        new(client.App!, () => client.Inputs().Settings, tokens, new WorkspaceClient(_client, _time), _logger);

    // Where the app is concerns all users of the client alike: it is asked as the program, never as the user who comes first.
    private ITokenSource AsProgram(ClientSettings client) =>
        client.Options.LookupTokenProvider is { } lookup ? new CallbackTokenSource(lookup, nameof(DatabricksAppOptions.LookupTokenProvider))
        : client.Options.SignsPerCall ? new LookupTokenSource(client.App!, ForProgram(client))
        : ForProgram(client);

    // Where somebody else signs the calls, no page opens in a browser for the text of an error.
    private static bool AsksThePerson(ClientSettings client) =>
        (client.Options.Token is not null || client.Options.SignsPerCall)
        && client.Options.LookupTokenProvider is null
        && AsksAtBrowser(client);

    private static bool AsksAtBrowser(ClientSettings client) => client.TryInputs()?.Settings[AuthAttribute.AuthType] == AuthTypes.Browser;

    private RotatedTokenSource Of(ClientSettings client) => new(client.Inputs(), client.TryReadAgain, CacheOf);

    private CachedTokenSource CacheOf(CredentialInputs inputs) => _caches.Get(inputs.Key(), known => Cached(Create(known)), inputs);

    private FederatedUserTokenSource ForUsers(ClientSettings client, Func<CancellationToken, ValueTask<string>> provider) =>
        new(provider, userToken =>
        {
            CredentialInputs inputs = client.InputsOfUsers();
            return _users.Get(inputs.KeyOf(userToken), state => Cached(Create(state.inputs.Of(state.userToken))), (inputs, userToken));
        });

    private CachedTokenSource Cached(ITokenSource source) => new(source, _time, _logger);

    private CredentialChain Create(CredentialInputs inputs)
    {
        CredentialContext context = new()
        {
            Settings = inputs.Settings,
            HttpClient = _client,
            Variable = inputs.Variable,
            Time = _time,
            Logger = _logger,
            Random = _random,
            TokenFolder = inputs.TokenFolder,
            OpenBrowser = inputs.OpenBrowser,
        };
        SettingsAudit.Warn(inputs.Settings, inputs.Variable, _logger);
        if (inputs is { TokenFolder: null, OpenBrowser: null } && inputs.Settings[AuthAttribute.AuthType] == AuthTypes.Browser && TokenFile.DefaultFolder() is null)
        {
            _logger.SignInNotKept();
        }

        return inputs.FederatedTokenProvider is { } provider
            ? new(context, [new FederatedTokenMethod(provider)], [])
            : new(context, CredentialMethods.Default, CredentialMethods.OnRequest);
    }
}
