using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>When the Databricks CLI is run and with what: it keeps tokens itself, for all processes of its user.</summary>
[Collection(FakeCli.Collection)]
public sealed class CliRefreshTests : IDisposable
{
    private readonly FakeCli _cli = new();
    private readonly SignInSetup _setup = new() { Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host } };

    public CliRefreshTests()
    {
        _setup.Environment["HOME"] = _setup.Environment["USERPROFILE"] = _cli.Folder;
        _setup.Environment["PATH"] = string.Join(Path.PathSeparator, _cli.Folder, "/usr/bin", "/bin");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("Databricks CLI v0.296.0", " --force-refresh")]
    [InlineData("Databricks CLI v0.295.9", "")]
    public async Task A_token_is_renewed_before_its_time_only_where_the_app_refused_it(string version, string option)
    {
        _cli.Write(Tokens("t-$(wc -l < \"$0\".count)"), version);
        ITokenSource source = await SourceAsync();

        await source.GetTokenAsync(Cancellation);
        AppToken refused = await source.GetTokenAsync(Cancellation);
        source.Invalidate(refused);
        await source.GetTokenAsync(Cancellation);
        await source.GetTokenAsync(Cancellation);

        const string plain = "auth token --host https://ws.example.com";
        Assert.Equal([plain, plain, plain + option, plain], _cli.Runs);
    }

    [Fact]
    public async Task Where_that_fails_the_token_that_another_process_got_is_taken()
    {
        _cli.Write($"case \"$*\" in *--force-refresh*) echo 'Error: forced token refresh: cache update: exit status 45' >&2; exit 1;; esac\n{Tokens("of-another-process")}");
        ITokenSource source = await SourceAsync();
        source.Invalidate(new AppToken("refused"));

        Assert.Equal("of-another-process", (await source.GetTokenAsync(Cancellation)).Value);
        Assert.Equal(
            ["auth token --host https://ws.example.com --force-refresh", "auth token --host https://ws.example.com"], _cli.Runs);
    }

    [Theory]
    [InlineData("echo '{\"access_token\":\"refused\",\"expiry\":\"2099-01-01T00:00:00Z\"}'")]
    [InlineData("exit 2")]
    public async Task Where_it_has_none_but_the_refused_one_the_failure_says_why(string plain)
    {
        _cli.Write($"case \"$*\" in *--force-refresh*) echo 'Error: the refresh token is invalid' >&2; exit 1;; esac\n{plain}");
        ITokenSource source = await SourceAsync();
        source.Invalidate(new AppToken("refused"));

        Assert.Equal(
            "Sign-in failed: cannot get access token: 'databricks auth token --host https://ws.example.com --force-refresh' ended with exit code 1: " +
            "the refresh token is invalid. Likely cause: the user has not signed in, or the sign-in has expired. " +
            "Next step: Run: databricks auth login --host https://ws.example.com.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => source.GetTokenAsync(Cancellation).AsTask())).Message);
    }

    [Fact]
    public async Task Another_process_that_writes_the_tokens_at_that_moment_is_waited_out_once()
    {
        string once = Path.Combine(_cli.Folder, "once");
        _cli.Write($"[ -f '{once}' ] || {{ touch '{once}'; echo 'Error: forced token refresh: cache update: exit status 45. Try logging in again with `databricks auth login` before retrying.' >&2; exit 1; }}\n{Tokens("t")}");

        Assert.Equal("t", (await (await SourceAsync()).GetTokenAsync(Cancellation)).Value);
        Assert.Equal(2, _cli.Runs.Length);
    }

    [Fact]
    public async Task A_token_without_an_expiry_is_asked_for_once()
    {
        _cli.WriteToken(expiry: "0001-01-01T00:00:00Z");

        int[] runs = await RunsAsync(TimeSpan.FromDays(30));

        Assert.Equal([1, 1], runs);
    }

    // By a clock that is wrong; else the app refuses it.
    [Theory]
    [InlineData("2026-03-01T11:59:00Z", 53, 1)]
    [InlineData("2026-03-01T11:59:00Z", 60, 2)]
    [InlineData("2026-03-01T12:00:00Z", 53, 1)]
    [InlineData("2026-03-01T12:00:20Z", 20, 2)]
    public async Task One_that_has_ended_already_is_asked_for_again_after_a_minute(string expiry, int seconds, int runs)
    {
        _cli.WriteToken(expiry: expiry);
        using TokenSources sources = _setup.Sources();
        ITokenSource tokens = sources.For(_setup.Options, []);
        await tokens.GetTokenAsync(Cancellation);
        await tokens.GetTokenAsync(Cancellation);
        Assert.Single(_cli.Runs);

        _setup.Time.Advance(TimeSpan.FromSeconds(seconds));
        if (runs == 2)
        {
            await tokens.GetTokenAsync(Cancellation);
            Assert.Equal(2, _cli.Runs.Length);
        }
        else
        {
            Assert.True(tokens.GetTokenAsync(Cancellation).IsCompletedSuccessfully);
        }
    }

    [Fact]
    public async Task A_small_program_that_starts_the_CLI_is_the_CLI()
    {
        using FakeCli shim = new();
        _cli.WriteToken();
        File.WriteAllText(shim.Path, $"#!/bin/sh\nexec '{_cli.Path}' \"$@\"\n");
        shim.With(UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _setup.Environment["PATH"] = string.Join(Path.PathSeparator, shim.Folder, "/usr/bin", "/bin");

        Assert.Equal("the-cli-token", (await (await SourceAsync()).GetTokenAsync(Cancellation)).Value);
    }

    [Theory]
    [InlineData("Databricks CLI v1.13.0", null, "--host https://ws.example.com --workspace-id 2")]
    [InlineData("Databricks CLI v0.299.0", null, "--host https://ws.example.com")]
    [InlineData("Databricks CLI v1.13.0", "p", "--profile p")]
    public async Task The_CLI_is_told_which_workspace_of_a_host_and_which_file(string version, string? profile, string arguments)
    {
        string file = Path.Combine(_cli.Folder, "other.cfg");
        await File.WriteAllTextAsync(file, "[p]\nhost = https://ws.example.com\n", Cancellation);
        (_setup.Options.WorkspaceId, _setup.Options.Profile) = ("2", profile);
        if (profile is null)
        {
            _setup.Environment["DATABRICKS_CONFIG_FILE"] = file;
        }
        else
        {
            _setup.Options.ConfigFile = file;
        }

        Assert.Equal((file, "2", ""), await EnvironmentAsync(version));
        Assert.Equal(["auth token " + arguments], _cli.Runs);
    }

    [Theory]
    [InlineData("Databricks CLI v1.17.0", "databricks-cli", null, "my-app")]
    [InlineData("Databricks CLI v1.16.9", "databricks-cli", null, "")]
    [InlineData("Databricks CLI v1.17.0", "databricks-cli", "s", "")]
    [InlineData("Databricks CLI v1.17.0", null, null, "")]
    public async Task The_CLI_is_told_the_application_by_which_the_user_signs_in(string version, string? method, string? secret, string seen)
    {
        _setup.Environment["DATABRICKS_CLIENT_ID"] = "my-app";
        if (method is not null)
        {
            _setup.Environment["DATABRICKS_AUTH_TYPE"] = method;
        }

        if (secret is not null)
        {
            _setup.Environment["DATABRICKS_CLIENT_SECRET"] = secret;
        }

        Assert.Equal(seen, (await EnvironmentAsync(version)).Client);
    }

    private static string Tokens(string token) =>
        $$"""echo x >> "$0".count; echo "{\"access_token\":\"{{token}}\",\"token_type\":\"Bearer\",\"expiry\":\"2099-01-01T00:00:00Z\"}" """;

    private async Task<ITokenSource> SourceAsync() => (await new CliMethod().ConfigureAsync(_setup.Context(), Cancellation)).Source!;

    // How often the CLI ran at two calls, and after a time.
    private async Task<int[]> RunsAsync(TimeSpan time)
    {
        using TokenSources sources = _setup.Sources();
        ITokenSource tokens = sources.For(_setup.Options, []);
        await tokens.GetTokenAsync(Cancellation);
        await tokens.GetTokenAsync(Cancellation);
        int first = _cli.Runs.Length;
        _setup.Time.Advance(time);
        await tokens.GetTokenAsync(Cancellation);
        return [first, _cli.Runs.Length];
    }

    private async Task<(string File, string Workspace, string Client)> EnvironmentAsync(string version)
    {
        string seen = Path.Combine(_cli.Folder, "seen");
        _cli.Write($"printf '%s|%s|%s' \"$DATABRICKS_CONFIG_FILE\" \"$DATABRICKS_WORKSPACE_ID\" \"$DATABRICKS_CLIENT_ID\" > '{seen}'\n{Tokens("t")}", version);
        await (await SourceAsync()).GetTokenAsync(Cancellation);
        string[] parts = (await File.ReadAllTextAsync(seen, Cancellation)).Split('|');
        return (parts[0], parts[1], parts[2]);
    }
}
