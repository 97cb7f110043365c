namespace DatabricksApps.Auth;

/// <summary>Refuses settings of several sources that are not one credential, and names both sources.</summary>
internal static class SourceConflicts
{
    /// <summary>Tells whether a source names a host of its own, which is not the one that is signed in to.</summary>
    public static bool IsElsewhere(AuthSettings settings, AuthSource source) =>
        settings.Host is { } host
        && settings.Said(source, AuthAttribute.Host) is { } own
        && !WorkspaceHost.AreSame(own, host.ToString());

    /// <summary>Refuses a profile of another host.</summary>
    public static void CheckProfile(AuthSettings settings)
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

    /// <summary>Refuses the environment's secret where the environment names another host.</summary>
    public static void CheckSecret(AuthSettings settings, Func<string, string?> variable)
    {
        if (SecretOfEnvironment(settings, variable) is not { } secret)
        {
            return;
        }

        bool isClient = secret == AuthAttribute.ClientSecret.Variable;
        throw AuthFailure.Of(
            $"{NameOf(settings, AuthAttribute.Host)} is {settings.Host}, and {secret} is for DATABRICKS_HOST, which is " +
            $"{Shown(settings.Said(AuthSource.Environment, AuthAttribute.Host)!)}: the {(isClient ? "secret" : "token")} is not sent to another host",
            null,
            (isClient
                ? "If the service principal is to sign in to both, set ClientId and ClientSecret in code as well"
                : "If the token is for both, give it in code as well, by OidcTokenVariable, OidcTokenFile or FederatedTokenProvider") +
            "; else set AuthType to the way that is meant.");
    }

    // The variable with the secret of the environment that would be sent; null: none would.
    private static string? SecretOfEnvironment(AuthSettings settings, Func<string, string?> variable)
    {
        string? method = settings[AuthAttribute.AuthType];
        if (UsesSecret(settings) && settings.SourceOf(AuthAttribute.ClientSecret) is { } source)
        {
            return source == AuthSource.Environment ? AuthAttribute.ClientSecret.Variable : null;
        }

        if (method is null or AuthTypes.OidcVariable
            && settings.SourceOf(AuthAttribute.OidcTokenVariable) is null or AuthSource.Environment
            && (settings[AuthAttribute.OidcTokenVariable] ?? EnvironmentOidcMethod.DefaultVariable) is var name
            && !string.IsNullOrWhiteSpace(variable(name)))
        {
            return name;
        }

        return method is null or AuthTypes.OidcFile && settings.SourceOf(AuthAttribute.OidcTokenFile) == AuthSource.Environment
            ? AuthAttribute.OidcTokenFile.Variable
            : null;
    }

    /// <summary>
    /// Refuses an authorization server of another source than the host and the secret: its address is where secrets go.
    /// </summary>
    public static void CheckDiscovery(AuthSettings settings, Func<string, string?> variable)
    {
        if (settings.SourceOf(AuthAttribute.DiscoveryUrl) is { } source
            && settings.SourceOf(AuthAttribute.Host) is { } other
            && source != other
            && source != SourceOfSecret(settings, variable)
            && Uri.TryCreate(settings[AuthAttribute.DiscoveryUrl], UriKind.Absolute, out Uri? address)
            && !settings.Host!.IsOriginOf(address))
        {
            throw AuthFailure.Of(
                $"{NameOf(settings, AuthAttribute.Host)} is {settings.Host}, and {NameOf(settings, AuthAttribute.DiscoveryUrl)} is " +
                $"{Shown(settings[AuthAttribute.DiscoveryUrl]!)}: who signs in to the one is not sent to the other",
                null,
                "Set Host and DiscoveryUrl in one place, or take DiscoveryUrl (DATABRICKS_DISCOVERY_URL) away.");
        }
    }

    private static AuthSource? SourceOfSecret(AuthSettings settings, Func<string, string?> variable) =>
        settings[AuthAttribute.AuthType] == FederatedTokenMethod.MethodName ? AuthSource.Options
        : SecretOfEnvironment(settings, variable) is not null ? AuthSource.Environment
        : UsesSecret(settings) && settings.SourceOf(AuthAttribute.ClientSecret) is { } source ? source
        : settings.SourceOf(AuthAttribute.OidcTokenFile) ?? settings.SourceOf(AuthAttribute.OidcTokenVariable);

    /// <summary>Refuses a client's id beside the secret of another one.</summary>
    public static void CheckPair(AuthSettings settings)
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
