namespace DatabricksApps.Auth;

/// <summary>Finds the Databricks CLI.</summary>
internal static class CliLocator
{
    // The old CLI was a script of a few hundred bytes; the one that signs in by OAuth is a program of many megabytes. What a
    // package manager puts along PATH to start it (scoop, chocolatey, asdf, nix) is as small as the old one: it is asked.
    private const long AskedBelow = 1024 * 1024;

    /// <summary>Finds the program.</summary>
    /// <param name="cli">A full path, which is taken as it is; a name to find along <paramref name="folders"/>; null: <c>databricks</c>.</param>
    /// <param name="folders">The value of <c>PATH</c>.</param>
    /// <param name="isCli">Asks a small program whether it is the CLI that signs in by OAuth, or starts it.</param>
    public static async ValueTask<CliLocation> FindAsync(string? cli, string? folders, Func<string, ValueTask<bool>> isCli)
    {
        cli ??= "databricks";
        if (cli.AsSpan().IndexOfAny('/', '\\') >= 0)
        {
            if (cli.StartsWith('~'))
            {
                return new(null, false) { IsOfShell = true };
            }

            return Path.IsPathFullyQualified(cli) ? new(File.Exists(cli) ? cli : null, false) : new(null, false) { IsRelative = true };
        }

        string name = OperatingSystem.IsWindows() && !cli.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? cli + ".exe" : cli;
        bool isLegacyFound = false;
        foreach (FileInfo file in ProgramPath.Find(name, folders))
        {
            if (LengthOf(file) >= AskedBelow || await isCli(file.FullName).ConfigureAwait(false))
            {
                return new(file.FullName, false);
            }

            isLegacyFound = true;
        }

        return new(null, isLegacyFound);
    }

    // Package managers put symbolic links along PATH; it is the target that counts.
    private static long LengthOf(FileInfo file) => (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
}
