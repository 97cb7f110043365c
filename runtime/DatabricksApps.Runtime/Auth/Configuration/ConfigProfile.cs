namespace DatabricksApps.Auth;

/// <summary>A profile of <c>~/.databrickscfg</c>.</summary>
internal sealed class ConfigProfile
{
    private const string Default = "DEFAULT";
    private const string SettingsSection = "__settings__";

    // A profile is a few lines.
    private const int Longest = 1024 * 1024;

    private readonly IReadOnlyDictionary<string, string> _values;

    private ConfigProfile(string path, string name, IReadOnlyDictionary<string, string> values)
    {
        Path = path;
        Name = name;
        _values = values;
    }

    public string Path { get; }

    public string Name { get; }

    /// <summary>Gets a value; null: the profile does not give it.</summary>
    public string? Get(string key) => _values.TryGetValue(key, out string? value) && value.Length > 0 ? value : null;

    /// <summary>
    /// Finds the profile that was asked for, else the one that the file calls its default, else <c>DEFAULT</c>; null: there
    /// is no file, or nobody asked and it has none.
    /// </summary>
    /// <param name="path">The file; null: <c>~/.databrickscfg</c>.</param>
    /// <param name="asked">The name that was asked for; null: none.</param>
    /// <param name="variable">Gets an environment variable.</param>
    /// <exception cref="ConfigFileException">The file cannot be read, or does not have the profile.</exception>
    public static ConfigProfile? Find(string? path, string? asked, Func<string, string?> variable)
    {
        if (Locate(path, variable) is not { } file)
        {
            return asked is null ? null : throw new ConfigFileException(
                $"the profile {asked} cannot be read: there is no home folder with a .databrickscfg, since {HomeVariable} is not set",
                $"Set {HomeVariable}, or ConfigFile (DATABRICKS_CONFIG_FILE) to the file.");
        }

        if (Read(file) is not { } ini)
        {
            return null;
        }

        string? name = asked ?? ini.Section(SettingsSection)?.GetValueOrDefault("default_profile") switch
        {
            { Length: > 0 } configured => configured,
            _ => null,
        };
        if (name == SettingsSection)
        {
            throw new ConfigFileException(
                $"{SettingsSection} is a reserved section name and cannot be used as a profile", "Name another profile.");
        }

        if (ini.Section(name ?? Default) is { Count: > 0 } values)
        {
            return new ConfigProfile(file, name ?? Default, values);
        }

        return name is null ? null : throw new ConfigFileException(
            $"{file} has no {name} profile configured", $"Make it (databricks auth login --profile {name}), or name one that is there{Known(ini)}.");
    }

    private static string Known(IniFile ini)
    {
        const int mostShown = 10;
        string[] names = [.. ini.Sections.Where(s => s != SettingsSection && ini.Section(s)!.Count > 0).Take(mostShown)];
        return names.Length == 0 ? "" : $" ({string.Join(", ", names)})";
    }

    private static IniFile? Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new ConfigFileException($"cannot parse config file: {path} is a folder", "Name a file.");
        }

        try
        {
            return File.Exists(path)
                ? IniFile.Parse(SmallFile.Read(path, Longest) ?? throw new ConfigFileException(
                    $"cannot parse config file: {path} is longer than {Longest / (1024 * 1024)} MiB", "Name the file with the profiles."))
                : null;
        }
        catch (IniException exception)
        {
            throw new ConfigFileException(
                $"cannot parse config file: line {exception.Line} of {path} {exception.Message}",
                "Mend the line: a section is [name], a value key = value.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigFileException($"cannot parse config file: {path} cannot be read", "Look at the permissions of the file.");
        }
    }

    /// <summary>Gets the path of the file; null: there is no home folder to look in.</summary>
    public static string? Locate(string? path, Func<string, string?> variable)
    {
        path ??= "~/.databrickscfg";
        if (!path.StartsWith('~'))
        {
            return path;
        }

        string? home = variable(HomeVariable);
        return string.IsNullOrEmpty(home) ? null : System.IO.Path.GetFullPath(home + path[1..]);
    }

    /// <summary>Gets the variable that names the home folder.</summary>
    public static string HomeVariable => OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME";
}
