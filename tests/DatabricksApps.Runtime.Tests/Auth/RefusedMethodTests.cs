using DatabricksApps.Auth;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Tests.Auth;

/// <summary>What apps refuse is passed over, and said where nothing else signs in.</summary>
[Collection(FakeCli.Collection)]
public class RefusedMethodTests
{
    private const string Pat =
        "pat: apps take no personal access tokens. Next step: Sign in with databricks auth login, or set ClientId and " +
        "ClientSecret of a service principal; a Databricks OAuth token that you have goes into Token.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_chain_passes_over_it_to_what_apps_take()
    {
        using FakeCli cli = new FakeCli().WriteToken();
        SignInSetup setup = Setup(("DATABRICKS_TOKEN", "dapi0123456789abcdef"), ("PATH", cli.Folder));

        Assert.Equal("the-cli-token", (await setup.Chain().GetTokenAsync(Cancellation)).Value);
        Assert.Contains("pat is configured and passed over: apps take no personal access tokens", setup.Log.Of(LogLevel.Debug));
        Assert.Empty(setup.Log.Of(LogLevel.Warning));
    }

    [Fact]
    public async Task If_it_is_the_only_one_the_error_begins_with_it()
    {
        SignInSetup setup = Setup(("DATABRICKS_TOKEN", "dapi0123456789abcdef"));

        string message = await MessageOf(setup);

        Assert.StartsWith($"Sign-in failed: {Pat} (default auth: cannot configure default credentials", message);
        Assert.Contains("Config: host=https://ws.example.com, token=***. Env: DATABRICKS_HOST, DATABRICKS_TOKEN.", message);
        Assert.Empty(setup.Workspace.Requests);
    }

    [Fact]
    public async Task If_it_is_named_nothing_else_is_tried()
    {
        SignInSetup setup = Setup(("DATABRICKS_TOKEN", "dapi0123456789abcdef"), ("DATABRICKS_AUTH_TYPE", "pat"));

        Assert.Equal(
            $"Sign-in failed: {Pat} (pat; Config: host=https://ws.example.com, token=***. Env: DATABRICKS_HOST, DATABRICKS_TOKEN)",
            await MessageOf(setup));
    }

    [Theory]
    [InlineData("basic", "apps take no password", "DATABRICKS_USERNAME", "u", "DATABRICKS_PASSWORD", "p")]
    [InlineData("azure-cli", "apps take no Entra ID tokens", "DATABRICKS_HOST", "adb-1.2.azuredatabricks.net", "DATABRICKS_AUTH_TYPE", "azure-cli")]
    [InlineData("azure-msi", "apps take no Entra ID tokens", "DATABRICKS_HOST", "adb-1.2.azuredatabricks.net", "ARM_USE_MSI", "true")]
    [InlineData("google-id", "apps take no Google tokens", "DATABRICKS_HOST", "1.2.gcp.databricks.com", "DATABRICKS_GOOGLE_SERVICE_ACCOUNT", "s")]
    public async Task Each_says_why(string name, string reason, string variable, string value, string otherVariable, string otherValue) =>
        Assert.Contains($"{name}: {reason}. Next step: ", await MessageOf(Setup((variable, value), (otherVariable, otherValue))));

    [Theory]
    [InlineData("pat", "default auth: token is required. Config: host=https://ws.example.com. Env: DATABRICKS_HOST.")]
    [InlineData("basic", "basic auth: not configured. Config: host=https://ws.example.com. Env: DATABRICKS_HOST. Reason: username (DATABRICKS_USERNAME), password (DATABRICKS_PASSWORD) are not set.")]
    [InlineData("oauth-m2m", "oauth-m2m auth: not configured. Config: host=https://ws.example.com. Env: DATABRICKS_HOST. Reason: client_id (DATABRICKS_CLIENT_ID), client_secret (DATABRICKS_CLIENT_SECRET) are not set.")]
    [InlineData("nonsense",
        "auth type \"nonsense\" not found, please check https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication " +
        "for a list of supported auth types. Config: host=https://ws.example.com. Env: DATABRICKS_HOST. " +
        "Next step: Set AuthType (DATABRICKS_AUTH_TYPE) to one that apps take: oauth-m2m, databricks-cli, metadata-service, github-oidc, azure-devops-oidc, env-oidc, file-oidc, external-browser.")]
    public async Task A_name_that_fits_nothing_is_told(string name, string message) =>
        Assert.StartsWith("Sign-in failed: " + message, await MessageOf(Setup(("DATABRICKS_AUTH_TYPE", name))));

    [Theory]
    [InlineData("oauth-m2m", "default auth: host is required. Next step")]
    [InlineData("databricks-cli", "default auth: host is required. Next step")]
    [InlineData("external-browser", "default auth: host is required. Next step")]
    public async Task Without_a_host_nobody_signs_in(string name, string message)
    {
        SignInSetup setup = new() { Environment = { ["DATABRICKS_AUTH_TYPE"] = name } };

        Assert.StartsWith("Sign-in failed: " + message, await MessageOf(setup));
    }

    private static SignInSetup Setup(params (string Name, string Value)[] variables)
    {
        SignInSetup setup = new() { Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host } };
        foreach ((string name, string value) in variables)
        {
            setup.Environment[name] = value;
        }

        return setup;
    }

    private static async Task<string> MessageOf(SignInSetup setup) =>
        (await Assert.ThrowsAsync<AppAuthenticationException>(() => setup.Chain().GetTokenAsync(Cancellation).AsTask())).Message;
}
