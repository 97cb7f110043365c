using DatabricksApps.Auth;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Tests.Auth;

/// <summary>Options over environment over profile, and what is told when they do not fit.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("databricks-home-");
    private readonly Dictionary<string, string> _environment = [];
    private readonly DatabricksAppOptions _options = new();

    public ConfigurationTests() => _environment["HOME"] = _environment["USERPROFILE"] = _home.FullName;

    private string ConfigPath => Path.Combine(_home.FullName, ".databrickscfg");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void Each_value_comes_from_the_first_place_that_gives_it()
    {
        Write("[p]\nclient_secret = s\naccount_id = from-profile\nscopes = sql, files sql");
        _environment["DATABRICKS_CLIENT_ID"] = "from-environment";
        _environment["DATABRICKS_ACCOUNT_ID"] = "";
        _options.Host = "options.example.com/";
        _options.Profile = "p";

        AuthSettings settings = Read();

        Assert.Equal("https://options.example.com", settings.Host!.ToString());
        Assert.Equal(AuthSource.Options, settings.SourceOf(AuthAttribute.Host));
        Assert.Equal(("from-environment", AuthSource.Environment), Get(settings, AuthAttribute.ClientId));
        Assert.Equal(("from-profile", AuthSource.Profile), Get(settings, AuthAttribute.AccountId));
        Assert.Equal(["files", "sql"], settings.Scopes);
        Assert.Equal(
            "Config: host=https://options.example.com, account_id=from-profile, profile=p, client_id=from-environment, client_secret=***. Env: DATABRICKS_CLIENT_ID",
            settings.ToString());
    }

    [Theory]
    [InlineData("", "", null, null)]
    [InlineData("[DEFAULT]\nhost = a", "", "https://a", "DEFAULT")]
    [InlineData("[DEFAULT]\n", "", null, null)]
    [InlineData("[__settings__]\ndefault_profile = q\n[DEFAULT]\nhost = a\n[q]\nhost = b", "", "https://b", "q")]
    [InlineData("[__settings__]\ndefault_profile = q\n[q]\nhost = b\n[r]\nhost = c", "DATABRICKS_CONFIG_PROFILE=r", "https://c", "r")]
    [InlineData("[DEFAULT]\nhost = a\naccount_id = x", "DATABRICKS_HOST=c", "https://c", null)]
    [InlineData("[DEFAULT]\nhost = a", "DATABRICKS_CLIENT_ID=c", null, null)]
    [InlineData("[DEFAULT]\nhost = a", "DATABRICKS_ACCOUNT_ID=c", "https://a", "DEFAULT")]
    [InlineData("[p]\nHOST = a\nworkspace_id = none", "DATABRICKS_CONFIG_PROFILE=p", "https://a", "p")]
    public void The_profile_is_the_one_that_is_named_else_the_files_default_unless_something_else_is_meant(
        string file, string variable, string? host, string? profile)
    {
        Write(file);
        Set(variable);

        AuthSettings settings = Read();

        Assert.Equal((host, profile), (settings.Host?.ToString(), settings[AuthAttribute.Profile]));
        Assert.Null(settings[AuthAttribute.WorkspaceId]);
    }

    [Fact]
    public void A_file_that_is_not_there_is_no_failure_even_if_the_environment_names_a_profile_while_nothing_else_would_sign_in()
    {
        _environment["DATABRICKS_CONFIG_PROFILE"] = "p";

        Assert.Equal("Config: profile=p. Env: DATABRICKS_CONFIG_PROFILE", Read().ToString());
    }

    [Theory]
    [InlineData("~/other.cfg")]
    [InlineData("HOME/other.cfg")]
    public void Another_file_can_be_named(string path)
    {
        File.WriteAllText(Path.Combine(_home.FullName, "other.cfg"), "[DEFAULT]\nhost = a");
        _options.ConfigFile = path.Replace("HOME", _home.FullName);

        Assert.Equal("https://a", Read().Host!.ToString());
    }

    [Theory]
    [InlineData("[a]\nhost = x\n[b]\ntoken = s3cret\n[__settings__]\nx = y", "p",
        "Sign-in failed: resolve: {file} has no p profile configured. Config: profile=p. Env: DATABRICKS_CONFIG_PROFILE. " +
        "Next step: Make it (databricks auth login --profile p), or name one that is there (a, b).")]
    [InlineData("[p]\n\n[b]\nhost = x", "p",
        "Sign-in failed: resolve: {file} has no p profile configured. Config: profile=p. Env: DATABRICKS_CONFIG_PROFILE. " +
        "Next step: Make it (databricks auth login --profile p), or name one that is there (b).")]
    [InlineData("[__settings__]\ndefault_profile = gone\n[b]\nhost = x", null,
        "Sign-in failed: resolve: {file} has no gone profile configured. " +
        "Next step: Make it (databricks auth login --profile gone), or name one that is there (b).")]
    [InlineData("[__settings__]\ndefault_profile = __settings__", null,
        "Sign-in failed: resolve: __settings__ is a reserved section name and cannot be used as a profile. Next step: Name another profile.")]
    [InlineData("[p]\ntoken s3cret", "p",
        "Sign-in failed: resolve: cannot parse config file: line 2 of {file} is neither a section nor a key with its value. Config: profile=p. Env: DATABRICKS_CONFIG_PROFILE. " +
        "Next step: Mend the line: a section is [name], a value key = value.")]
    [InlineData("[p]\nazure_use_msi = maybe", "p",
        "Sign-in failed: resolve: {file} p profile: strconv.ParseBool: parsing \"maybe\": invalid syntax. Config: profile=p. Env: DATABRICKS_CONFIG_PROFILE. " +
        "Next step: Set azure_use_msi (ARM_USE_MSI) to true or false, or take it away.")]
    [InlineData("[p]\nrate_limit = many", "p",
        "Sign-in failed: resolve: {file} p profile: strconv.Atoi: parsing \"many\": invalid syntax. Config: profile=p. Env: DATABRICKS_CONFIG_PROFILE. " +
        "Next step: Set rate_limit (DATABRICKS_RATE_LIMIT) to a whole number, or take it away.")]
    [InlineData("[p]\nhost = x\nclient_id = c\nclient_secret = s3cret\ntoken = s3cret", "p",
        "Sign-in failed: validate: more than one authorization method configured: oauth and pat. " +
        "Config: host=x, token=***, profile=p, client_id=c, client_secret=***. Env: DATABRICKS_CONFIG_PROFILE. " +
        "Next step: Set AuthType (DATABRICKS_AUTH_TYPE) to the one that is meant, such as oauth-m2m, or take the other away.")]
    public void What_does_not_fit_is_told_without_what_stands_in_the_file(string file, string? profile, string message)
    {
        Write(file);
        Set(profile is null ? "" : "DATABRICKS_CONFIG_PROFILE=" + profile);

        Assert.Equal(message.Replace("{file}", ConfigPath), Assert.Throws<AppAuthenticationException>(Read).Message);
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        _options.ConfigFile = _home.FullName;

        Assert.StartsWith(
            $"Sign-in failed: resolve: cannot parse config file: {_home.FullName} is a folder. Config: config_file=",
            Assert.Throws<AppAuthenticationException>(Read).Message);
    }

    [Theory]
    [InlineData("ARM_USE_MSI=0", null)]
    [InlineData("ARM_USE_MSI=False", null)]
    [InlineData("ARM_USE_MSI=T", "true")]
    public void A_boolean_is_read_as_one(string variable, string? value)
    {
        Set(variable);

        Assert.Equal(value, Read()[AuthAttribute.AzureUseMsi]);
    }

    [Theory]
    [InlineData("https://x.example.com/some/path?o=123&x=y#z", "https://x.example.com", "123", null)]
    [InlineData("x.example.com?o=abc", "https://x.example.com", null, null)]
    [InlineData("x.example.com/?w=a%20b&o=1&account_id=acc", "https://x.example.com", "a b", "acc")]
    [InlineData("x.example.com:8443/?workspace_id=7&a=acc", "https://x.example.com:8443", "7", "acc")]
    [InlineData("https://x.example.com:443", "https://x.example.com", null, null)]
    public void A_host_may_be_what_the_browser_shows(string host, string understood, string? workspace, string? account)
    {
        _options.Host = host;

        AuthSettings settings = Read();

        Assert.Equal(
            (understood, workspace, account),
            (settings.Host!.ToString(), settings[AuthAttribute.WorkspaceId], settings[AuthAttribute.AccountId]));
    }

    [Fact]
    public void Two_methods_are_no_conflict_if_one_is_named()
    {
        Set("DATABRICKS_TOKEN=t");
        _options.ClientId = "c";
        _options.AuthType = AuthTypes.ServicePrincipal;

        Assert.Equal("Config: token=***, client_id=c. Env: DATABRICKS_TOKEN", Read().ToString());
    }

    [Fact]
    public void A_secret_that_others_can_read_or_that_goes_to_another_host_is_told()
    {
        Write("[p]\nclient_id = c\nclient_secret = s");
        LogCapture log = new();
        _options.Profile = "p";
        _options.Host = "https://options.example.com";
        Mode(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        SettingsAudit.Warn(Read(), Variable, log);
        Mode(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _options.Host = null;
        SettingsAudit.Warn(Read(), Variable, log);

        Assert.Equal(
            [
                "The secret of the profile p is sent to a host that does not come from the profile: https://options.example.com",
                $"Other users of this machine can read {ConfigPath}, which holds secrets. Run: chmod 600 {ConfigPath}",
            ],
            log.Of(LogLevel.Warning));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead, true)]
    [InlineData(UnixFileMode.OtherRead, true)]
    [InlineData(UnixFileMode.GroupWrite, false)]
    [InlineData(UnixFileMode.None, false)]
    public void Who_can_read_it_is_told_each_for_itself(UnixFileMode others, bool isTold)
    {
        Write("[p]\nclient_id = c\nclient_secret = s\nhost = ws.example.com");
        LogCapture log = new();
        _options.Profile = "p";
        Mode(UnixFileMode.UserRead | UnixFileMode.UserWrite | others);

        SettingsAudit.Warn(Read(), Variable, log);

        Assert.Equal(isTold ? 1 : 0, log.Of(LogLevel.Warning).Count());
    }

    [Fact]
    public async Task A_file_that_is_mended_is_read_by_the_next_call()
    {
        SignInSetup setup = new() { Environment = _environment };
        setup.Options.Profile = "p";
        using TokenSources sources = setup.Sources();
        Write("[other]\nhost = x");
        ITokenSource source = sources.For(setup.Options, []);
        await Assert.ThrowsAsync<AppAuthenticationException>(() => source.GetTokenAsync(TestContext.Current.CancellationToken).AsTask());

        Write("[p]\nhost = ws.example.com\nclient_id = the-client-id\nclient_secret = the-client-secret");

        Assert.Equal("the-access-token", (await source.GetTokenAsync(TestContext.Current.CancellationToken)).Value);
    }

    private static (string?, AuthSource?) Get(AuthSettings settings, AuthAttribute attribute) => (settings[attribute], settings.SourceOf(attribute));

    private AuthSettings Read() => AuthSettings.Read(_options, _options.Scopes, Variable);

    private string? Variable(string name) => _environment.GetValueOrDefault(name);

    private void Write(string text) => File.WriteAllText(ConfigPath, text);

    private void Set(string variable)
    {
        if (variable.Length > 0)
        {
            _environment[variable.Split('=')[0]] = variable.Split('=')[1];
        }
    }

    private void Mode(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(ConfigPath, mode);
        }
    }
}
