using System.Diagnostics;

namespace DatabricksApps.Tests.Auth;

/// <summary>A profile or a file that the code names is whole: what it does not hold, its own way to sign in gets, and nothing else.</summary>
[Collection(FakeCli.Collection)]
public sealed class ExplicitProfileTests : ExplicitSignIn
{
    [Theory]
    [InlineData("DATABRICKS_OIDC_TOKEN")]
    [InlineData("DATABRICKS_OIDC_TOKEN_FILEPATH")]
    [InlineData("DATABRICKS_CLIENT_SECRET")]
    [InlineData("DATABRICKS_METADATA_SERVICE_URL")]
    public async Task A_profile_of_the_code_without_a_secret_signs_in_as_its_user_whatever_the_environment_holds(string variable)
    {
        Setup.Options.Profile = "empty";
        Env("DATABRICKS_HOST", "https://dev.example.com");
        Env("DATABRICKS_CLIENT_ID", "dev-id");
        Env(variable, "http://127.0.0.1:1/of-dev");

        Assert.Equal("token-of-the-developer", await SignInAsync());
        Assert.Equal(["auth token --profile empty"], Cli.Runs);
        Assert.Empty(Sent());
    }

    [Fact]
    public async Task A_profile_of_the_code_that_wants_the_environments_token_gets_it()
    {
        File.AppendAllText(Path.Combine(Home.FullName, ".databrickscfg"), "\n[job]\nhost = https://prod.example.com\nauth_type = env-oidc\n");
        Setup.Options.Profile = "job";
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
        Setup.Options.Host = "https://a.example.com";
        Env("DATABRICKS_CONFIG_PROFILE", "empty");
        Env("DATABRICKS_CLIENT_ID", "env-id");
        Env(variable, "http://127.0.0.1:1/of-prod");

        Assert.StartsWith($"Sign-in failed: host of the options is https://a.example.com, and {message}. Next step: ", await SignInAsync(), StringComparison.Ordinal);
        Assert.Empty(Sent());
    }

    [Fact]
    public async Task A_secret_of_a_profile_that_the_code_names_fails_as_itself()
    {
        Setup.Options.Profile = "expired";
        Refuse("prod");

        Assert.Contains("(oauth-m2m; Config: host=https://prod.example.com", await SignInAsync(), StringComparison.Ordinal);
        Assert.Empty(Cli.Runs);
    }

    [Theory]
    [InlineData("", "prod-id", "token-of-prod")]
    [InlineData("other", "c-id", "token-of-dev")]
    public async Task A_file_of_the_code_is_read_and_the_environment_may_choose_among_its_profiles(string profile, string clientId, string token)
    {
        string file = Path.Combine(Home.FullName, "app.cfg");
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
        Setup.Options.ConfigFile = file;
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
        File.Delete(Path.Combine(Home.FullName, ".databrickscfg"));
        Setup.Options.Profile = profile;
        Setup.Options.ConfigFile = file;
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
    [InlineData("/dev/null", "resolve: /dev/null has no DEFAULT profile")]
    [InlineData("/dev/zero", "resolve: /dev/zero has no DEFAULT profile")]
    [InlineData("fifo", "app.cfg has no DEFAULT profile")]
    [InlineData("large", "app.cfg is longer than 1 MiB")]
    public async Task A_file_of_the_code_that_is_none_of_profiles_is_not_read_for_ever(string file, string message)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The devices are Linux's.");
        string path = Path.Combine(Home.FullName, "app.cfg");
        if (file == "fifo")
        {
            using Process fifo = Process.Start("/usr/bin/mkfifo", path);
            await fifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        else if (file == "large")
        {
            await File.WriteAllTextAsync(path, new string('#', (1024 * 1024) + 1), TestContext.Current.CancellationToken);
        }

        Setup.Options.ConfigFile = file[0] == '/' ? file : path;

        Assert.Contains(
            message, await Task.Run(SignInAsync, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nonexistent/app.cfg", "there is no file /nonexistent/app.cfg")]
    [InlineData("~/typo.cfg", "there is no file ")]
    [InlineData("/tmp", "there is no file /tmp")]
    [InlineData("~/typo.cfg", "there is no home folder, in which ~/typo.cfg would be", false)]
    public async Task A_file_of_the_code_that_is_not_there_is_told_also_beside_what_signs_in(string file, string message, bool hasHome = true)
    {
        if (!hasHome)
        {
            Setup.Environment.Remove("HOME");
            Setup.Environment.Remove("USERPROFILE");
        }

        Setup.Options.Host = "https://a.example.com";
        Setup.Options.ConfigFile = file;
        string jwt = Path.Combine(Home.FullName, "jwt");
        File.WriteAllText(jwt, "jwt");
        foreach (bool isSecret in (bool[])[true, false])
        {
            (Setup.Options.ClientId, Setup.Options.ClientSecret) = isSecret ? ("own", "own-secret") : (null, null);
            Setup.Options.OidcTokenFile = isSecret ? null : jwt;

            Assert.StartsWith($"Sign-in failed: resolve: {message}", await SignInAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(Sent());
    }

    [Fact]
    public async Task A_file_of_the_code_that_is_there_need_not_have_a_default_profile_beside_what_signs_in()
    {
        string file = Path.Combine(Home.FullName, "app.cfg");
        File.WriteAllText(file, "[prod]\nhost = https://prod.example.com\n");
        Setup.Options.ConfigFile = file;
        Setup.Options.Host = "https://a.example.com";
        Setup.Options.ClientId = "own";
        Setup.Options.ClientSecret = "own-secret";

        Assert.Equal("token-of-a", await SignInAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gone.cfg")]
    public async Task A_profile_that_the_environment_names_is_needed_where_the_environment_signs_in(string? file)
    {
        File.Delete(Path.Combine(Home.FullName, ".databrickscfg"));
        Env("DATABRICKS_CONFIG_PROFILE", "prod");
        Env("DATABRICKS_HOST", "https://dev.example.com");
        Env("DATABRICKS_CLIENT_ID", "env-id");
        Env("DATABRICKS_CLIENT_SECRET", "env-secret");
        if (file is not null)
        {
            Env("DATABRICKS_CONFIG_FILE", Path.Combine(Home.FullName, file));
        }

        string failure = await SignInAsync();
        Assert.StartsWith("Sign-in failed: resolve: the profile prod cannot be read: there is no file ", failure, StringComparison.Ordinal);
        Assert.Empty(Sent());

        Setup.Options.Host = "https://a.example.com";
        Setup.Options.ClientId = "own";
        Setup.Options.ClientSecret = "own-secret";
        Assert.Equal("token-of-a", await SignInAsync());

        Setup.Options.ConfigFile = Path.Combine(Home.FullName, "gone.cfg");
        Assert.Contains("there is no file ", await SignInAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_the_environment_names_alone_may_be_gone()
    {
        Env("DATABRICKS_CONFIG_FILE", "/nonexistent/app.cfg");
        Env("DATABRICKS_HOST", "https://dev.example.com");
        Env("DATABRICKS_CLIENT_ID", "env-id");
        Env("DATABRICKS_CLIENT_SECRET", "env-secret");

        Assert.Equal("token-of-dev", await SignInAsync());
    }

    [Fact]
    public async Task A_file_of_the_code_without_a_default_profile_leaves_the_sign_in_to_nobody_else()
    {
        string file = Path.Combine(Home.FullName, "app.cfg");
        File.WriteAllText(file, "[prod]\nhost = https://prod.example.com\n");
        Setup.Options.ConfigFile = file;
        Env("DATABRICKS_CLIENT_ID", "env-id");
        Env("DATABRICKS_CLIENT_SECRET", "env-secret");
        Env("DATABRICKS_HOST", "https://dev.example.com");

        Assert.Equal(
            $"Sign-in failed: resolve: {file} has no DEFAULT profile. Config: host=https://dev.example.com, config_file={file}, client_id=env-id, client_secret=***. " +
            "Env: DATABRICKS_HOST, DATABRICKS_CLIENT_ID, DATABRICKS_CLIENT_SECRET. " +
            "Next step: Name one of its profiles by Profile (DATABRICKS_CONFIG_PROFILE), or take ConfigFile away.",
            await SignInAsync());
        Assert.Empty(Sent());
    }

    [Theory]
    [InlineData("gone", "own", "s", "token-of-a")]
    [InlineData("gone", null, null, "has no gone profile configured")]
    [InlineData("gone", "own", null, "has no gone profile configured")]
    public async Task A_profile_of_the_environment_that_cannot_be_read_stops_only_who_needs_it(string profile, string? clientId, string? secret, string expected)
    {
        Setup.Options.Host = "https://a.example.com";
        Setup.Options.ClientId = clientId;
        Setup.Options.ClientSecret = secret;
        Env("DATABRICKS_CONFIG_PROFILE", profile);

        Assert.Contains(expected, await SignInAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auth_type = oauth-m2m\nclient_id = own", "DATABRICKS_CLIENT_SECRET, DATABRICKS_HOST", "client_secret (DATABRICKS_CLIENT_SECRET) is not set")]
    [InlineData("auth_type = metadata-service\nclient_id = own", "DATABRICKS_CLIENT_SECRET, DATABRICKS_HOST", "metadata_service_url (DATABRICKS_METADATA_SERVICE_URL) is not set")]
    public async Task A_profile_of_the_code_that_lacks_a_value_is_told_which_variables_were_set_aside(string profile, string aside, string reason)
    {
        File.AppendAllText(Path.Combine(Home.FullName, ".databrickscfg"), $"\n[job]\nhost = https://prod.example.com\n{profile}\n");
        Setup.Options.Profile = "job";
        Env("DATABRICKS_HOST", "https://prod.example.com");
        Env("DATABRICKS_CLIENT_SECRET", "env-secret");

        Assert.EndsWith($". Set aside beside what the code gives: {aside}. Reason: {reason}.", await SignInAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_of_the_code_leaves_the_environments_host_and_lets_no_default_profile_in()
    {
        Setup.Options.AccountId = "acc-code";
        Env("DATABRICKS_HOST", "https://dev.example.com");
        Env("DATABRICKS_ACCOUNT_ID", "acc-env");

        Assert.Equal("token-of-the-developer", await SignInAsync());
        Assert.Equal(["auth token --host https://dev.example.com"], Cli.Runs);
    }

    [Fact]
    public async Task A_secret_in_a_profile_without_a_host_is_for_the_environments()
    {
        File.AppendAllText(Path.Combine(Home.FullName, ".databrickscfg"), "\n[nohost]\nclient_id = i\nclient_secret = s\n");
        Setup.Options.Host = "https://a.example.com";
        Env("DATABRICKS_HOST", "https://dev.example.com");
        Env("DATABRICKS_CONFIG_PROFILE", "nohost");

        Assert.StartsWith(
            "Sign-in failed: host of the options is https://a.example.com, and client_secret of the profile nohost is for DATABRICKS_HOST, which is " +
            "https://dev.example.com: the secret is not sent to another host.", await SignInAsync(), StringComparison.Ordinal);
        Assert.Empty(Sent());
    }

    [Fact]
    public async Task A_profile_of_the_code_that_names_its_way_gets_what_that_needs()
    {
        string file = Path.Combine(Home.FullName, "token");
        File.WriteAllText(file, "jwt");
        File.AppendAllText(Path.Combine(Home.FullName, ".databrickscfg"), "\n[job]\nhost = https://prod.example.com\nauth_type = file-oidc\n");
        Setup.Options.Profile = "job";
        Env("DATABRICKS_OIDC_TOKEN_FILEPATH", file);

        Assert.Equal("token-of-prod", await SignInAsync());
    }
}
