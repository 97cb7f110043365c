using System.Globalization;

namespace DatabricksApps.Auth;

/// <summary>Brings the options, the environment and a profile together, value by value as the Databricks SDKs do.</summary>
internal static class SettingsReader
{
    /// <summary>Reads the settings.</summary>
    /// <param name="given">What was set in code.</param>
    /// <param name="environment">The environment.</param>
    /// <exception cref="AppAuthenticationException">The profile cannot be read, or the values are not valid or contradict each other.</exception>
    public static AuthSettings Read(IEnumerable<KeyValuePair<AuthAttribute, string?>> given, AmbientVariables environment)
    {
        AuthSettings settings = new(environment);
        foreach ((AuthAttribute attribute, string? value) in given)
        {
            Add(settings, attribute, value, AuthSource.Options, () => $"{attribute.Name} of the options");
        }

        AddIdsOfHost(settings, AuthSource.Options);

        foreach (AuthAttribute attribute in AuthAttribute.All)
        {
            if (attribute.Variable is { } name)
            {
                Add(settings, attribute, environment.Get(name), AuthSource.Environment, () => name);
            }
        }

        AddIdsOfHost(settings, AuthSource.Environment);
        AddProfile(settings);
        AddIdsOfHost(settings, AuthSource.Profile);
        return settings;
    }

    // Whoever names a host or a secret does not mean the profile that happens to be the default; a file that the code
    // names is not there by chance.
    private static void AddProfile(AuthSettings settings)
    {
        bool isFileOfCode = settings.SourceOf(AuthAttribute.ConfigFile) == AuthSource.Options;
        if (settings[AuthAttribute.Profile] is null
            && SourcesOfSignIn(settings).Any(source => source == AuthSource.Options || !isFileOfCode))
        {
            // It is not read then; one that is not there is a mistake all the same, which nobody would see.
            CheckIsThere(settings);
            return;
        }

        ConfigProfile? profile;
        try
        {
            profile = ConfigProfile.Find(settings[AuthAttribute.ConfigFile], settings[AuthAttribute.Profile], settings.Variable);
        }
        catch (ConfigFileException) when (IsSignInOfCode(settings))
        {
            return;
        }
        catch (ConfigFileException exception)
        {
            throw Refuse(settings, $"resolve: {exception.Message}", exception.Next);
        }

        if (profile is null)
        {
            CheckIsThere(settings);
            CheckHasDefault(settings);
            settings.IsFileRead = File.Exists(ConfigProfile.Locate(settings[AuthAttribute.ConfigFile], settings.Variable));
            return;
        }

        settings.IsFileRead = true;
        settings.Add(AuthAttribute.Profile, profile.Name, AuthSource.Profile);
        foreach (AuthAttribute attribute in AuthAttribute.All)
        {
            string? value = profile.Get(attribute.Name) ?? (attribute.OtherName is { } other ? profile.Get(other) : null);
            if (settings.IsSetAside(attribute))
            {
                continue;
            }

            if (attribute == AuthAttribute.WorkspaceId && value == "none")
            {
                // What older versions of the CLI wrote for "not set".
                continue;
            }

            Add(settings, attribute, value, AuthSource.Profile, () => $"{profile.Path} {profile.Name} profile");
        }
    }

    // Then what the environment names and cannot be read is not needed: the code says where, who and by what.
    private static bool IsSignInOfCode(AuthSettings settings) =>
        settings.SourceOf(AuthAttribute.Profile) == AuthSource.Environment
        && IsOfCode(settings, AuthAttribute.Host)
        && IsOfCode(settings, AuthAttribute.ClientId)
        && (IsOfCode(settings, AuthAttribute.ClientSecret)
            || IsOfCode(settings, AuthAttribute.OidcTokenFile)
            || IsOfCode(settings, AuthAttribute.OidcTokenVariable)
            || (IsOfCode(settings, AuthAttribute.AuthType) && settings[AuthAttribute.AuthType] is FederatedTokenMethod.MethodName or AuthTypes.Browser));

    private static bool IsOfCode(AuthSettings settings, AuthAttribute attribute) => settings.SourceOf(attribute) == AuthSource.Options;

    private static void Add(AuthSettings settings, AuthAttribute attribute, string? value, AuthSource source, Func<string> where)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        string text = value.Trim();
        settings.Say(source, attribute, text);
        if (settings.SourceOf(attribute) is not null)
        {
            return;
        }

        // A shell takes the quotation marks away; a file of variables (docker --env-file) and a form of a portal do not.
        if (source != AuthSource.Profile && text is ['"', .., '"'] or ['\'', .., '\''])
        {
            throw Refuse(
                settings,
                $"resolve: {where()}: the value stands in quotation marks, which are part of it",
                "Take the quotation marks away, where the value is set.");
        }

        if (attribute.Kind == AttributeKind.Boolean)
        {
            if (ParseBoolean(text) is not { } isTrue)
            {
                throw NotOfKind(settings, attribute, text, where(), "strconv.ParseBool", "true or false");
            }

            // False is what it is without being set.
            text = isTrue ? "true" : "";
        }
        else if (attribute.Kind == AttributeKind.Integer && !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            throw NotOfKind(settings, attribute, text, where(), "strconv.Atoi", "a whole number");
        }

        else if (attribute.Kind == AttributeKind.Path && !text.StartsWith('~') && !text.Contains('\0', StringComparison.Ordinal))
        {
            // Of another working directory the same text is another file, and maybe another identity.
            text = Path.GetFullPath(text);
        }

        settings.Add(attribute, text, source);
    }

    private static bool? ParseBoolean(string text) => text switch
    {
        "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
        "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
        _ => null,
    };

    // Worded as the Go SDK does, whose users know it.
    private static AppAuthenticationException NotOfKind(
        AuthSettings settings, AuthAttribute attribute, string text, string where, string parser, string expected) =>
        Refuse(
            settings,
            $"resolve: {where}: {parser}: parsing \"{SingleLine.Of(text, 50, [])}\": invalid syntax",
            $"Set {attribute} to {expected}, or take it away.");

    /// <summary>Refuses two ways to sign in at once, of which none is named, and reads the host.</summary>
    /// <exception cref="AppAuthenticationException">There are two, or the host is none.</exception>
    public static void Complete(AuthSettings settings)
    {
        CheckOneMethod(settings);
        UnderstandHost(settings);
    }

    private static void CheckOneMethod(AuthSettings settings)
    {
        string[] groups = [.. settings.Groups()];
        if (groups.Length > 1 && settings[AuthAttribute.AuthType] is null)
        {
            throw Refuse(
                settings,
                $"validate: more than one authorization method configured: {string.Join(" and ", groups)}",
                "Set AuthType (DATABRICKS_AUTH_TYPE) to the one that is meant, such as oauth-m2m, or take the other away.");
        }
    }

    private static void UnderstandHost(AuthSettings settings)
    {
        if (settings[AuthAttribute.Host] is not { } text)
        {
            return;
        }

        settings.SetHost(WorkspaceHost.Parse(text));
    }

    // They rank as the host in which they stand.
    private static void AddIdsOfHost(AuthSettings settings, AuthSource source)
    {
        if (settings.Said(source, AuthAttribute.Host) is { } host)
        {
            (string? workspaceId, string? accountId) = HostQuery.Ids(host);
            Add(settings, AuthAttribute.WorkspaceId, workspaceId, source, () => "host");
            Add(settings, AuthAttribute.AccountId, accountId, source, () => "host");
        }
    }

    // Where a host and what signs in to it are from.
    private static IEnumerable<AuthSource> SourcesOfSignIn(AuthSettings settings) =>
        from attribute in AuthAttribute.All
        where attribute == AuthAttribute.Host || attribute.Group is not null
        let source = settings.SourceOf(attribute)
        where source is not null
        select source.Value;

    // A profile or a file that is named and not there would leave the sign-in to whatever lies around; the environment's
    // profile only where something lies there, and its file alone is named for many programs.
    private static void CheckIsThere(AuthSettings settings)
    {
        string? profile = settings[AuthAttribute.Profile];
        bool isOfCode = IsOfCode(settings, AuthAttribute.ConfigFile) || IsOfCode(settings, AuthAttribute.Profile);
        if (!isOfCode && (profile is null || IsSignInOfCode(settings) || !SourcesOfSignIn(settings).Any()))
        {
            return;
        }

        string? path = ConfigProfile.Locate(settings[AuthAttribute.ConfigFile], settings.Variable);
        if (File.Exists(path))
        {
            return;
        }

        string what = profile is null ? "" : $"the profile {SingleLine.Of(profile, 50, [])} cannot be read: ";
        throw Refuse(
            settings,
            path is null
                ? $"resolve: {what}there is no home folder, in which {AuthSettings.Shown(settings[AuthAttribute.ConfigFile]!)} would be"
                : $"resolve: {what}there is no file {AuthSettings.Shown(path)}",
            "Set ConfigFile (DATABRICKS_CONFIG_FILE) to the file with the profiles, or make it: databricks auth login.");
    }

    private static void CheckHasDefault(AuthSettings settings)
    {
        if (IsOfCode(settings, AuthAttribute.ConfigFile))
        {
            throw Refuse(
                settings,
                $"resolve: {AuthSettings.Shown(ConfigProfile.Locate(settings[AuthAttribute.ConfigFile], settings.Variable)!)} has no DEFAULT profile",
                "Name one of its profiles by Profile (DATABRICKS_CONFIG_PROFILE), or take ConfigFile away.");
        }
    }

    private static AppAuthenticationException Refuse(AuthSettings settings, string what, string? next) =>
        AuthFailure.Of(settings.ToString() is { Length: > 0 } shown ? $"{what}. {shown}" : what, null, next);
}
