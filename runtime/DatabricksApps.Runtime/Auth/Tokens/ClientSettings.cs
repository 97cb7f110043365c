namespace DatabricksApps.Auth;

/// <summary>
/// What one client is made with: its options and, read from them, the environment and a profile, who it is. Everything that
/// the client does with a workspace takes it from here: read twice, a host could be another than the one that the token is of,
/// since options are objects that change, and the environment and files are everybody's.
/// </summary>
internal sealed class ClientSettings
{
    private readonly Func<CredentialInputs> _read;
    private readonly FirstReading<CredentialInputs> _inputs;
    private readonly FirstReading<CredentialInputs> _ofUsers;

    /// <param name="options">The options.</param>
    /// <param name="scopes">The scopes of the generated client, for options that name none.</param>
    /// <param name="variable">Gets an environment variable.</param>
    public ClientSettings(DatabricksAppOptions options, IReadOnlyList<string> scopes, Func<string, string?> variable)
    {
        Options = options;
        Address = options.BaseAddress;
        App = options.AppName;
        Scopes = options.Scopes.Count > 0 ? [.. options.Scopes] : scopes;
        _read = () => CredentialInputs.Read(options, Scopes, variable);
        _inputs = new(_read);
        _ofUsers = new(() => CredentialInputs.ReadForUsers(options, Scopes, variable));

        // What cannot be read now is told by the call that needs it, not by the client that is made.
        _ = TryInputs();
        _ = options.FederatedUserTokenProvider is null ? null : Try(_ofUsers.Get);
    }

    /// <summary>Gets the options.</summary>
    public DatabricksAppOptions Options { get; }

    /// <summary>Gets the address of the app; null: it is to be found.</summary>
    public Uri? Address { get; }

    /// <summary>Gets the name of the app; null: it is not known.</summary>
    public string? App { get; }

    /// <summary>Gets the scopes to ask for; empty: neither the options nor the generated client name any.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Gets who the program is.</summary>
    /// <exception cref="AppAuthenticationException">The profile cannot be read, or the values are not valid or contradict each other.</exception>
    public CredentialInputs Inputs() => _inputs.Get();

    /// <summary>Gets what decides who users are beside their tokens of another issuer.</summary>
    /// <inheritdoc cref="Inputs"/>
    public CredentialInputs InputsOfUsers() => _ofUsers.Get();

    /// <summary>Gets who the program is; null: that cannot be read.</summary>
    public CredentialInputs? TryInputs() => Try(_inputs.Get);

    /// <summary>Reads anew who the program is; null: that cannot be read.</summary>
    public CredentialInputs? TryReadAgain() => Try(_read);

    /// <summary>Tells whether both are of one app, for one who is known.</summary>
    public bool IsSame(ClientSettings other) =>
        Address == other.Address && App == other.App && TryInputs() is { } own && own.Key() == other.TryInputs()?.Key();

    private static CredentialInputs? Try(Func<CredentialInputs> read)
    {
        try
        {
            return read();
        }
        catch (AppAuthenticationException)
        {
            return null;
        }
    }
}
