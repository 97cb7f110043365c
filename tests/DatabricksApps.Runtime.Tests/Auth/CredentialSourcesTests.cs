using System.Text;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>A credential is one thing: what one source holds for one workspace or person is not joined with another's.</summary>
public sealed class CredentialSourcesTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("databricks-home-");
    private readonly SignInSetup _setup = new() { Workspace = new FakeWorkspace().OnAll(() => new(System.Net.HttpStatusCode.NotFound)) };

    public CredentialSourcesTests()
    {
        _setup.Environment["HOME"] = _setup.Environment["USERPROFILE"] = _home.FullName;
        File.WriteAllText(
            Path.Combine(_home.FullName, ".databrickscfg"),
            """
            [prod]
            host = https://prod.example.com
            client_id = prod-id
            client_secret = prod-secret
            [user]
            host = https://prod.example.com
            auth_type = databricks-cli
            [empty]
            host = https://prod.example.com
            [secretless]
            host = https://prod.example.com
            client_id = prod-id
            [nohost]
            client_id = prod-id
            client_secret = prod-secret
            """);
    }

    public void Dispose() => _home.Delete(recursive: true);

    [Theory]
    [InlineData("PROFILE=prod", "DATABRICKS_HOST=https://dev.example.com", "https://prod.example.com prod prod-id")]
    [InlineData("PROFILE=prod", "DATABRICKS_HOST=prod.example.com/", "https://prod.example.com prod prod-id")]
    [InlineData("PROFILE=prod", "DATABRICKS_CLIENT_ID=env-id;DATABRICKS_CLIENT_SECRET=env-secret", "https://prod.example.com prod prod-id")]
    [InlineData("PROFILE=prod", "DATABRICKS_HOST=https://dev.example.com;DATABRICKS_CLIENT_ID=env-id;DATABRICKS_CLIENT_SECRET=env-secret", "https://prod.example.com prod prod-id")]
    [InlineData("PROFILE=user", "DATABRICKS_HOST=https://dev.example.com;DATABRICKS_CLIENT_ID=env-id;DATABRICKS_CLIENT_SECRET=env-secret", "https://prod.example.com user ")]
    [InlineData("PROFILE=user", "DATABRICKS_CLIENT_ID=env-id;DATABRICKS_CLIENT_SECRET=env-secret", "https://prod.example.com user ")]
    [InlineData("PROFILE=empty", "DATABRICKS_CLIENT_ID=env-id;DATABRICKS_CLIENT_SECRET=env-secret", "https://prod.example.com empty ")]
    [InlineData("PROFILE=secretless", "DATABRICKS_CLIENT_ID=other;DATABRICKS_CLIENT_SECRET=env-secret", "https://prod.example.com secretless prod-id")]
    [InlineData("PROFILE=user", "DATABRICKS_AUTH_TYPE=oauth-m2m", "https://prod.example.com user ")]
    [InlineData("PROFILE=nohost", "DATABRICKS_HOST=https://dev.example.com", "https://dev.example.com nohost prod-id")]
    public void A_profile_that_the_code_names_is_meant_as_a_whole(string code, string environment, string expected) =>
        Assert.Equal(expected, Read(code, environment));

    [Theory]
    [InlineData("HOST=https://a.example.com", "DATABRICKS_CONFIG_PROFILE=prod", "https://a.example.com  ")]
    [InlineData("HOST=https://a.example.com", "DATABRICKS_CONFIG_PROFILE=user", "https://a.example.com  ")]
    [InlineData("HOST=https://prod.example.com", "DATABRICKS_CONFIG_PROFILE=prod", "https://prod.example.com prod prod-id")]
    [InlineData("HOST=https://a.example.com", "DATABRICKS_CONFIG_PROFILE=nohost", "https://a.example.com nohost prod-id")]
    [InlineData("HOST=https://a.example.com;CLIENTID=own;CLIENTSECRET=s", "DATABRICKS_HOST=https://c.example.com;DATABRICKS_CLIENT_ID=env-id;DATABRICKS_CLIENT_SECRET=env-secret", "https://a.example.com  own")]
    [InlineData("HOST=https://a.example.com", "DATABRICKS_CLIENT_ID=env-id;DATABRICKS_CLIENT_SECRET=env-secret", "https://a.example.com  env-id")]
    [InlineData("HOST=https://a.example.com;AUTHTYPE=databricks-cli", "DATABRICKS_HOST=https://c.example.com;DATABRICKS_CLIENT_ID=env-id;DATABRICKS_CLIENT_SECRET=env-secret", "https://a.example.com  ")]
    [InlineData("HOST=https://a.example.com;AUTHTYPE=external-browser", "DATABRICKS_CLIENT_ID=env-id;DATABRICKS_CLIENT_SECRET=env-secret", "https://a.example.com  ")]
    [InlineData("HOST=https://a.example.com;AUTHTYPE=external-browser", "DATABRICKS_CLIENT_ID=env-id", "https://a.example.com  env-id")]
    public void A_host_that_the_code_names_takes_no_profile_or_secret_of_another(string code, string environment, string expected) =>
        Assert.Equal(expected, Read(code, environment));

    [Theory]
    [InlineData(
        "", "DATABRICKS_HOST=https://dev.example.com;DATABRICKS_CONFIG_PROFILE=prod",
        "Sign-in failed: DATABRICKS_HOST is https://dev.example.com, and the profile prod (DATABRICKS_CONFIG_PROFILE) signs in to https://prod.example.com: " +
        "what it holds is not sent to another host. Next step: Take one of them away, or name a profile of https://dev.example.com.")]
    [InlineData(
        "", "DATABRICKS_HOST=https://dev.example.com;DATABRICKS_CONFIG_PROFILE=user",
        "Sign-in failed: DATABRICKS_HOST is https://dev.example.com, and the profile user (DATABRICKS_CONFIG_PROFILE) signs in to https://prod.example.com: " +
        "what it holds is not sent to another host. Next step: Take one of them away, or name a profile of https://dev.example.com.")]
    [InlineData(
        "HOST=https://a.example.com;PROFILE=prod", "",
        "Sign-in failed: host of the options is https://a.example.com, and the profile prod (profile of the options) signs in to https://prod.example.com: " +
        "what it holds is not sent to another host. Next step: Take one of them away, or name a profile of https://a.example.com.")]
    [InlineData(
        "HOST=https://a.example.com", "DATABRICKS_HOST=https://c.example.com;DATABRICKS_CLIENT_ID=env-id;DATABRICKS_CLIENT_SECRET=env-secret",
        "Sign-in failed: host of the options is https://a.example.com, and DATABRICKS_CLIENT_SECRET is for DATABRICKS_HOST, which is https://c.example.com: the " +
        "secret is not sent to another host. Next step: If the service principal is to sign in to both, set ClientId and ClientSecret in code as well; " +
        "else set AuthType to the way that is meant.")]
    [InlineData(
        "CLIENTID=own", "DATABRICKS_HOST=https://c.example.com;DATABRICKS_CLIENT_ID=env-id;DATABRICKS_CLIENT_SECRET=env-secret",
        "Sign-in failed: client_id of the options is own, and DATABRICKS_CLIENT_SECRET is the secret of env-id: they are not used together. " +
        "Next step: Set ClientId and ClientSecret in one place, or AuthType (DATABRICKS_AUTH_TYPE) to the way that is meant.")]
    [InlineData(
        "", "DATABRICKS_CONFIG_PROFILE=prod;DATABRICKS_CLIENT_ID=env-id",
        "Sign-in failed: DATABRICKS_CLIENT_ID is env-id, and client_secret of the profile prod is the secret of prod-id: they are not used together. " +
        "Next step: Set ClientId and ClientSecret in one place, or AuthType (DATABRICKS_AUTH_TYPE) to the way that is meant.")]
    public void Sources_that_contradict_each_other_are_refused_and_named(string code, string environment, string message) =>
        Assert.Equal(message, Assert.Throws<AppAuthenticationException>(() => Read(code, environment)).Message);

    [Theory]
    [InlineData("DATABRICKS_DISCOVERY_URL", "https://a.example.com/.well-known")]
    [InlineData("DATABRICKS_WORKSPACE_ID", "7")]
    [InlineData("DATABRICKS_ACCOUNT_ID", "acc")]
    [InlineData("DATABRICKS_TOKEN_AUDIENCE", "aud")]
    [InlineData("DATABRICKS_CLOUD", "GCP")]
    public void What_the_environment_says_of_its_own_workspace_is_not_said_of_another(string variable, string value)
    {
        AuthAttribute attribute = AuthAttribute.All.Single(a => a.Variable == variable);
        Apply("HOST=https://a.example.com;CLIENTID=own;CLIENTSECRET=s", $"{variable}={value}");
        Assert.Equal(value, Settings()[attribute]);

        _setup.Environment["DATABRICKS_HOST"] = "https://c.example.com";
        Assert.Null(Settings()[attribute]);
    }

    [Theory]
    [InlineData("HOST=https://a.example.com;CLIENTID=own;CLIENTSECRET=s", "", "host of the options is https://a.example.com")]
    [InlineData("HOST=https://a.example.com;AUTHTYPE=external-browser", "", "host of the options is https://a.example.com")]
    [InlineData("", "DATABRICKS_CONFIG_PROFILE=prod", "host of the profile prod is https://prod.example.com")]
    public void Who_signs_in_to_a_host_is_not_sent_to_an_authorization_server_of_another_source(string code, string environment, string host)
    {
        Apply(code, environment + ";DATABRICKS_DISCOVERY_URL=https://sso.example.com/.well-known");

        Assert.Equal(
            $"Sign-in failed: {host}, and DATABRICKS_DISCOVERY_URL is https://sso.example.com/.well-known: who signs in to the one is not sent to the other. " +
            "Next step: Set Host and DiscoveryUrl in one place, or take DiscoveryUrl (DATABRICKS_DISCOVERY_URL) away.",
            Assert.Throws<AppAuthenticationException>(Settings).Message);
    }

    [Theory]
    [InlineData("HOST=https://a.example.com", "DATABRICKS_CLIENT_ID=i;DATABRICKS_CLIENT_SECRET=s", "https://sso.example.com/.well-known")]
    [InlineData("HOST=https://a.example.com", "DATABRICKS_OIDC_TOKEN=jwt", "https://sso.example.com/.well-known")]
    [InlineData("HOST=https://a.example.com", "DATABRICKS_OIDC_TOKEN_FILEPATH=/var/run/token", "https://sso.example.com/.well-known")]
    [InlineData("CLIENTID=own;CLIENTSECRET=s", "DATABRICKS_HOST=https://a.example.com", "https://sso.example.com/.well-known")]
    [InlineData("PROFILE=prod", "", null)]
    public void One_of_the_same_source_is_asked(string code, string environment, string? server)
    {
        Apply(code, environment + ";DATABRICKS_DISCOVERY_URL=https://sso.example.com/.well-known");

        Assert.Equal(server, Settings()[AuthAttribute.DiscoveryUrl]);
    }

    [Fact]
    public void A_users_token_of_another_issuer_is_not_exchanged_where_the_environment_says()
    {
        Apply("HOST=https://a.example.com", "DATABRICKS_DISCOVERY_URL=https://sso.example.com/.well-known;DATABRICKS_OIDC_TOKEN=jwt");
        _ = Settings();

        _setup.Options.FederatedTokenProvider = _ => new("jwt");
        Assert.Throws<AppAuthenticationException>(Settings);
    }

    [Theory]
    [InlineData("DATABRICKS_OIDC_TOKEN=jwt", "DATABRICKS_OIDC_TOKEN")]
    [InlineData("DATABRICKS_OIDC_TOKEN_ENV=MY_TOKEN;MY_TOKEN=jwt", "MY_TOKEN")]
    [InlineData("DATABRICKS_OIDC_TOKEN_FILEPATH=/var/run/token", "DATABRICKS_OIDC_TOKEN_FILEPATH")]
    public void A_token_that_the_environment_has_for_its_own_host_is_not_sent_to_another(string environment, string variable)
    {
        Apply("HOST=https://a.example.com", environment);
        _ = Settings();

        _setup.Environment["DATABRICKS_HOST"] = "https://c.example.com";
        Assert.Equal(
            $"Sign-in failed: host of the options is https://a.example.com, and {variable} is for DATABRICKS_HOST, which is https://c.example.com: the token is " +
            "not sent to another host. Next step: If the token is for both, give it in code as well, by OidcTokenVariable, OidcTokenFile or " +
            "FederatedTokenProvider; else set AuthType to the way that is meant.",
            Assert.Throws<AppAuthenticationException>(Settings).Message);

        _setup.Options.AuthType = "databricks-cli";
        _ = Settings();
    }

    [Fact]
    public void A_token_of_another_issuer_is_not_exchanged_for_the_service_principal_that_lies_around()
    {
        Apply("HOST=https://a.example.com", "DATABRICKS_CLIENT_ID=env-id;DATABRICKS_CLIENT_SECRET=env-secret");
        _setup.Options.FederatedTokenProvider = _ => new("jwt");
        Assert.Null(Settings()[AuthAttribute.ClientId]);

        _setup.Options.ClientId = "meant";
        Assert.Equal("meant", Settings()[AuthAttribute.ClientId]);

        _setup.Options.ClientId = null;
        _setup.Environment.Remove("DATABRICKS_CLIENT_SECRET");
        Assert.Equal("env-id", Settings()[AuthAttribute.ClientId]);
    }

    [Theory]
    [InlineData("PROFILE=prod", "DATABRICKS_HOST=https://dev.example.com")]
    [InlineData("HOST=https://a.example.com", "DATABRICKS_CONFIG_PROFILE=prod")]
    [InlineData("", "DATABRICKS_HOST=https://dev.example.com;DATABRICKS_CONFIG_PROFILE=prod")]
    [InlineData("HOST=https://a.example.com;PROFILE=prod", "")]
    [InlineData("HOST=https://a.example.com", "DATABRICKS_HOST=https://prod.example.com;DATABRICKS_CLIENT_ID=prod-id;DATABRICKS_CLIENT_SECRET=prod-secret")]
    public async Task The_secret_of_one_workspace_is_sent_to_no_other(string code, string environment)
    {
        Apply(code, environment);
        using TokenSources sources = _setup.Sources();

        await Assert.ThrowsAsync<AppAuthenticationException>(
            () => sources.For(_setup.Options, []).GetTokenAsync(TestContext.Current.CancellationToken).AsTask());

        string secret = Convert.ToBase64String(Encoding.UTF8.GetBytes("prod-id:prod-secret"));
        Assert.DoesNotContain(
            _setup.Workspace.Requests.Zip(_setup.Workspace.Sent),
            sent => !sent.First.Contains("https://prod.example.com/", StringComparison.Ordinal)
                && $"{sent.Second.Authorization}{sent.Second.Body}".Contains(secret, StringComparison.Ordinal));
    }

    private string Read(string code, string environment)
    {
        Apply(code, environment);
        AuthSettings settings = Settings();
        return $"{settings.Host} {settings[AuthAttribute.Profile]} {settings[AuthAttribute.ClientId]}";
    }

    private AuthSettings Settings() =>
        AuthSettings.Read(_setup.Options, _setup.Options.Scopes, name => _setup.Environment.GetValueOrDefault(name));

    private void Apply(string code, string environment)
    {
        foreach (string[] pair in code.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)))
        {
            _ = pair[0] switch
            {
                "HOST" => _setup.Options.Host = pair[1],
                "PROFILE" => _setup.Options.Profile = pair[1],
                "CLIENTID" => _setup.Options.ClientId = pair[1],
                "CLIENTSECRET" => _setup.Options.ClientSecret = pair[1],
                "AUTHTYPE" => _setup.Options.AuthType = pair[1],
                _ => throw new ArgumentException(pair[0]),
            };
        }

        foreach (string[] pair in environment.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)))
        {
            _setup.Environment[pair[0]] = pair[1];
        }
    }
}
