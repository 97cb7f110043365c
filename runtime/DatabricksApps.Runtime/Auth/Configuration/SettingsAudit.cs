using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>Warns of settings that work, and give secrets away.</summary>
internal static class SettingsAudit
{
    public static void Warn(AuthSettings settings, Func<string, string?> variable, ILogger logger)
    {
        AuthAttribute? secret = AuthAttribute.All.FirstOrDefault(a => a.IsSecret && settings.SourceOf(a) == AuthSource.Profile);
        if (secret is null)
        {
            return;
        }

        if (settings.Host is { } host && settings.SourceOf(AuthAttribute.Host) != AuthSource.Profile)
        {
            logger.SourcesMixed(settings[AuthAttribute.Profile]!, host.ToString());
        }

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        if (!OperatingSystem.IsWindows()
            && ConfigProfile.Locate(settings[AuthAttribute.ConfigFile], variable) is { } path
            && File.Exists(path)
            && (File.GetUnixFileMode(path) & others) != 0)
        {
            logger.ConfigFileReadable(path);
        }
    }
}
