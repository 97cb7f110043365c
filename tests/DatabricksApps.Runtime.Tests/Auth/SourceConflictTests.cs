using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>What tells two places apart is named, and who gives both a secret and a server means it.</summary>
public sealed class SourceConflictTests
{
    [Theory]
    [InlineData("DATABRICKS_WORKSPACE_ID=1", null, "2", null, "workspace_id of the options is the workspace 2, and DATABRICKS_CLIENT_SECRET is for DATABRICKS_WORKSPACE_ID, which is the workspace 1: the secret is not sent to another workspace.")]
    [InlineData("DATABRICKS_ACCOUNT_ID=x", null, null, "y", "account_id of the options is the account y, and DATABRICKS_CLIENT_SECRET is for DATABRICKS_ACCOUNT_ID, which is the account x: the secret is not sent to another account.")]
    [InlineData("DATABRICKS_HOST=https://b.example.com;DATABRICKS_WORKSPACE_ID=1", null, "2", null, "host of the options is https://a.example.com, and DATABRICKS_CLIENT_SECRET is for DATABRICKS_HOST, which is https://b.example.com: the secret is not sent to another host.")]
    [InlineData("DATABRICKS_WORKSPACE_ID=1;DATABRICKS_ACCOUNT_ID=x", null, "2", "y", "workspace_id of the options is the workspace 2")]
    public void A_secret_of_the_environment_is_for_what_the_environment_names(string environment, string? host, string? workspace, string? account, string message)
    {
        DatabricksAppOptions options = new() { Host = host ?? "https://a.example.com", WorkspaceId = workspace, AccountId = account };

        AppAuthenticationException seen = Assert.Throws<AppAuthenticationException>(
            () => Read(options, environment + ";DATABRICKS_CLIENT_ID=c;DATABRICKS_CLIENT_SECRET=s"));

        Assert.StartsWith("Sign-in failed: " + message, seen.Message);
    }

    [Theory]
    [InlineData(AuthTypes.OidcFile, "/x", null, true)]
    [InlineData(AuthTypes.OidcVariable, null, "MY_TOKEN", true)]
    [InlineData(null, "/x", null, true)]
    [InlineData(null, null, "MY_TOKEN", true)]
    [InlineData("databricks-cli", null, null, false)]
    public void A_server_that_comes_with_the_token_of_another_issuer_is_meant(string? method, string? file, string? variable, bool isMeant)
    {
        DatabricksAppOptions options = new()
        {
            AuthType = method, OidcTokenFile = file, OidcTokenVariable = variable, DiscoveryUrl = new Uri("https://sso.example.com/meta"),
        };

        Exception? seen = Record.Exception(() => Read(options, "DATABRICKS_HOST=https://a.example.com"));

        Assert.Equal(isMeant, seen is null);
        Assert.Contains(isMeant ? "" : "DATABRICKS_HOST is https://a.example.com, and discovery_url of the options is https://sso.example.com/meta: who signs in to the one is not sent to the other", seen?.Message ?? "");
    }

    private static AuthSettings Read(DatabricksAppOptions options, string environment)
    {
        Dictionary<string, string> values = environment.Split(';').ToDictionary(pair => pair.Split('=', 2)[0], pair => pair.Split('=', 2)[1]);
        return AuthSettings.Read(options, [], name => values.GetValueOrDefault(name));
    }
}
