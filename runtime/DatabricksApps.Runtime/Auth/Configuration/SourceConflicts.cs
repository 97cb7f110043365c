namespace DatabricksApps.Auth;

/// <summary>Refuses settings of several sources that are not one credential, and names both sources.</summary>
internal static class SourceConflicts
{
    /// <summary>Tells whether the profile names another workspace than the one that is signed in to.</summary>
    public static bool IsProfileElsewhere(AuthSettings settings) =>
        NamedWorkspace.Of(settings, AuthSource.Profile).Contradicts(NamedWorkspace.Of(settings));

    /// <summary>Refuses a profile of another workspace.</summary>
    public static void CheckProfile(AuthSettings settings)
    {
        if (!IsProfileElsewhere(settings))
        {
            return;
        }

        NamedWorkspace workspace = NamedWorkspace.Of(settings), own = NamedWorkspace.Of(settings, AuthSource.Profile);
        string profile = settings[AuthAttribute.Profile]!;
        throw AuthFailure.Of(
            $"{NameOf(settings, Telling(workspace, own))} is {workspace.Shown(own)}, and the profile {profile} ({NameOf(settings, AuthAttribute.Profile)}) signs in to " +
            $"{own.Shown(workspace)}: what it holds is not sent to another {Kind(workspace, own)}",
            null,
            $"Take one of them away, or name a profile of {workspace.Shown(own)}.");
    }

    /// <summary>Refuses the environment's secret where the environment names another workspace.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="own">The workspace that the environment names.</param>
    /// <param name="where">The variable that names it.</param>
    public static void CheckSecret(AuthSettings settings, AmbientVariables environment, NamedWorkspace own, string where)
    {
        if (SecretOfEnvironment(settings, environment) is not { } secret)
        {
            return;
        }

        NamedWorkspace workspace = NamedWorkspace.Of(settings);
        bool isClient = secret == AuthAttribute.ClientSecret.Variable || secret == NameOf(settings, AuthAttribute.ClientSecret);
        bool isService = secret == AuthAttribute.MetadataServiceUrl.Variable;
        AuthAttribute telling = Telling(workspace, own);
        // An id may also stand in the address of the host, or in the profile.
        string of = string.IsNullOrWhiteSpace(environment.Get(telling.Variable!)) ? where : telling.Variable!;
        throw AuthFailure.Of(
            $"{NameOf(settings, telling)} is {workspace.Shown(own)}, and {secret} is for {of}, which {(of == AuthAttribute.Profile.Variable ? "signs in to" : "is")} " +
            $"{own.Shown(workspace)}: the {(isClient ? "secret is" : isService ? "tokens that it gives are" : "token is")} not sent to another {Kind(workspace, own)}",
            null,
            (isClient ? "If the service principal is to sign in to both, set ClientId and ClientSecret in code as well; else set"
                : isService ? "Set"
                : "If the token is for both, give it in code as well, by OidcTokenVariable, OidcTokenFile or FederatedTokenProvider; else set") +
            " AuthType to the way that is meant.");
    }

    // What tells two workspaces apart.
    private static AuthAttribute Telling(NamedWorkspace one, NamedWorkspace other) =>
        one.Host is not null && other.Host is not null && !WorkspaceHost.AreSame(one.Host, other.Host) ? AuthAttribute.Host
        : one.WorkspaceId is not null && other.WorkspaceId is not null && one.WorkspaceId != other.WorkspaceId ? AuthAttribute.WorkspaceId
        : AuthAttribute.AccountId;

    private static string Kind(NamedWorkspace one, NamedWorkspace other) =>
        Telling(one, other) is var telling && telling == AuthAttribute.Host ? "host" : telling == AuthAttribute.WorkspaceId ? "workspace" : "account";

    // The variable with the secret of the environment that would be sent; null: none would.
    private static string? SecretOfEnvironment(AuthSettings settings, AmbientVariables environment)
    {
        string? method = settings[AuthAttribute.AuthType];
        if (method is null && HasOtherSecret(settings))
        {
            return null;
        }

        string token = settings[AuthAttribute.OidcTokenVariable] ?? EnvironmentOidcMethod.DefaultVariable;
        return UsesSecret(settings) && IsAmbient(AuthAttribute.ClientSecret) ? AuthAttribute.ClientSecret.Variable
            : UsesSecret(settings) && IsOfHostlessProfile(settings, AuthAttribute.ClientSecret) ? NameOf(settings, AuthAttribute.ClientSecret)
            : method is null or AuthTypes.OidcVariable
                && settings.SourceOf(AuthAttribute.OidcTokenVariable) is null or AuthSource.Environment
                && !string.IsNullOrWhiteSpace(environment.Get(token)) ? token
            : method is null or AuthTypes.OidcFile && IsAmbient(AuthAttribute.OidcTokenFile) ? AuthAttribute.OidcTokenFile.Variable
            : method is null or AuthTypes.MetadataService && IsAmbient(AuthAttribute.MetadataServiceUrl) ? AuthAttribute.MetadataServiceUrl.Variable
            : null;

        bool IsAmbient(AuthAttribute attribute) => settings.SourceOf(attribute) == AuthSource.Environment;
    }

    // Then that of the environment is not needed, and is hidden.
    private static bool HasOtherSecret(AuthSettings settings) =>
        ((AuthAttribute[])[AuthAttribute.ClientSecret, AuthAttribute.OidcTokenFile, AuthAttribute.OidcTokenVariable])
            .Any(a => settings.SourceOf(a) is AuthSource.Options or AuthSource.Profile && !IsOfHostlessProfile(settings, a));

    // A profile that the environment names and that names no host is for the environment's.
    private static bool IsOfHostlessProfile(AuthSettings settings, AuthAttribute attribute) =>
        settings.SourceOf(attribute) == AuthSource.Profile && !settings.IsProfileOfCode && settings.Said(AuthSource.Profile, AuthAttribute.Host) is null;

    /// <summary>
    /// Refuses an authorization server of another source than the host and the secret: its address is where secrets go.
    /// </summary>
    public static void CheckDiscovery(AuthSettings settings, AmbientVariables environment)
    {
        if (settings.SourceOf(AuthAttribute.DiscoveryUrl) is { } source
            && settings.SourceOf(AuthAttribute.Host) is { } other
            && source != other
            && source != SourceOfSecret(settings, environment)
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

    private static AuthSource? SourceOfSecret(AuthSettings settings, AmbientVariables environment) =>
        settings[AuthAttribute.AuthType] == FederatedTokenMethod.MethodName ? AuthSource.Options
        : SecretOfEnvironment(settings, environment) is not null ? AuthSource.Environment
        : UsesSecret(settings) && settings.SourceOf(AuthAttribute.ClientSecret) is { } source ? source
        : settings[AuthAttribute.AuthType] switch
        {
            AuthTypes.OidcFile => settings.SourceOf(AuthAttribute.OidcTokenFile),
            AuthTypes.OidcVariable => settings.SourceOf(AuthAttribute.OidcTokenVariable),
            null => settings.SourceOf(AuthAttribute.OidcTokenFile) ?? settings.SourceOf(AuthAttribute.OidcTokenVariable),
            _ => null,
        };

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
