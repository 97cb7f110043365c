namespace DatabricksApps.Auth;

/// <summary>Tells where the values of the attributes come from, and which file of profiles was read.</summary>
internal static class SettingsSources
{
    /// <summary>Gets the sentences.</summary>
    public static string Of(AuthSettings settings)
    {
        string[] values =
        [
            .. ValuesOf(settings, AuthSource.Options, "code", a => ConfigurableOption.NameOf(a) ?? a.Name),
            .. ValuesOf(settings, AuthSource.Environment, "the environment", a => a.Variable!),
            .. ValuesOf(settings, AuthSource.Profile, $"the profile {settings[AuthAttribute.Profile]}", a => a.Name),
        ];
        string set = values.Length == 0 ? "Nothing is set." : $"Set in {string.Join("; in ", values)}.";
        return $"{set} {FileOf(settings)}.";
    }

    /// <summary>Tells which file of profiles was read, or why none was.</summary>
    public static string FileOf(AuthSettings settings)
    {
        if (ConfigProfile.Locate(settings[AuthAttribute.ConfigFile], settings.Variable) is not { } path)
        {
            return $"There is no home folder with a file of profiles: {ConfigProfile.HomeVariable} is not set";
        }

        string file = AuthSettings.Shown(path);
        string? profile = settings[AuthAttribute.Profile] is { } name ? AuthSettings.Shown(name) : null;
        if (!settings.IsFileRead)
        {
            return File.Exists(path) ? $"{file} was not read, since no profile is named beside a host or secret" : $"There is no file {file}";
        }

        return profile is null ? $"{file} was read, and has no DEFAULT profile" : $"{file} was read, its profile {profile} counts";
    }

    private static IEnumerable<string> ValuesOf(AuthSettings settings, AuthSource source, string where, Func<AuthAttribute, string> name)
    {
        string[] names = [.. AuthAttribute.All.Where(a => settings.SourceOf(a) == source && a != AuthAttribute.Profile).Select(name)];
        return names.Length == 0 ? [] : [$"{where}: {string.Join(", ", names)}"];
    }
}
