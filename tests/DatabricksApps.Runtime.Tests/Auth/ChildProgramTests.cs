using System.Globalization;
using System.Runtime.CompilerServices;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>Programs are started by full path, never from the working directory, and learn no secret.</summary>
[Collection(Alone.Name)]
public sealed partial class ChildProgramTests : IDisposable
{
    private const string Secret = "canary-secret";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("databricks-programs-");
    private readonly string _workingDirectory = Directory.GetCurrentDirectory();
    private readonly Dictionary<string, string?> _environment = [];

    public ChildProgramTests()
    {
        Directory.CreateDirectory(Installed);
        Directory.SetCurrentDirectory(Directory.CreateDirectory(Working).FullName);
        Set("DISPLAY", ":0");
        Set("BROWSER", null);
        Set("ARM_CLIENT_SECRET", Secret);
        Set("MY_SECRET", Secret);
        Set("PATH", string.Join(Path.PathSeparator, "", ".", "bin", Installed, "/usr/bin", "/bin"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Installed => Path.Combine(_folder.FullName, "installed");

    private string Working => Path.Combine(_folder.FullName, "working");

    private string Output => Path.Combine(_folder.FullName, "output");

    private static bool IsLinux => OperatingSystem.IsLinux();

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_workingDirectory);
        foreach ((string name, string? value) in _environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_xdg_open_in_the_working_directory_is_not_run()
    {
        Assert.SkipUnless(IsLinux, "xdg-open is Linux's.");
        Write(Working, "xdg-open", "echo planted: $1 > pwned");
        Write(Path.Combine(Working, "bin"), "xdg-open", "echo planted: $1 > pwned");
        string output = await OpenAsync();

        Assert.StartsWith("opened https://ws.example.com/oidc/v1/authorize?state=s in /\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, output, StringComparison.Ordinal);
        Assert.Contains($"PATH={Installed}:/usr/bin:/bin\n", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Working, "pwned"));
    }

    [Fact]
    public async Task Without_one_along_PATH_the_address_is_shown_and_nothing_run()
    {
        Assert.SkipUnless(IsLinux, "xdg-open is Linux's.");
        Write(Working, "xdg-open", "echo planted: $1 > pwned");
        Set("PATH", ".");
        StringWriter shown = new();
        TextWriter before = Console.Error;
        Console.SetError(shown);
        try
        {
            await SystemBrowser.OpenAsync(new Uri("https://ws.example.com/authorize"), Cancellation);
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.Equal($"To sign in, open https://ws.example.com/authorize{Environment.NewLine}", shown.ToString());
        Assert.Empty(Directory.GetFiles(Working, "pwned"));
    }

    [Fact]
    public async Task A_file_of_that_name_that_is_no_program_is_as_good_as_none()
    {
        Assert.SkipUnless(IsLinux, "xdg-open is Linux's.");
        Write(Installed, "xdg-open", "");
        await File.WriteAllTextAsync(Path.Combine(Installed, "xdg-open"), "\0", Cancellation);
        StringWriter shown = new();
        TextWriter before = Console.Error;
        Console.SetError(shown);
        try
        {
            await SystemBrowser.OpenAsync(new Uri("https://ws.example.com/authorize"), Cancellation);
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.Equal($"To sign in, open https://ws.example.com/authorize{Environment.NewLine}", shown.ToString());
    }

    [Theory]
    [InlineData("./databricks")]
    [InlineData("bin/databricks")]
    [InlineData("../databricks")]
    public async Task A_relative_path_of_the_CLI_is_told_and_not_run(string path)
    {
        foreach (string folder in (string[])[Working, Path.Combine(Working, "bin"), _folder.FullName])
        {
            Write(folder, "databricks", "touch pwned");
        }

        SignInSetup setup = new() { Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host, ["PATH"] = Installed } };
        setup.Options.CliPath = path;
        CredentialAnswer answer = await new CliMethod().ConfigureAsync(setup.Context(), Cancellation);

        Assert.Equal(
            "databricks_cli_path (DATABRICKS_CLI_PATH) is a relative path, and nothing is run from the working directory; set the full path, or a name to find along PATH",
            answer.Reason);
        Assert.Empty(Directory.GetFiles(_folder.FullName, "pwned", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_CLI_finds_who_is_signed_in_as_the_client_was_made_whatever_the_process_says_now()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program is a shell script.");
        Write(Installed, "databricks", $"env >> {Output}; echo '{{\"access_token\":\"t\",\"expiry\":\"2030-01-01T00:00:00Z\"}}'");
        File.SetAttributes(Path.Combine(Installed, "databricks"), FileAttributes.Normal);
        await File.AppendAllTextAsync(Path.Combine(Installed, "databricks"), new string('#', 1024 * 1024), Cancellation);
        Write(Working, "profiles", "");
        File.WriteAllText(Path.Combine(Working, "profiles"), "[own]\nhost = https://ws.example.com\n");
        Set("HOME", "/home/first");
        Set("DATABRICKS_AUTH_STORAGE", "plaintext");
        Set("DATABRICKS_HOST", "https://dev.example.com");
        Set("DATABRICKS_ACCOUNT_ID", "first");
        using TokenSources sources = new(() => throw new InvalidOperationException("Nobody is asked."), TimeProvider.System, new LogCapture());
        ITokenSource source = sources.For(new() { Profile = "own", ConfigFile = "profiles", AuthType = "databricks-cli" }, []);
        Set("HOME", "/home/second");
        Set("DATABRICKS_AUTH_STORAGE", "secure");
        Set("DATABRICKS_ACCOUNT_ID", "second");
        Set("DATABRICKS_CONFIG_FILE", "/home/second/.databrickscfg");
        Set("PATH", "/usr/bin:/bin");
        Directory.SetCurrentDirectory(_folder.FullName);

        Assert.Equal("t", (await source.GetTokenAsync(Cancellation)).Value);

        string[] found = [.. (await File.ReadAllLinesAsync(Output, Cancellation)).Where(line => line.StartsWith("DATABRICKS_", StringComparison.Ordinal)
            || line.StartsWith("HOME=", StringComparison.Ordinal) || line.StartsWith("PATH=", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(
            ["DATABRICKS_AUTH_STORAGE=plaintext", $"DATABRICKS_CONFIG_FILE={Path.Combine(Working, "profiles")}", "HOME=/home/first", $"PATH={Installed}:/usr/bin:/bin"],
            found);
    }

    [Fact]
    public async Task The_CLI_finds_the_folders_of_the_user_where_the_client_was_made()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program is a shell script.");
        Write(Installed, "databricks", $"env >> {Output}; echo '{{\"access_token\":\"t\",\"expiry\":\"2030-01-01T00:00:00Z\"}}'");
        File.SetAttributes(Path.Combine(Installed, "databricks"), FileAttributes.Normal);
        await File.AppendAllTextAsync(Path.Combine(Installed, "databricks"), new string('#', 1024 * 1024), Cancellation);
        Directory.CreateDirectory(Path.Combine(Working, "home"));
        File.WriteAllText(Path.Combine(Working, "home", ".databrickscfg"), "[own]\nhost = https://ws.example.com\n");
        Set("HOME", "home");
        Set("XDG_CONFIG_HOME", "conf");
        Set("XDG_DATA_HOME", null);
        using TokenSources sources = new(() => throw new InvalidOperationException("Nobody is asked."), TimeProvider.System, new LogCapture());
        ITokenSource source = sources.For(new() { Profile = "own", AuthType = "databricks-cli" }, []);
        string working = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(_folder.FullName);

        Assert.Equal("t", (await source.GetTokenAsync(Cancellation)).Value);

        string[] found = [.. (await File.ReadAllLinesAsync(Output, Cancellation)).Where(line => line.StartsWith("HOME=", StringComparison.Ordinal)
            || line.StartsWith("XDG_CONFIG_HOME=", StringComparison.Ordinal) || line.StartsWith("XDG_DATA_HOME=", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal([$"HOME={working}/home", $"XDG_CONFIG_HOME={working}/conf"], found);
    }

    [Fact]
    public void A_relative_path_is_never_started() =>
        Assert.Throws<ArgumentException>(() => ChildProgram.Of("xdg-open", []));

    [Fact]
    public void Nothing_else_in_the_runtime_prepares_the_start_of_a_program()
    {
        DirectoryInfo? folder = new FileInfo(ThisFile()).Directory;
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "runtime")))
        {
            folder = folder.Parent;
        }

        Assert.SkipWhen(folder is null, "The sources are not here.");
        Assert.Equal(
            ["ChildProgram.cs"],
            Directory.GetFiles(Path.Combine(folder!.FullName, "runtime"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))

                // The tool is a program of its own, which starts dotnet in the project that its user names.
                .Where(file => !file.Contains("DatabricksApps.Tool", StringComparison.Ordinal))
                .Where(file => File.ReadAllText(file) is { } text
                    && (text.Contains("new ProcessStartInfo", StringComparison.Ordinal) || text.Contains("ProcessStartInfo start = new", StringComparison.Ordinal)
                        || text.Contains("Process.Start(\"", StringComparison.Ordinal)))
                .Select(Path.GetFileName));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    // A FIFO tells when the program, which nobody waits for, has said all.
    private async Task<string> OpenAsync()
    {
        using System.Diagnostics.Process fifo = System.Diagnostics.Process.Start("/usr/bin/mkfifo", Output);
        await fifo.WaitForExitAsync(Cancellation);
        Write(Installed, "xdg-open", $"(echo opened $1 in $PWD; env) > {Output}");
        await SystemBrowser.OpenAsync(new Uri("https://ws.example.com/oidc/v1/authorize?state=s"), Cancellation);
        return await File.ReadAllTextAsync(Output, Cancellation);
    }

    private static void Write(string folder, string name, string script)
    {
        string path = Path.Combine(Directory.CreateDirectory(folder).FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void Set(string name, string? value)
    {
        _environment.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
