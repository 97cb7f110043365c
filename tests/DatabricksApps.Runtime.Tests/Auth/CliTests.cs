using System.Diagnostics;
using System.Text;
using DatabricksApps.Auth;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Tests.Auth;

[Collection(FakeCli.Collection)]
public sealed partial class CliTests : IDisposable
{
    private readonly FakeCli _cli = new();
    private readonly SignInSetup _setup = new() { Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host } };

    public CliTests()
    {
        _setup.Environment["HOME"] = _setup.Environment["USERPROFILE"] = _cli.Folder;
        File.WriteAllText(Path.Combine(_cli.Folder, ".databrickscfg"), "[p]\nhost = https://ws.example.com\n");

        // The program's own commands are found by the same variable.
        _setup.Environment["PATH"] = string.Join(Path.PathSeparator, _cli.Folder, "/usr/bin", "/bin");
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_CLI_gives_its_token()
    {
        _cli.WriteToken();

        AppToken token = await SignInAsync();

        Assert.Equal("the-cli-token", token.Value);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 13, 0, 0, TimeSpan.Zero).AddTicks(1234567), token.ExpiresOn);
        Assert.Equal(["auth token --host https://ws.example.com"], _cli.Runs);
    }

    [Theory]
    [InlineData("Databricks CLI v0.296.0", "p", null, "auth token --profile p")]
    [InlineData("Databricks CLI v0.295.9", "p", null, "auth token --profile p")]
    [InlineData("Databricks CLI v0.207.1", "p", null, "auth token --profile p")]
    [InlineData("Databricks CLI v0.207.0", "p", null, "auth token --host https://ws.example.com")]
    [InlineData("Databricks CLI v0.0.0-dev+abc", "p", null, "auth token --host https://ws.example.com")]
    [InlineData("A new version is there.\nDatabricks CLI v0.296.0.\n", "p", null, "auth token --profile p")]
    [InlineData("Databricks CLI v1.14", "p", null, "auth token --host https://ws.example.com")]
    [InlineData("Databricks CLI v99999999999.1.1", "p", null, "auth token --host https://ws.example.com")]
    [InlineData("garbage", "p", null, "auth token --host https://ws.example.com")]
    [InlineData("Databricks CLI v0.296.0", null, "accounts.cloud.databricks.com",
        "auth token --host https://accounts.cloud.databricks.com --account-id acc-1")]
    public async Task The_arguments_are_those_that_the_version_takes(string version, string? profile, string? host, string arguments)
    {
        _cli.WriteToken(version: version);
        _setup.Options.Profile = profile;
        _setup.Options.Host = host;
        _setup.Options.AccountId = "acc-1";

        await SignInAsync();

        Assert.Equal([arguments], _cli.Runs);
    }

    [Fact]
    public async Task A_CLI_that_is_missing_or_legacy_is_passed_over_along_PATH()
    {
        using FakeCli legacy = new();
        using FakeCli notExecutable = new();
        legacy.Write("exit 1", version: "Version 0.17.8", size: 100);
        notExecutable.WriteToken().With(UnixFileMode.UserRead);
        _cli.WriteToken();
        _setup.Environment["PATH"] = string.Join(Path.PathSeparator, "", ".", "/no/such/folder", legacy.Folder, notExecutable.Folder, _cli.Folder);

        Assert.Equal("the-cli-token", (await SignInAsync()).Value);
    }

    [Fact]
    public async Task A_symbolic_link_counts_as_what_it_points_to()
    {
        using FakeCli link = new();
        _cli.WriteToken();
        File.CreateSymbolicLink(link.Path, _cli.Path);
        _setup.Environment["PATH"] = link.Folder;

        Assert.Equal("the-cli-token", (await SignInAsync()).Value);
    }

    [Fact]
    public async Task A_path_that_is_given_is_taken_as_it_is()
    {
        _cli.Write("""echo '{"access_token":"of-a-wrapper"}'""", size: 0);
        _setup.Environment.Remove("PATH");
        _setup.Environment["DATABRICKS_CLI_PATH"] = _cli.Path;

        Assert.Equal("of-a-wrapper", (await SignInAsync()).Value);
        Assert.Equal(
            ["databricks auth token --host https://ws.example.com gave a token without expires_in: it is used until the app refuses it"],
            _setup.Log.Of(LogLevel.Warning));
    }

    [Fact]
    public async Task A_missing_CLI_is_not_this_method()
    {
        Assert.Equal(
            "databricks CLI not found; to sign in as a user, install it (https://docs.databricks.com/dev-tools/cli/install.html)",
            await NotMineAsync());
    }

    [Fact]
    public async Task A_legacy_CLI_is_not_this_method()
    {
        _cli.Write("exit 1", version: "Version 0.17.8", size: 1024 * 1024 - 1);

        Assert.Equal(
            "legacy databricks CLI detected; upgrade to >= 0.100.0 (https://docs.databricks.com/dev-tools/cli/install.html)",
            await NotMineAsync());
    }

    [Fact]
    public async Task Without_scopes_of_the_client_those_of_the_login_do()
    {
        _cli.WriteToken(Jwt("""{"scope":"sql"}"""));

        Assert.Equal(Jwt("""{"scope":"sql"}"""), (await SignInAsync()).Value);
    }

    [Fact]
    public async Task Without_a_host_the_CLI_is_not_asked()
    {
        _cli.WriteToken();
        _setup.Environment.Remove("DATABRICKS_HOST");

        Assert.Equal("host (DATABRICKS_HOST) is not set", await NotMineAsync());
    }

    [Theory]
    [InlineData(
        "echo 'Error: cache: databricks OAuth is not configured for this host. no cached credentials; run `databricks auth login` to sign in' >&2; exit 1",
        "Sign-in failed: cannot get access token: 'databricks auth token --host https://ws.example.com' ended with exit code 1: " +
        "cache: databricks OAuth is not configured for this host. no cached credentials; run `databricks auth login` to sign in. " +
        "Likely cause: the user has not signed in, or the sign-in has expired. " +
        "Next step: Run: databricks auth login --host https://ws.example.com.")]
    [InlineData(
        "printf 'Error: A new access token could not be retrieved because the refresh token is invalid.\\n  $ databricks auth login\\n' >&2; exit 1",
        "Sign-in failed: cannot get access token: 'databricks auth token --host https://ws.example.com' ended with exit code 1: " +
        "A new access token could not be retrieved because the refresh token is invalid. $ databricks auth login. " +
        "Likely cause: the user has not signed in, or the sign-in has expired. " +
        "Next step: Run: databricks auth login --host https://ws.example.com.")]
    [InlineData(
        "echo 'Error: boom eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.sig dapi0123456789abcdef0123' >&2; exit 3",
        "Sign-in failed: cannot get access token: 'databricks auth token --host https://ws.example.com' ended with exit code 3: " +
        "boom *** ***. " +
        "Next step: Run it in a terminal: databricks auth token --host https://ws.example.com.")]
    [InlineData(
        "exit 2",
        "Sign-in failed: cannot get access token: 'databricks auth token --host https://ws.example.com' ended with exit code 2. " +
        "Next step: Run it in a terminal: databricks auth token --host https://ws.example.com.")]
    [InlineData(
        "echo 'Segmentation fault, or so'",
        "Sign-in failed: 'databricks auth token --host https://ws.example.com': cannot parse CLI response: it is not JSON with an access_token. " +
        "Likely cause: the program is not the Databricks CLI, or a version that is too old. " +
        "Next step: Set CliPath (DATABRICKS_CLI_PATH) to the Databricks CLI, and upgrade it to >= 0.296.0.")]
    [InlineData(
        """echo '{"access_token":"t","expiry":"tomorrow"}'""",
        "Sign-in failed: 'databricks auth token --host https://ws.example.com': cannot parse token expiry. " +
        "Likely cause: the program is not the Databricks CLI, or a version that is too old. " +
        "Next step: Set CliPath (DATABRICKS_CLI_PATH) to the Databricks CLI, and upgrade it to >= 0.296.0.")]
    [InlineData(
        """echo '{"access_token":"no token","expiry":"2026-03-01T14:00:00Z"}'""",
        "Sign-in failed: 'databricks auth token --host https://ws.example.com': cannot parse CLI response: it is not JSON with an access_token. " +
        "Likely cause: the program is not the Databricks CLI, or a version that is too old. " +
        "Next step: Set CliPath (DATABRICKS_CLI_PATH) to the Databricks CLI, and upgrade it to >= 0.296.0.")]
    [InlineData(
        """echo '{"access_token":"t","expiry":5}'""",
        "Sign-in failed: 'databricks auth token --host https://ws.example.com': cannot parse token expiry. " +
        "Likely cause: the program is not the Databricks CLI, or a version that is too old. " +
        "Next step: Set CliPath (DATABRICKS_CLI_PATH) to the Databricks CLI, and upgrade it to >= 0.296.0.")]
    [InlineData(
        "yes 2>/dev/null",
        "Sign-in failed: 'databricks auth token --host https://ws.example.com' printed more than 256 KiB. " +
        "Likely cause: the program is not the Databricks CLI. " +
        "Next step: Set CliPath (DATABRICKS_CLI_PATH) to the Databricks CLI.")]
    public async Task A_CLI_that_gives_no_token_is_explained(string script, string message)
    {
        _cli.Write(script);

        Assert.Equal(message, (await Assert.ThrowsAsync<AppAuthenticationException>(SignInAsync)).Message);
    }

    [Theory]
    [InlineData("""{"scope":"sql offline_access"}""")]
    [InlineData("""{"scope":["sql"]}""")]
    public async Task Scopes_that_the_login_did_not_ask_for_are_named_with_the_command(string claims)
    {
        _cli.WriteToken(Jwt(claims));
        _setup.Options.Profile = "p";
        _setup.Options.Scopes.Add("sql");
        _setup.Options.Scopes.Add("file.files");

        Assert.Equal(
            "Sign-in failed: the scopes of the Databricks CLI's token do not match the configured scopes: it lacks file.files. " +
            "Likely cause: the user signed in without them. " +
            "Next step: Run: databricks auth login --profile p --scopes file.files,sql.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(SignInAsync)).Message);
    }

    [Theory]
    [InlineData("""{"scope":"file.files sql"}""")]
    [InlineData("""{"sub":"x"}""")]
    [InlineData("[]")]
    public async Task Scopes_that_are_there_or_not_known_are_no_failure(string claims)
    {
        _cli.WriteToken(Jwt(claims));
        _setup.Options.Scopes.Add("sql");
        _setup.Options.Scopes.Add("file.files");

        Assert.Equal(Jwt(claims), (await SignInAsync()).Value);
    }

    [Theory]
    [InlineData("2026-03-01T14:00:00Z", "2026-03-01T14:00:00Z")]
    [InlineData("2026-03-01T14:00:00.5-02:00", "2026-03-01T16:00:00.5Z")]
    [InlineData("2026-03-01T14:00:00.123456789Z", "2026-03-01T14:00:00.1234567Z")]
    [InlineData("2026-03-01 14:00:00.123456", "2026-03-01T14:00:00.123456Z")]
    [InlineData("2026-03-01 14:00:00", "2026-03-01T14:00:00Z")]
    public void An_expiry_may_have_each_of_the_forms_that_CLIs_print(string text, string expected)
    {
        Assert.True(CliExpiry.TryParse(text, out DateTimeOffset time));
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), time);
    }

    private static string Jwt(string claims) => $"eyJhbGciOiJub25lIn0.{Base64Url(claims)}.c2ln";

    private static string Base64Url(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private Task<AppToken> SignInAsync() => _setup.SignInAsync(new CliMethod());

    private async Task<string?> NotMineAsync()
    {
        CredentialAnswer answer = await new CliMethod().ConfigureAsync(_setup.Context(), TestContext.Current.CancellationToken);
        Assert.False(answer.IsMine);
        return answer.Reason;
    }
}
