using System.Net;
using System.Text;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>What the code gives signs in, alone; what lies around for another workspace, in whatever variable, is sent nowhere else.</summary>
[Collection(FakeCli.Collection)]
public sealed class ExplicitCredentialTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("databricks-home-");
    private readonly SignInSetup _setup = new() { Workspace = new FakeWorkspace() };
    private readonly FakeCli _cli = new FakeCli().WriteToken("token-of-the-developer");

    public ExplicitCredentialTests()
    {
        Env("HOME", _home.FullName);
        Env("USERPROFILE", _home.FullName);
        Env("PATH", string.Join(Path.PathSeparator, _cli.Folder, "/usr/bin", "/bin"));
        foreach (string host in (string[])["a", "dev", "prod"])
        {
            _setup.Workspace
                .Json($"GET https://{host}.example.com/oidc/.well-known/oauth-authorization-server", $$"""{"token_endpoint":"https://{{host}}.example.com/oidc/v1/token"}""")
                .Json($"POST https://{host}.example.com/oidc/v1/token", $$"""{"access_token":"token-of-{{host}}","token_type":"Bearer","expires_in":3600}""");
        }

        File.WriteAllText(
            Path.Combine(_home.FullName, ".databrickscfg"),
            """
            [DEFAULT]
            host = https://prod.example.com
            client_id = prod-id
            client_secret = prod-secret
            [empty]
            host = https://prod.example.com
            [expired]
            host = https://prod.example.com
            client_id = prod-id
            client_secret = expired
            [pat]
            host = https://prod.example.com
            token = dapi0123456789abcdef
            """);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _cli.Dispose();
        _home.Delete(recursive: true);
    }

    [Theory]
    [InlineData("DATABRICKS_OIDC_TOKEN")]
    [InlineData("DATABRICKS_OIDC_TOKEN_FILEPATH")]
    [InlineData("DATABRICKS_CLIENT_SECRET")]
    [InlineData("DATABRICKS_METADATA_SERVICE_URL")]
    public async Task A_profile_of_the_code_without_a_secret_signs_in_as_its_user_whatever_the_environment_holds(string variable)
    {
        _setup.Options.Profile = "empty";
        Env("DATABRICKS_HOST", "https://dev.example.com");
        Env("DATABRICKS_CLIENT_ID", "dev-id");
        Env(variable, "http://127.0.0.1:1/of-dev");

        Assert.Equal("token-of-the-developer", await SignInAsync());
        Assert.Equal(["auth token --profile empty --force-refresh"], _cli.Runs);
        Assert.Empty(Sent());
    }

    [Fact]
    public async Task A_profile_of_the_code_that_wants_the_environments_token_gets_it()
    {
        File.AppendAllText(Path.Combine(_home.FullName, ".databrickscfg"), "\n[job]\nhost = https://prod.example.com\nauth_type = env-oidc\n");
        _setup.Options.Profile = "job";
        Env("DATABRICKS_HOST", "https://dev.example.com");
        Env("DATABRICKS_OIDC_TOKEN", "jwt");

        Assert.Equal("token-of-prod", await SignInAsync());
    }

    [Theory]
    [InlineData("DATABRICKS_CLIENT_SECRET", "DATABRICKS_CLIENT_SECRET is for DATABRICKS_CONFIG_PROFILE, which signs in to https://prod.example.com: the secret is not sent to another host")]
    [InlineData("DATABRICKS_OIDC_TOKEN", "DATABRICKS_OIDC_TOKEN is for DATABRICKS_CONFIG_PROFILE, which signs in to https://prod.example.com: the token is not sent to another host")]
    [InlineData(
        "DATABRICKS_METADATA_SERVICE_URL",
        "DATABRICKS_METADATA_SERVICE_URL is for DATABRICKS_CONFIG_PROFILE, which signs in to https://prod.example.com: the tokens that it gives are not sent to another host")]
    public async Task The_environments_host_is_also_that_of_the_profile_that_it_names(string variable, string message)
    {
        _setup.Options.Host = "https://a.example.com";
        Env("DATABRICKS_CONFIG_PROFILE", "empty");
        Env("DATABRICKS_CLIENT_ID", "env-id");
        Env(variable, "http://127.0.0.1:1/of-prod");

        Assert.StartsWith($"Sign-in failed: host of the options is https://a.example.com, and {message}. Next step: ", await SignInAsync(), StringComparison.Ordinal);
        Assert.Empty(Sent());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("id")]
    public async Task A_secret_of_the_code_is_used_alone_and_its_failure_leads_to_nobody_elses_sign_in(string? clientId)
    {
        _setup.Options.Host = "https://a.example.com";
        _setup.Options.ClientId = clientId;
        _setup.Options.ClientSecret = "wrong";
        Env("DATABRICKS_HOST", "https://dev.example.com");
        Env("DATABRICKS_OIDC_TOKEN", "jwt-of-dev");
        Env("DATABRICKS_TOKEN", "dapi0123456789abcdef");
        Refuse("a");

        Assert.StartsWith("Sign-in failed: ", await SignInAsync(), StringComparison.Ordinal);
        Assert.Equal(clientId is null ? [] : ["a id:wrong"], Sent());
        Assert.Empty(_cli.Runs);
    }

    [Fact]
    public async Task A_file_with_a_token_of_the_code_is_used_though_other_ways_lie_around()
    {
        string file = Path.Combine(_home.FullName, "token");
        File.WriteAllText(file, "jwt-of-job");
        _setup.Options.Host = "https://a.example.com";
        _setup.Options.ClientId = "sp-of-job";
        _setup.Options.OidcTokenFile = file;
        Env("DATABRICKS_OIDC_TOKEN", "ambient-jwt");
        Env("DATABRICKS_TOKEN", "dapi0123456789abcdef");

        Assert.Equal("token-of-a", await SignInAsync());
        Assert.Equal(["a jwt-of-job"], Sent());
        Assert.Empty(_cli.Runs);
    }

    [Fact]
    public async Task A_variable_with_a_token_of_the_code_is_used_though_other_ways_lie_around()
    {
        _setup.Options.Host = "https://a.example.com";
        _setup.Options.ClientId = "sp-of-job";
        _setup.Options.OidcTokenVariable = "JOB_TOKEN";
        Env("JOB_TOKEN", "jwt-of-job");
        Env("DATABRICKS_OIDC_TOKEN", "ambient-jwt");

        Assert.Equal("token-of-a", await SignInAsync());
        Assert.Equal(["a jwt-of-job"], Sent());
    }

    [Fact]
    public async Task A_secret_of_a_profile_that_the_code_names_fails_as_itself()
    {
        _setup.Options.Profile = "expired";
        Refuse("prod");

        Assert.Contains("(oauth-m2m; Config: host=https://prod.example.com", await SignInAsync(), StringComparison.Ordinal);
        Assert.Empty(_cli.Runs);
    }

    [Theory]
    [InlineData("", "prod-id", "token-of-prod")]
    [InlineData("other", "c-id", "token-of-dev")]
    public async Task A_file_of_the_code_is_read_and_the_environment_may_choose_among_its_profiles(string profile, string clientId, string token)
    {
        string file = Path.Combine(_home.FullName, "app.cfg");
        File.WriteAllText(
            file,
            """
            [DEFAULT]
            host = https://prod.example.com
            client_id = prod-id
            client_secret = prod-secret
            [other]
            host = https://dev.example.com
            client_id = c-id
            client_secret = c-secret
            """);
        _setup.Options.ConfigFile = file;
        Env("DATABRICKS_HOST", "https://a.example.com");
        Env("DATABRICKS_CLIENT_ID", "env-id");
        Env("DATABRICKS_CLIENT_SECRET", "env-secret");
        Env("DATABRICKS_CONFIG_PROFILE", profile);

        Assert.Equal(token, await SignInAsync());
        Assert.Contains(clientId, Assert.Single(Sent()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prod", null, "resolve: the profile prod cannot be read: there is no file ")]
    [InlineData(null, "typo.cfg", "resolve: there is no file ")]
    public async Task A_profile_or_file_of_the_code_that_is_not_there_is_told(string? profile, string? file, string message)
    {
        File.Delete(Path.Combine(_home.FullName, ".databrickscfg"));
        _setup.Options.Profile = profile;
        _setup.Options.ConfigFile = file;
        Env("DATABRICKS_HOST", "https://dev.example.com");
        Env("DATABRICKS_CLIENT_ID", "env-id");
        Env("DATABRICKS_CLIENT_SECRET", "env-secret");

        string failure = await SignInAsync();
        Assert.StartsWith("Sign-in failed: " + message, failure, StringComparison.Ordinal);
        Assert.EndsWith(
            "Next step: Set ConfigFile (DATABRICKS_CONFIG_FILE) to the file with the profiles, or make it: databricks auth login.", failure, StringComparison.Ordinal);
        Assert.Empty(Sent());
    }

    [Theory]
    [InlineData("databricks-cli")]
    [InlineData("env-oidc")]
    public async Task The_environments_way_to_sign_in_does_not_replace_the_codes_secret(string method)
    {
        _setup.Options.Host = "https://a.example.com";
        _setup.Options.ClientId = "own";
        _setup.Options.ClientSecret = "s";
        Env("DATABRICKS_AUTH_TYPE", method);
        Env("DATABRICKS_OIDC_TOKEN", "ambient-jwt");

        Assert.Equal("token-of-a", await SignInAsync());
        Assert.Equal(["a own:s"], Sent());
        Assert.Empty(_cli.Runs);
    }

    [Fact]
    public async Task An_account_of_the_code_leaves_the_environments_host_and_lets_no_default_profile_in()
    {
        _setup.Options.AccountId = "acc-code";
        Env("DATABRICKS_HOST", "https://dev.example.com");
        Env("DATABRICKS_ACCOUNT_ID", "acc-env");

        Assert.Equal("token-of-the-developer", await SignInAsync());
        Assert.Equal(["auth token --host https://dev.example.com --force-refresh"], _cli.Runs);
    }

    [Fact]
    public async Task A_secret_in_a_profile_without_a_host_is_for_the_environments()
    {
        File.AppendAllText(Path.Combine(_home.FullName, ".databrickscfg"), "\n[nohost]\nclient_id = i\nclient_secret = s\n");
        _setup.Options.Host = "https://a.example.com";
        Env("DATABRICKS_HOST", "https://dev.example.com");
        Env("DATABRICKS_CONFIG_PROFILE", "nohost");

        Assert.StartsWith(
            "Sign-in failed: host of the options is https://a.example.com, and client_secret of the profile nohost is for DATABRICKS_HOST, which is " +
            "https://dev.example.com: the secret is not sent to another host.", await SignInAsync(), StringComparison.Ordinal);
        Assert.Empty(Sent());
    }

    [Theory]
    [InlineData("external-browser", null)]
    [InlineData(null, "JOB_TOKEN")]
    public async Task Another_token_in_the_environment_opens_no_way_to_its_authorization_server(string? method, string? variable)
    {
        _setup.Options.Host = "https://a.example.com";
        _setup.Options.AuthType = method;
        _setup.Options.OidcTokenVariable = variable;
        Env("JOB_TOKEN", "jwt");
        Env("DATABRICKS_DISCOVERY_URL", "https://sso.example.com/.well-known");
        Env("DATABRICKS_OIDC_TOKEN_FILEPATH", "/x");

        Assert.Contains("who signs in to the one is not sent to the other", await SignInAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_that_the_code_asks_for_is_read_whichever_it_is()
    {
        _setup.Options.Host = "https://a.example.com";
        _setup.Options.OidcTokenVariable = "DATABRICKS_OIDC_TOKEN";
        Env("DATABRICKS_HOST", "https://dev.example.com");
        Env("DATABRICKS_OIDC_TOKEN", "jwt");

        Assert.Equal("token-of-a", await SignInAsync());
        Assert.Equal(["a jwt"], Sent());
    }

    [Fact]
    public async Task The_id_of_the_environments_secret_is_not_that_of_the_codes_token()
    {
        string file = Path.Combine(_home.FullName, "token");
        File.WriteAllText(file, "jwt");
        _setup.Options.OidcTokenFile = file;
        Env("DATABRICKS_HOST", "https://a.example.com");
        Env("DATABRICKS_CLIENT_ID", "app-id");
        Env("DATABRICKS_CLIENT_SECRET", "app-secret");

        Assert.Equal("token-of-a", await SignInAsync());
        Assert.DoesNotContain(_setup.Workspace.Sent, sent => sent.Body.Contains("app-id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_profile_of_the_code_that_names_its_way_gets_what_that_needs()
    {
        string file = Path.Combine(_home.FullName, "token");
        File.WriteAllText(file, "jwt");
        File.AppendAllText(Path.Combine(_home.FullName, ".databrickscfg"), "\n[job]\nhost = https://prod.example.com\nauth_type = file-oidc\n");
        _setup.Options.Profile = "job";
        Env("DATABRICKS_OIDC_TOKEN_FILEPATH", file);

        Assert.Equal("token-of-prod", await SignInAsync());
    }

    [Fact]
    public async Task Two_ways_in_one_profile_are_a_conflict_still()
    {
        File.AppendAllText(Path.Combine(_home.FullName, ".databrickscfg"), "\nclient_id = i\nclient_secret = s\n");
        _setup.Options.Profile = "pat";

        Assert.StartsWith(
            "Sign-in failed: validate: more than one authorization method configured: oauth and pat", await SignInAsync(), StringComparison.Ordinal);
    }

    private async Task<string> SignInAsync()
    {
        using TokenSources sources = _setup.Sources();
        try
        {
            return (await sources.For(_setup.Options, []).GetTokenAsync(Cancellation)).Value;
        }
        catch (AppAuthenticationException exception)
        {
            return exception.Message;
        }
    }

    // The host and the secret or the other issuer's token of each request for a token.
    private string[] Sent() =>
    [
        .. _setup.Workspace.Requests.Zip(_setup.Workspace.Sent).Where(sent => sent.First.StartsWith("POST", StringComparison.Ordinal)).Select(sent =>
            $"{new Uri(sent.First.Split(' ')[1]).Host.Split('.')[0]} " + (sent.Second.Authorization is { } basic
                ? Encoding.UTF8.GetString(Convert.FromBase64String(basic["Basic ".Length..]))
                : sent.Second.Body.Split('&').Single(part => part.StartsWith("subject_token=", StringComparison.Ordinal))["subject_token=".Length..])),
    ];

    private void Refuse(string host) => _setup.Workspace.Json(
        $"POST https://{host}.example.com/oidc/v1/token", """{"error":"invalid_client"}""", HttpStatusCode.Unauthorized);

    private void Env(string name, string value) => _setup.Environment[name] = value;
}
