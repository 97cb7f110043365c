namespace DatabricksApps.Auth;

/// <summary>
/// Sees to it that a credential is one thing. The Databricks SDKs join options, environment and profile value by value, so
/// that one workspace's secret can go to another, or one person's profile serve another's host. Here what the code says
/// wins as a whole over what happens to lie around, and sources that contradict each other are refused and named.
/// </summary>
internal static class CredentialSources
{
    // What belongs to one workspace, beside its secrets.
    private static readonly AuthAttribute[] s_places =
    [
        AuthAttribute.Host, AuthAttribute.AccountId, AuthAttribute.WorkspaceId, AuthAttribute.DiscoveryUrl, AuthAttribute.TokenAudience, AuthAttribute.Cloud,
    ];

    private static readonly string[] s_credential =
    [
        .. NamesOf([.. s_places, .. AuthAttribute.All.Where(a => a.Group is not null)]), EnvironmentOidcMethod.DefaultVariable,
    ];

    // A job's tokens, which its system makes for whoever asks.
    private static readonly string[] s_ofJob =
    [
        .. NamesOf(AuthAttribute.GitHubRequestUrl, AuthAttribute.GitHubRequestToken), .. AzureDevOpsOidcMethod.Variables,
    ];

    /// <summary>Reads the settings.</summary>
    /// <param name="given">What was set in code.</param>
    /// <param name="variable">Gets an environment variable.</param>
    /// <exception cref="AppAuthenticationException">The profile cannot be read, or the values are not valid or contradict each other.</exception>
    public static AuthSettings Read(IReadOnlyCollection<KeyValuePair<AuthAttribute, string?>> given, Func<string, string?> variable)
    {
        AmbientVariables environment = new(variable);
        AuthSettings settings = Read();
        NamedWorkspace own = OwnOfEnvironment(settings, out string where);
        bool isWhole = IsProfileOfCodeWhole(settings);
        if (isWhole)
        {
            // As the Databricks CLI does: who names a profile means it, whatever the shell says, also where it holds no secret.
            string? method = settings.Said(AuthSource.Options, AuthAttribute.AuthType) ?? settings.Said(AuthSource.Profile, AuthAttribute.AuthType);
            Hide(s_credential.Where(name => !IsOfMethod(name, method) && !IsAskedFor(name)));
            Hide(NamesOf(AuthAttribute.AuthType));
            Hide(method is AuthTypes.GitHubActions or AuthTypes.AzureDevOps ? [] : s_ofJob);
        }
        else if (IsHostOfCodeContradictedByProfile(settings))
        {
            Hide(NamesOf(AuthAttribute.Profile));
        }

        // Behind a pair of the environment there may be one of a profile.
        while (IsAmbientPair(settings))
        {
            // The id is that of the secret beside it, not that of this sign-in.
            if (settings.SourceOf(AuthAttribute.ClientId) == AuthSource.Profile)
            {
                environment.HideOfProfile([AuthAttribute.ClientId, AuthAttribute.ClientSecret]);
                settings = Read();
            }
            else
            {
                Hide(NamesOf(AuthAttribute.ClientId, AuthAttribute.ClientSecret));
            }
        }

        SourceConflicts.CheckProfile(settings);
        if (!isWhole && own.Contradicts(NamedWorkspace.Of(settings)))
        {
            // The environment's host stays where the code has none: what contradicts it is what the code says beside it.
            SourceConflicts.CheckSecret(settings, environment, own, where);
            bool isHostOfEnvironment = settings.SourceOf(AuthAttribute.Host) == AuthSource.Environment;
            Hide(s_credential.Where(name => !(isHostOfEnvironment && name == AuthAttribute.Host.Variable) && !IsAskedFor(name)));
        }

        SettingsReader.Complete(settings);
        SourceConflicts.CheckPair(settings);
        SourceConflicts.CheckDiscovery(settings, environment);
        return settings;

        AuthSettings Read()
        {
            AuthSettings read = SettingsReader.Read(given, environment);
            read.Choose(ChosenMethod.Of(read));
            return read;
        }

        void Hide(IEnumerable<string> names)
        {
            if (environment.Hide([.. names]))
            {
                settings = Read();
            }
        }

        bool IsAskedFor(string name) =>
            name == settings[AuthAttribute.OidcTokenVariable] && ChosenMethod.IsOfCode(settings, AuthAttribute.OidcTokenVariable);
    }

    // What a profile needs that names its way to sign in and leaves the rest to the machine on which it runs.
    private static bool IsOfMethod(string name, string? method) => method switch
    {
        AuthTypes.OidcVariable => name == EnvironmentOidcMethod.DefaultVariable || name == AuthAttribute.OidcTokenVariable.Variable,
        AuthTypes.OidcFile => name == AuthAttribute.OidcTokenFile.Variable,
        AuthTypes.MetadataService => name == AuthAttribute.MetadataServiceUrl.Variable,
        _ => false,
    };

    // The workspace that the environment itself means, also where it says so by the name of a profile.
    private static NamedWorkspace OwnOfEnvironment(AuthSettings settings, out string where)
    {
        NamedWorkspace own = NamedWorkspace.Of(settings, AuthSource.Environment);
        where = AuthAttribute.Host.Variable!;
        if (own.Host is not null || settings.SourceOf(AuthAttribute.Profile) != AuthSource.Environment)
        {
            return own;
        }

        NamedWorkspace ofProfile = NamedWorkspace.Of(settings, AuthSource.Profile);
        where = AuthAttribute.Profile.Variable!;
        return new(ofProfile.Host, own.WorkspaceId ?? ofProfile.WorkspaceId, own.AccountId ?? ofProfile.AccountId);
    }

    // A profile that names its workspace is complete: what it does not hold, its own way to sign in gets elsewhere.
    private static bool IsProfileOfCodeWhole(AuthSettings settings) =>
        settings.IsProfileOfCode
        && (settings.Said(AuthSource.Profile, AuthAttribute.Host) is not null
            || AuthAttribute.All.Any(a => (a.Group is not null || s_places.Contains(a)) && IsContradicted(settings, a)));

    private static bool IsContradicted(AuthSettings settings, AuthAttribute attribute) =>
        settings.SourceOf(attribute) == AuthSource.Environment
        && settings.Said(AuthSource.Profile, attribute) is { } own
        && own != settings.Said(AuthSource.Environment, attribute);

    private static bool IsHostOfCodeContradictedByProfile(AuthSettings settings) =>
        settings.SourceOf(AuthAttribute.Host) == AuthSource.Options
        && settings.SourceOf(AuthAttribute.Profile) == AuthSource.Environment
        && SourceConflicts.IsProfileElsewhere(settings);

    // Only for the ways that the code chose, and only of what lies around: a profile that the code names is one thing as it is.
    private static bool IsAmbientPair(AuthSettings settings) =>
        settings.SourceOf(AuthAttribute.AuthType) == AuthSource.Options
        && (settings[AuthAttribute.AuthType] is FederatedTokenMethod.MethodName or AuthTypes.Browser
            || ChosenMethod.IsOfCode(settings, AuthAttribute.OidcTokenFile)
            || ChosenMethod.IsOfCode(settings, AuthAttribute.OidcTokenVariable))
        && settings.SourceOf(AuthAttribute.ClientId) is { } source and not AuthSource.Options
        && !(source == AuthSource.Profile && settings.IsProfileOfCode)
        && settings.Said(source, AuthAttribute.ClientSecret) is not null;

    private static IEnumerable<string> NamesOf(params AuthAttribute[] attributes) => attributes.Select(a => a.Variable).OfType<string>();
}
