using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>On a host of several workspaces it is the ids that name one, and they rank as the source in which they stand.</summary>
public sealed class NamedWorkspaceTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("databricks-home-");
    private readonly Dictionary<string, string> _environment = [];
    private readonly DatabricksAppOptions _options = new();

    public NamedWorkspaceTests()
    {
        _environment["HOME"] = _environment["USERPROFILE"] = _home.FullName;
        File.WriteAllText(
            Path.Combine(_home.FullName, ".databrickscfg"),
            "[w2]\nhost = https://uni.example.com\nworkspace_id = 2\nclient_id = id-of-2\nclient_secret = secret-of-2\n");
    }

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void The_ids_in_the_codes_host_win_over_those_of_the_environment()
    {
        _options.Host = "https://uni.example.com?o=1&a=acc-code";
        _environment["DATABRICKS_WORKSPACE_ID"] = "9";
        _environment["DATABRICKS_ACCOUNT_ID"] = "acc-env";

        Assert.Equal(("1", "acc-code"), Ids());
    }

    [Fact]
    public void What_the_code_says_beside_its_host_wins_over_the_ids_in_it()
    {
        _options.Host = "https://uni.example.com?o=1";
        _options.WorkspaceId = "3";

        Assert.Equal(("3", null), Ids());
    }

    [Fact]
    public void Of_the_same_host_what_only_the_environment_says_is_joined()
    {
        _options.Host = "https://uni.example.com";
        _environment["DATABRICKS_HOST"] = "https://uni.example.com?o=9";

        Assert.Equal(("9", null), Ids());
    }

    [Theory]
    [InlineData("https://uni.example.com?o=1", null)]
    [InlineData("https://uni.example.com", "1")]
    public void A_profile_of_another_workspace_does_not_count_beside_the_codes(string host, string? workspaceId)
    {
        _options.Host = host;
        _options.WorkspaceId = workspaceId;
        _environment["DATABRICKS_CONFIG_PROFILE"] = "w2";

        AuthSettings settings = Read();
        Assert.Equal(("1", null, null), (settings[AuthAttribute.WorkspaceId], settings[AuthAttribute.Profile], settings[AuthAttribute.ClientSecret]));
    }

    [Fact]
    public void One_that_the_code_names_itself_is_a_contradiction()
    {
        _options.WorkspaceId = "1";
        _options.Profile = "w2";

        Assert.Equal(
            "Sign-in failed: workspace_id of the options is the workspace 1, and the profile w2 (profile of the options) signs in to the workspace 2: " +
            "what it holds is not sent to another workspace. Next step: Take one of them away, or name a profile of the workspace 1.",
            Assert.Throws<AppAuthenticationException>(Read).Message);
    }

    [Fact]
    public void The_environments_secret_for_another_workspace_of_the_host_is_refused()
    {
        _options.Host = "https://uni.example.com?o=1";
        _environment["DATABRICKS_HOST"] = "https://uni.example.com";
        _environment["DATABRICKS_WORKSPACE_ID"] = "9";
        _environment["DATABRICKS_CLIENT_ID"] = "i";
        _environment["DATABRICKS_CLIENT_SECRET"] = "s";

        Assert.StartsWith(
            "Sign-in failed: workspace_id of the options is the workspace 1, and DATABRICKS_CLIENT_SECRET is for DATABRICKS_WORKSPACE_ID, which is " +
            "the workspace 9: the secret is not sent to another workspace. Next step: ",
            Assert.Throws<AppAuthenticationException>(Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_source_that_names_the_other_workspace_is_the_profile_where_that_says_it()
    {
        _options.WorkspaceId = "1";
        _options.Host = "https://uni.example.com";
        _environment["DATABRICKS_CONFIG_PROFILE"] = "w2";
        _environment["DATABRICKS_OIDC_TOKEN"] = "jwt";

        Assert.StartsWith(
            "Sign-in failed: workspace_id of the options is the workspace 1, and DATABRICKS_OIDC_TOKEN is for DATABRICKS_CONFIG_PROFILE, which signs in to " +
            "the workspace 2: the token is not sent to another workspace. Next step: ",
            Assert.Throws<AppAuthenticationException>(Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_is_the_same_in_capitals()
    {
        _options.Host = "https://uni.example.com?a=0A1B2C3D-0000-4000-8000-00000000000F";
        _environment["DATABRICKS_HOST"] = "https://uni.example.com";
        _environment["DATABRICKS_ACCOUNT_ID"] = "0a1b2c3d-0000-4000-8000-00000000000f";
        _environment["DATABRICKS_CLIENT_ID"] = "i";
        _environment["DATABRICKS_CLIENT_SECRET"] = "s";

        Assert.Equal("s", Read()[AuthAttribute.ClientSecret]);
    }

    private (string? WorkspaceId, string? AccountId) Ids()
    {
        AuthSettings settings = Read();
        return (settings[AuthAttribute.WorkspaceId], settings[AuthAttribute.AccountId]);
    }

    private AuthSettings Read() => AuthSettings.Read(_options, [], name => _environment.GetValueOrDefault(name));
}
