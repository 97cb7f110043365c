namespace DatabricksApps.Tests.Auth;

/// <summary>A Databricks CLI that is a shell script, in a folder of its own, as large as the real one has to be.</summary>
internal sealed class FakeCli : IDisposable
{
    // A program that is still being written cannot be started, and a process that another test starts at that moment
    // holds its file open: tests that write programs run one after the other.
    public const string Collection = "programs";

    private const int Mebibyte = 1024 * 1024;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("databricks-cli-");

    /// <summary>Gets the folder to put along PATH.</summary>
    public string Folder => _folder.FullName;

    public string Path => System.IO.Path.Combine(Folder, "databricks");

    /// <summary>Gets the arguments of the runs that asked for a token, one line each.</summary>
    public string[] Runs => File.Exists(RunsPath) ? File.ReadAllLines(RunsPath) : [];

    private string RunsPath => System.IO.Path.Combine(Folder, "runs");

    /// <summary>Writes the program.</summary>
    /// <param name="onToken">What it does when asked for a token, as a shell script.</param>
    /// <param name="version">What it says that its version is.</param>
    /// <param name="size">How large it is at least.</param>
    public FakeCli Write(string onToken, string version = "Databricks CLI v1.13.0", int size = Mebibyte)
    {
        string script = $"""
            #!/bin/sh
            if [ "$1" = version ]; then echo '{version}'; exit 0; fi
            echo "$@" >> '{RunsPath}'
            {onToken}
            exit 0

            """.ReplaceLineEndings("\n");
        File.WriteAllText(Path, script.PadRight(size, '#'));
        return With(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Writes a program that prints a token.</summary>
    public FakeCli WriteToken(
        string token = "the-cli-token", string expiry = "2026-03-01T14:00:00.123456789+01:00", string version = "Databricks CLI v1.13.0") =>
        Write($$"""echo '{"access_token":"{{token}}","token_type":"Bearer","expiry":"{{expiry}}"}'""", version);

    public FakeCli With(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, mode);
        }

        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
