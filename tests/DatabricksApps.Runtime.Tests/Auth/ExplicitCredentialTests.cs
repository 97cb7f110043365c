namespace DatabricksApps.Tests.Auth;

/// <summary>What the code gives signs in, alone; what lies around for another workspace, in whatever variable, is sent nowhere else.</summary>
[Collection(FakeCli.Collection)]
public sealed class ExplicitCredentialTests : ExplicitSignIn
{
    [Theory]
    [InlineData(null)]
    [InlineData("id")]
    public async Task A_secret_of_the_code_is_used_alone_and_its_failure_leads_to_nobody_elses_sign_in(string? clientId)
    {
        Setup.Options.Host = "https://a.example.com";
        Setup.Options.ClientId = clientId;
        Setup.Options.ClientSecret = "wrong";
        Env("DATABRICKS_HOST", "https://dev.example.com");
        Env("DATABRICKS_OIDC_TOKEN", "jwt-of-dev");
        Env("DATABRICKS_TOKEN", "dapi0123456789abcdef");
        Refuse("a");

        Assert.StartsWith("Sign-in failed: ", await SignInAsync(), StringComparison.Ordinal);
        Assert.Equal(clientId is null ? [] : ["a id:wrong"], Sent());
        Assert.Empty(Cli.Runs);
    }

    [Fact]
    public async Task A_file_with_a_token_of_the_code_is_used_though_other_ways_lie_around()
    {
        string file = Path.Combine(Home.FullName, "token");
        File.WriteAllText(file, "jwt-of-job");
        Setup.Options.Host = "https://a.example.com";
        Setup.Options.ClientId = "sp-of-job";
        Setup.Options.OidcTokenFile = file;
        Env("DATABRICKS_OIDC_TOKEN", "ambient-jwt");
        Env("DATABRICKS_TOKEN", "dapi0123456789abcdef");

        Assert.Equal("token-of-a", await SignInAsync());
        Assert.Equal(["a jwt-of-job"], Sent());
        Assert.Empty(Cli.Runs);
    }

    [Fact]
    public async Task A_variable_with_a_token_of_the_code_is_used_though_other_ways_lie_around()
    {
        Setup.Options.Host = "https://a.example.com";
        Setup.Options.ClientId = "sp-of-job";
        Setup.Options.OidcTokenVariable = "JOB_TOKEN";
        Env("JOB_TOKEN", "jwt-of-job");
        Env("DATABRICKS_OIDC_TOKEN", "ambient-jwt");

        Assert.Equal("token-of-a", await SignInAsync());
        Assert.Equal(["a jwt-of-job"], Sent());
    }

    [Theory]
    [InlineData("databricks-cli")]
    [InlineData("env-oidc")]
    public async Task The_environments_way_to_sign_in_does_not_replace_the_codes_secret(string method)
    {
        Setup.Options.Host = "https://a.example.com";
        Setup.Options.ClientId = "own";
        Setup.Options.ClientSecret = "s";
        Env("DATABRICKS_AUTH_TYPE", method);
        Env("DATABRICKS_OIDC_TOKEN", "ambient-jwt");

        Assert.Equal("token-of-a", await SignInAsync());
        Assert.Equal(["a own:s"], Sent());
        Assert.Empty(Cli.Runs);
    }

    [Theory]
    [InlineData("external-browser", null)]
    [InlineData(null, "JOB_TOKEN")]
    public async Task Another_token_in_the_environment_opens_no_way_to_its_authorization_server(string? method, string? variable)
    {
        Setup.Options.Host = "https://a.example.com";
        Setup.Options.AuthType = method;
        Setup.Options.OidcTokenVariable = variable;
        Env("JOB_TOKEN", "jwt");
        Env("DATABRICKS_DISCOVERY_URL", "https://sso.example.com/.well-known");
        Env("DATABRICKS_OIDC_TOKEN_FILEPATH", "/x");

        Assert.Contains("who signs in to the one is not sent to the other", await SignInAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_that_the_code_asks_for_is_read_whichever_it_is()
    {
        Setup.Options.Host = "https://a.example.com";
        Setup.Options.OidcTokenVariable = "DATABRICKS_OIDC_TOKEN";
        Env("DATABRICKS_HOST", "https://dev.example.com");
        Env("DATABRICKS_OIDC_TOKEN", "jwt");

        Assert.Equal("token-of-a", await SignInAsync());
        Assert.Equal(["a jwt"], Sent());
    }

    [Fact]
    public async Task The_id_of_the_environments_secret_is_not_that_of_the_codes_token()
    {
        string file = Path.Combine(Home.FullName, "token");
        File.WriteAllText(file, "jwt");
        Setup.Options.OidcTokenFile = file;
        Env("DATABRICKS_HOST", "https://a.example.com");
        Env("DATABRICKS_CLIENT_ID", "app-id");
        Env("DATABRICKS_CLIENT_SECRET", "app-secret");

        Assert.Equal("token-of-a", await SignInAsync());
        Assert.DoesNotContain(Setup.Workspace.Sent, sent => sent.Body.Contains("app-id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_ways_in_one_profile_are_a_conflict_still()
    {
        File.AppendAllText(Path.Combine(Home.FullName, ".databrickscfg"), "\nclient_id = i\nclient_secret = s\n");
        Setup.Options.Profile = "pat";

        Assert.StartsWith(
            "Sign-in failed: validate: more than one authorization method configured: oauth and pat", await SignInAsync(), StringComparison.Ordinal);
    }

    // The default profile of a developer, or one that the environment names.
    [Theory]
    [InlineData(null, "https://prod.example.com")]
    [InlineData("p", "https://prod.example.com")]
    [InlineData("p", null)]
    public async Task Nor_is_that_of_a_profile_that_lies_around(string? profile, string? host)
    {
        string file = Path.Combine(Home.FullName, "token");
        File.WriteAllText(file, "jwt");
        File.AppendAllText(Path.Combine(Home.FullName, ".databrickscfg"), "\n[p]\nhost = https://prod.example.com\nclient_id = prod-id\nclient_secret = prod-secret\n");
        Setup.Options.OidcTokenFile = profile is null ? null : file;
        Setup.Options.FederatedTokenProvider = profile is null ? _ => new("jwt") : null;
        Setup.Options.Host = profile is null ? null : host;
        Env("DATABRICKS_CONFIG_PROFILE", profile ?? "");

        Assert.Equal("token-of-prod", await SignInAsync());
        Assert.DoesNotContain(Setup.Workspace.Sent, sent => sent.Body.Contains("prod-id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nor_is_one_behind_the_other()
    {
        File.AppendAllText(Path.Combine(Home.FullName, ".databrickscfg"), "\n[p]\nhost = https://prod.example.com\nclient_id = prod-id\nclient_secret = prod-secret\n");
        Setup.Options.FederatedTokenProvider = _ => new("jwt");
        Env("DATABRICKS_CONFIG_PROFILE", "p");
        Env("DATABRICKS_CLIENT_ID", "env-id");
        Env("DATABRICKS_CLIENT_SECRET", "env-secret");

        Assert.Equal("token-of-prod", await SignInAsync());
        Assert.DoesNotContain(Setup.Workspace.Sent, sent => sent.Body.Contains("-id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task But_that_of_a_profile_without_a_secret_is_meant_for_it()
    {
        File.AppendAllText(Path.Combine(Home.FullName, ".databrickscfg"), "\n[p]\nhost = https://prod.example.com\nclient_id = job-id\n");
        Setup.Options.FederatedTokenProvider = _ => new("jwt");
        Env("DATABRICKS_CONFIG_PROFILE", "p");

        Assert.Equal("token-of-prod", await SignInAsync());
        Assert.Contains("client_id=job-id", Assert.Single(Setup.Workspace.Sent, sent => sent.Body.Length > 0).Body, StringComparison.Ordinal);
    }
}
