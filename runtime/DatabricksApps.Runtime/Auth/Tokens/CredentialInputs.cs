namespace DatabricksApps.Auth;

/// <summary>
/// Everything that decides who signs in, as it is when a client is made. The methods get nothing else, and the key is made
/// of all of it: what is not here cannot lead to another identity, and what is here cannot be missing from the key.
/// </summary>
internal sealed class CredentialInputs
{
    // What methods read of the environment beside the attributes; another one is refused, so that none is forgotten here.
    private static readonly string[] s_variables =
    [
        .. CliEnvironment.Variables, EnvironmentOidcMethod.DefaultVariable, .. AzureDevOpsOidcMethod.Variables,
    ];

    private readonly Dictionary<string, string?> _variables;
    private CredentialKey? _key;

    private CredentialInputs(AuthSettings settings)
    {
        Settings = settings;
        _variables = new(StringComparer.Ordinal);
        foreach (string name in s_variables)
        {
            _variables[name] = PathVariables.Full(name, settings.Variable(name));
        }

        // A token, whatever its name looks like.
        if (settings[AuthAttribute.OidcTokenVariable] is { } variable)
        {
            _variables[variable] = settings.Variable(variable);
        }
    }

    private CredentialInputs(CredentialInputs other)
    {
        Settings = other.Settings;
        _variables = other._variables;
    }

    public AuthSettings Settings { get; }

    /// <summary>Gets the folder in which sign-ins in the browser are kept; null: they are not.</summary>
    public string? TokenFolder { get; private init; }

    public Func<Uri, CancellationToken, ValueTask>? OpenBrowser { get; private init; }

    public Func<CancellationToken, ValueTask<string>>? FederatedTokenProvider { get; private init; }

    /// <summary>Reads what decides who the program is.</summary>
    /// <param name="options">The options of a client.</param>
    /// <param name="scopes">The scopes to ask for.</param>
    /// <param name="variable">Gets an environment variable.</param>
    /// <exception cref="AppAuthenticationException">The profile cannot be read, or the values are not valid or contradict each other.</exception>
    public static CredentialInputs Read(DatabricksAppOptions options, IEnumerable<string> scopes, Func<string, string?> variable) =>
        new(AuthSettings.Read(options, scopes, variable))
        {
            TokenFolder = FolderOf(options),
            OpenBrowser = options.OpenBrowser,
            FederatedTokenProvider = options.FederatedTokenProvider,
        };

    /// <summary>Reads what decides who users are beside their tokens of another issuer.</summary>
    /// <inheritdoc cref="Read"/>
    public static CredentialInputs ReadForUsers(DatabricksAppOptions options, IEnumerable<string> scopes, Func<string, string?> variable) =>
        new(AuthSettings.ReadForUsers(options, scopes, variable));

    /// <summary>Gets what decides who one user is.</summary>
    public CredentialInputs Of(string userToken) => new(this) { FederatedTokenProvider = _ => new(userToken) };

    /// <summary>Gets an environment variable, as it was when the client was made.</summary>
    public string? Variable(string name) => _variables.TryGetValue(name, out string? value)
        ? value
        : throw new InvalidOperationException($"{name} is read by a method and is no part of the credential's key.");

    /// <summary>Gets what tells this credential from all others.</summary>
    public CredentialKey Key() => _key ??= new CredentialKey(IdentityHash.Of(Texts()), OpenBrowser, FederatedTokenProvider);

    /// <summary>Gets what tells one of the users from all others; of the token only the hash is kept.</summary>
    public CredentialKey KeyOf(string userToken) => new(IdentityHash.Of([Key().Hash, userToken]));

    /// <summary>Tells whether both are of one service principal that signs in alike, whatever its secret.</summary>
    public bool IsOfSameClient(CredentialInputs other) =>
        Settings[AuthAttribute.ClientSecret] is not null
        && other.Settings[AuthAttribute.ClientSecret] is not null
        && Texts(AuthAttribute.ClientSecret).SequenceEqual(other.Texts(AuthAttribute.ClientSecret))
        && OpenBrowser == other.OpenBrowser
        && FederatedTokenProvider == other.FederatedTokenProvider;

    private IEnumerable<string?> Texts(AuthAttribute? but = null) =>
    [
        .. AuthAttribute.All.Where(a => a != but).Select(a => Settings[a]),
        string.Join(' ', Settings.Scopes),
        .. _variables.Keys.Order(StringComparer.Ordinal).SelectMany(name => new[] { name, _variables[name] }),
        TokenFolder,

        // Whether a failure may lead to the next method, and so to somebody else.
        .. CredentialMethods.Default.Select(m => m.IsChosen(Settings) ? "chosen" : null),
    ];

    // One folder is one person's. A program that opens the page for others must say where each of them is kept.
    private static string? FolderOf(DatabricksAppOptions options) => options.TokenFolder switch
    {
        null => options.OpenBrowser is null ? TokenFile.DefaultFolder() : null,
        "" => null,
        { } folder => Path.GetFullPath(folder),
    };
}
