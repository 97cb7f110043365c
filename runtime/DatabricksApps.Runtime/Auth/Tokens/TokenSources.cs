using System.Collections.Concurrent;
using DatabricksApps.Errors;
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
    private readonly ConcurrentDictionary<string, (Uri? Address, string? App, CredentialKey? Key, AppLocation Location)> _locations = new(StringComparer.Ordinal);
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

    /// <summary>Gets the source that the options describe. Nothing is asked before a token is.</summary>
    /// <param name="options">The options of a client, as they are now.</param>
    /// <param name="scopes">The scopes of the generated client, for options that name none.</param>
    public ITokenSource For(DatabricksAppOptions options, IEnumerable<string> scopes)
    {
        if (options.TokenProvider is { } callback)
        {
            return new CallbackTokenSource(callback, nameof(options.TokenProvider));
        }

        if (options.Token is { } token)
        {
            return new FixedTokenSource(new AppToken(token));
        }

        if (options.FederatedUserTokenProvider is { } provider)
        {
            return ForUsers(options, scopes, provider);
        }

        return ForProgram(options, scopes);
    }

    /// <summary>Gets the source of the program's own sign-in, whatever <see cref="DatabricksAppOptions.TokenProvider"/> and <see cref="DatabricksAppOptions.Token"/> say.</summary>
    /// <inheritdoc cref="For"/>
    public ITokenSource ForProgram(DatabricksAppOptions options, IEnumerable<string> scopes)
    {
        try
        {
            return CacheOf(ReadInputs(options, scopes));
        }
        catch (AppAuthenticationException)
        {
            // Told by the call that needs them, not by the handler that is made for it.
            return new UnreadSettings(() => CacheOf(ReadInputs(options, scopes)));
        }
    }

    /// <summary>Finds the app of the options by its name.</summary>
    public AppLookup LookupFor(DatabricksAppOptions options, IEnumerable<string> scopes) => LookupFor(
        options, scopes, options is { Token: not null, TokenProvider: null, LookupTokenProvider: null } ? For(options, scopes) : AsProgram(options, scopes));

    /// <summary>Gets what the advice of errors can name.</summary>
    public CallAdvice AdviceFor(DatabricksAppOptions options, string[] scopes) =>
        CallAdvice.For(options, TryRead(options, scopes), options.Scopes.Count > 0 ? [.. options.Scopes] : scopes, _time);

    /// <summary>Gets where the app of the options is.</summary>
    public AppLocation LocationFor(DatabricksAppOptions options, IEnumerable<string> scopes)
    {
        if (options.AppName is null)
        {
            return new(options.BaseAddress, null);
        }

        // A token that was given finds the app if it has to; an error is no reason to show it to the workspace.
        AppLookup lookup = LookupFor(options, scopes);
        AppLookup inquiry = options.Token is null ? lookup : LookupFor(options, scopes, AsProgram(options, scopes));
        return new(options.BaseAddress, lookup, AsksThePerson(options, scopes) ? null : new AppInquiry(inquiry, _time));
    }

    /// <summary>Gets where the app of a registered client is, for a handler that is made; it is looked up once for all that say the same.</summary>
    public AppLocation LocationFor(string client, DatabricksAppOptions options, IEnumerable<string> scopes)
    {
        CredentialKey? key = KeyOf(options, scopes);
        return _locations.AddOrUpdate(
            client,
            _ => Made(),
            (_, known) => known.Address == options.BaseAddress && known.App == options.AppName && known.Key == key ? known : Made()).Location;

        (Uri?, string?, CredentialKey?, AppLocation) Made() => (options.BaseAddress, options.AppName, key, LocationFor(options, scopes));
    }

    /// <summary>
    /// Gets where the app of a registered client is, for a connection: as its handler has it, since what the handler does not
    /// take for the app's it does not sign.
    /// </summary>
    public AppLocation LocationOf(string client, DatabricksAppOptions options, IEnumerable<string> scopes) =>
        _locations.TryGetValue(client, out var known) ? known.Location : LocationFor(client, options, scopes);

    public void Dispose()
    {
        _caches.Dispose();
        _users.Dispose();
    }

    private AppLookup LookupFor(DatabricksAppOptions options, IEnumerable<string> scopes, ITokenSource tokens) =>
        new(options.AppName!, Captured(() => Read(options, scopes)), tokens, new WorkspaceClient(_client, _time), _logger);

    // Where the app is concerns all users of the client alike: it is asked as the program, never as the user who comes first.
    private ITokenSource AsProgram(DatabricksAppOptions options, IEnumerable<string> scopes) =>
        options.LookupTokenProvider is { } lookup ? new CallbackTokenSource(lookup, nameof(options.LookupTokenProvider))
        : options.SignsPerCall ? new LookupTokenSource(options.AppName!, ForProgram(options, scopes))
        : ForProgram(options, scopes);

    // Where somebody else signs the calls, no page opens in a browser for the text of an error.
    private bool AsksThePerson(DatabricksAppOptions options, IEnumerable<string> scopes) =>
        (options.Token is not null || options.SignsPerCall)
        && options.LookupTokenProvider is null
        && TryRead(options, [.. scopes])?[AuthAttribute.AuthType] == AuthTypes.Browser;

    // Options that are read anew can name another workspace, whose token is not for the app of the one before.
    private CredentialKey? KeyOf(DatabricksAppOptions options, IEnumerable<string> scopes)
    {
        try
        {
            return ReadInputs(options, scopes).Key();
        }
        catch (AppAuthenticationException)
        {
            return null;
        }
    }

    private CachedTokenSource CacheOf(CredentialInputs inputs) => _caches.Get(inputs.Key(), Create, inputs);

    private FederatedUserTokenSource ForUsers(
        DatabricksAppOptions options, IEnumerable<string> scopes, Func<CancellationToken, ValueTask<string>> provider)
    {
        Func<CredentialInputs> read = Captured(() => CredentialInputs.ReadForUsers(options, ScopesOf(options, scopes), _variable));
        return new(provider, userToken =>
        {
            CredentialInputs inputs = read();
            return _users.Get(inputs.KeyOf(userToken), state => Create(state.inputs.Of(state.userToken)), (inputs, userToken));
        });
    }

    // What a client was made with is what it stays with: read later, a host could be another than the one that the token is of,
    // since options are objects that change and the environment is everybody's. What cannot be read is told by the call.
    private static Func<T> Captured<T>(Func<T> read)
    {
        try
        {
            T value = read();
            return () => value;
        }
        catch (AppAuthenticationException)
        {
            return read;
        }
    }

    // Settings that cannot be read are told by the call that needs them, not by the handler that is made for it.
    private AuthSettings? TryRead(DatabricksAppOptions options, IEnumerable<string> scopes)
    {
        try
        {
            return Read(options, scopes);
        }
        catch (AppAuthenticationException)
        {
            return null;
        }
    }

    private AuthSettings Read(DatabricksAppOptions options, IEnumerable<string> scopes) =>
        AuthSettings.Read(options, ScopesOf(options, scopes), _variable);

    private CredentialInputs ReadInputs(DatabricksAppOptions options, IEnumerable<string> scopes) =>
        CredentialInputs.Read(options, ScopesOf(options, scopes), _variable);

    private static IEnumerable<string> ScopesOf(DatabricksAppOptions options, IEnumerable<string> scopes) =>
        options.Scopes.Count > 0 ? options.Scopes : scopes;

    private CachedTokenSource Create(CredentialInputs inputs)
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

        CredentialChain chain = inputs.FederatedTokenProvider is { } provider
            ? new(context, [new FederatedTokenMethod(provider)], [])
            : new(context, CredentialMethods.Default, CredentialMethods.OnRequest);
        return new CachedTokenSource(chain, _time, _logger);
    }
}
