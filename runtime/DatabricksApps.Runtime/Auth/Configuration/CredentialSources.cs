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
        if (IsProfileOfCodeWhole(settings))
        {
            // As the Databricks CLI does: who names a profile means it, whatever the shell says, also where it holds no secret.
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

        SourceConflicts.CheckProfile(settings);
        if (SourceConflicts.IsElsewhere(settings, AuthSource.Environment))
        {
            SourceConflicts.CheckSecret(settings, variable);
            settings = WithoutMore(s_places);
        }

        SourceConflicts.CheckPair(settings);
        SourceConflicts.CheckDiscovery(settings, variable);
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

    // A profile that names its workspace is complete: what it does not hold, its own way to sign in gets elsewhere.
    private static bool IsProfileOfCodeWhole(AuthSettings settings) =>
        settings.SourceOf(AuthAttribute.Profile) == AuthSource.Options
        && (settings.Said(AuthSource.Profile, AuthAttribute.Host) is not null || s_credential.Any(a => IsContradicted(settings, a)))
        && s_credential.Any(a => settings.SourceOf(a) == AuthSource.Environment);

    private static bool IsContradicted(AuthSettings settings, AuthAttribute attribute) =>
        settings.SourceOf(attribute) == AuthSource.Environment
        && settings.Said(AuthSource.Profile, attribute) is { } own
        && own != settings.Said(AuthSource.Environment, attribute);

    private static bool IsHostOfCodeContradictedByProfile(AuthSettings settings) =>
        settings.SourceOf(AuthAttribute.Host) == AuthSource.Options
        && settings.SourceOf(AuthAttribute.Profile) == AuthSource.Environment
        && SourceConflicts.IsElsewhere(settings, AuthSource.Profile);

    // Only for the ways that the code chose, and only of the environment: a profile is one thing as it is.
    private static bool IsAmbientPair(AuthSettings settings) =>
        settings.SourceOf(AuthAttribute.AuthType) == AuthSource.Options
        && settings[AuthAttribute.AuthType] is FederatedTokenMethod.MethodName or AuthTypes.Browser
        && settings.SourceOf(AuthAttribute.ClientId) == AuthSource.Environment
        && settings.Said(AuthSource.Environment, AuthAttribute.ClientSecret) is not null;
}
