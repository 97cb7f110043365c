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
        AuthAttribute.AccountId, AuthAttribute.WorkspaceId, AuthAttribute.DiscoveryUrl, AuthAttribute.TokenAudience, AuthAttribute.Cloud,
    ];

    private static readonly AuthAttribute[] s_credential =
    [
        AuthAttribute.Host, AuthAttribute.AuthType, .. s_places, .. AuthAttribute.All.Where(a => a.Group is not null),
    ];

    /// <summary>Reads the settings.</summary>
    /// <param name="given">What was set in code.</param>
    /// <param name="variable">Gets an environment variable.</param>
    /// <exception cref="AppAuthenticationException">The profile cannot be read, or the values are not valid or contradict each other.</exception>
    public static AuthSettings Read(IReadOnlyCollection<KeyValuePair<AuthAttribute, string?>> given, Func<string, string?> variable)
    {
        AuthSettings settings = SettingsReader.Read(given, variable);
        if (IsProfileOfCodeContradicted(settings))
        {
            // As the Databricks CLI does: who names a profile means it, whatever the shell says.
            settings = Without(s_credential);
        }
        else if (IsHostOfCodeContradictedByProfile(settings))
        {
            settings = Without(AuthAttribute.Profile);
        }

        if (IsAmbientPair(settings))
        {
            // The id is that of the secret beside it, not that of this sign-in.
            settings = Without(AuthAttribute.ClientId, AuthAttribute.ClientSecret);
        }

        CheckProfile(settings);
        if (IsElsewhere(settings, AuthSource.Environment))
        {
            CheckSecret(settings);
            settings = WithoutMore(s_places);
        }

        CheckPair(settings);
        return settings;

        AuthSettings Without(params AuthAttribute[] hidden)
        {
            Func<string, string?> all = variable;
            HashSet<string> names = [.. hidden.Select(a => a.Variable).OfType<string>()];
            variable = name => names.Contains(name) ? null : all(name);
            return SettingsReader.Read(given, variable);
        }

        AuthSettings WithoutMore(AuthAttribute[] hidden) =>
            hidden.Any(a => settings.SourceOf(a) == AuthSource.Environment) ? Without(hidden) : settings;
    }

    private static bool IsProfileOfCodeContradicted(AuthSettings settings) =>
        settings.SourceOf(AuthAttribute.Profile) == AuthSource.Options
        && s_credential.Any(a =>
            settings.Said(AuthSource.Options, a) is null
            && settings.Said(AuthSource.Environment, a) is { } ambient
            && settings.Said(AuthSource.Profile, a) is { } own
            && !(a == AuthAttribute.Host ? WorkspaceHost.AreSame(ambient, own) : ambient == own));

    private static bool IsHostOfCodeContradictedByProfile(AuthSettings settings) =>
        settings.SourceOf(AuthAttribute.Host) == AuthSource.Options
        && settings.SourceOf(AuthAttribute.Profile) == AuthSource.Environment
        && IsElsewhere(settings, AuthSource.Profile);

    // Only for the ways that the code chose, and only of the environment: a profile is one thing as it is.
    private static bool IsAmbientPair(AuthSettings settings) =>
        settings.SourceOf(AuthAttribute.AuthType) == AuthSource.Options
        && settings[AuthAttribute.AuthType] is FederatedTokenMethod.MethodName or AuthTypes.Browser
        && settings.SourceOf(AuthAttribute.ClientId) == AuthSource.Environment
        && settings.Said(AuthSource.Environment, AuthAttribute.ClientSecret) is not null;

    // Whether a source names a host of its own, which is not the one that is signed in to.
    private static bool IsElsewhere(AuthSettings settings, AuthSource source) =>
        settings.Host is { } host
        && settings.Said(source, AuthAttribute.Host) is { } own
        && !WorkspaceHost.AreSame(own, host.ToString());

    private static void CheckProfile(AuthSettings settings)
    {
        if (!IsElsewhere(settings, AuthSource.Profile))
        {
            return;
        }

        string profile = settings[AuthAttribute.Profile]!;
        throw AuthFailure.Of(
            $"{NameOf(settings, AuthAttribute.Host)} is {settings.Host}, and the profile {profile} ({NameOf(settings, AuthAttribute.Profile)}) signs in to " +
            $"{Shown(settings.Said(AuthSource.Profile, AuthAttribute.Host)!)}: what it holds is not sent to another host",
            null,
            $"Take one of them away, or name a profile of {settings.Host}.");
    }

    private static void CheckSecret(AuthSettings settings)
    {
        if (settings.SourceOf(AuthAttribute.ClientSecret) == AuthSource.Environment && UsesSecret(settings))
        {
            throw AuthFailure.Of(
                $"{NameOf(settings, AuthAttribute.Host)} is {settings.Host}, and DATABRICKS_CLIENT_SECRET is for DATABRICKS_HOST, which is " +
                $"{Shown(settings.Said(AuthSource.Environment, AuthAttribute.Host)!)}: the secret is not sent to another host",
                null,
                "If the service principal is to sign in to both, set ClientId and ClientSecret in code as well; else set AuthType to the way that is meant.");
        }
    }

    private static void CheckPair(AuthSettings settings)
    {
        if (settings.SourceOf(AuthAttribute.ClientSecret) is { } source
            && settings.SourceOf(AuthAttribute.ClientId) is { } other
            && other != source
            && settings.Said(source, AuthAttribute.ClientId) is { } own
            && own != settings[AuthAttribute.ClientId]
            && UsesSecret(settings))
        {
            throw AuthFailure.Of(
                $"{NameOf(settings, AuthAttribute.ClientId)} is {Shown(settings[AuthAttribute.ClientId]!)}, and {NameOf(settings, AuthAttribute.ClientSecret)} " +
                $"is the secret of {Shown(own)}: they are not used together",
                null,
                "Set ClientId and ClientSecret in one place, or AuthType (DATABRICKS_AUTH_TYPE) to the way that is meant.");
        }
    }

    private static bool UsesSecret(AuthSettings settings) =>
        settings[AuthAttribute.AuthType] is null or AuthTypes.ServicePrincipal;

    private static string NameOf(AuthSettings settings, AuthAttribute attribute) => settings.SourceOf(attribute) switch
    {
        AuthSource.Options => $"{attribute.Name} of the options",
        AuthSource.Environment => attribute.Variable!,
        _ when attribute == AuthAttribute.Profile => "the default of the configuration file",
        _ => $"{attribute.Name} of the profile {settings[AuthAttribute.Profile]}",
    };

    private static string Shown(string value) => AuthSettings.Shown(value);
}
