using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>Which settings mean each way that apps refuse: all of them, and none fewer.</summary>
public sealed class RefusedMethodDetailTests
{
    private const string Azure = "DATABRICKS_HOST=adb-1.2.azuredatabricks.net";
    private const string Google = "DATABRICKS_HOST=1.2.gcp.databricks.com";
    private const string Aws = "DATABRICKS_HOST=ws.cloud.databricks.com";

    [Theory]
    [InlineData("pat", Aws + ";DATABRICKS_TOKEN=t", null)]
    [InlineData("pat", Aws, "token (DATABRICKS_TOKEN) is not set")]
    [InlineData("pat", "DATABRICKS_TOKEN=t", "host (DATABRICKS_HOST) is not set")]
    [InlineData("basic", Aws + ";DATABRICKS_USERNAME=u;DATABRICKS_PASSWORD=p", null)]
    [InlineData("basic", Aws + ";DATABRICKS_USERNAME=u", "password (DATABRICKS_PASSWORD) is not set")]
    [InlineData("basic", Aws + ";DATABRICKS_PASSWORD=p", "username (DATABRICKS_USERNAME) is not set")]
    [InlineData("basic", "DATABRICKS_USERNAME=u;DATABRICKS_PASSWORD=p", "host (DATABRICKS_HOST) is not set")]
    [InlineData("github-oidc-azure", Azure + ";ARM_CLIENT_ID=c;ARM_TENANT_ID=t;ACTIONS_ID_TOKEN_REQUEST_URL=u;ACTIONS_ID_TOKEN_REQUEST_TOKEN=r", null)]
    [InlineData("github-oidc-azure", Azure + ";ARM_TENANT_ID=t;ACTIONS_ID_TOKEN_REQUEST_URL=u;ACTIONS_ID_TOKEN_REQUEST_TOKEN=r", "azure_client_id (ARM_CLIENT_ID) is not set")]
    [InlineData("github-oidc-azure", Azure + ";ARM_CLIENT_ID=c;ACTIONS_ID_TOKEN_REQUEST_URL=u;ACTIONS_ID_TOKEN_REQUEST_TOKEN=r", "azure_tenant_id (ARM_TENANT_ID) is not set")]
    [InlineData("github-oidc-azure", Aws + ";ARM_CLIENT_ID=c;ARM_TENANT_ID=t;ACTIONS_ID_TOKEN_REQUEST_URL=u;ACTIONS_ID_TOKEN_REQUEST_TOKEN=r", "the host is not on Azure")]
    [InlineData("azure-msi", Azure + ";ARM_USE_MSI=true", null)]
    [InlineData("azure-msi", Azure, "azure_use_msi (ARM_USE_MSI) is not set")]
    [InlineData("azure-msi", Aws + ";ARM_USE_MSI=true", "the host is not on Azure")]
    [InlineData("azure-client-secret", Azure + ";ARM_CLIENT_ID=c;ARM_CLIENT_SECRET=s;ARM_TENANT_ID=t", null)]
    [InlineData("azure-client-secret", Azure + ";ARM_CLIENT_ID=c;ARM_TENANT_ID=t", "azure_client_secret (ARM_CLIENT_SECRET) is not set")]
    [InlineData("azure-client-secret", Aws + ";ARM_CLIENT_ID=c;ARM_CLIENT_SECRET=s;ARM_TENANT_ID=t", "the host is not on Azure")]
    [InlineData("azure-cli", Azure, null)]
    [InlineData("azure-cli", Google, "the host is not on Azure")]
    [InlineData("google-credentials", Google + ";GOOGLE_CREDENTIALS=c", null)]
    [InlineData("google-credentials", Google, "google_credentials (GOOGLE_CREDENTIALS) is not set")]
    [InlineData("google-credentials", Azure + ";GOOGLE_CREDENTIALS=c", "the host is not on Google Cloud")]
    [InlineData("google-id", Google + ";DATABRICKS_GOOGLE_SERVICE_ACCOUNT=a", null)]
    [InlineData("google-id", Google, "google_service_account (DATABRICKS_GOOGLE_SERVICE_ACCOUNT) is not set")]
    [InlineData("google-id", Aws + ";DATABRICKS_GOOGLE_SERVICE_ACCOUNT=a", "the host is not on Google Cloud")]
    public void A_way_is_meant_by(string name, string environment, string? reason)
    {
        RefusedMethod method = CredentialMethods.Default.OfType<RefusedMethod>().Single(m => m.Name == name);

        Assert.Equal(reason, method.NotMine(Read(environment)));
    }

    [Fact]
    public void The_ways_are_tried_in_the_order_of_the_SDKs()
    {
        Assert.Equal(
            [
                "pat", "basic", "oauth-m2m", "databricks-cli", "metadata-service", "github-oidc", "azure-devops-oidc", "env-oidc", "file-oidc",
                "github-oidc-azure", "azure-msi", "azure-client-secret", "azure-cli", "google-credentials", "google-id",
            ],
            CredentialMethods.Default.Select(method => method.Name));
        Assert.Equal(["external-browser"], CredentialMethods.OnRequest.Select(method => method.Name));
    }

    [Theory]
    [InlineData("id", "secret", true)]
    [InlineData("id", null, false)]
    [InlineData(null, "secret", false)]
    public void A_service_principal_is_chosen_by_what_the_code_gives(string? id, string? secret, bool isChosen)
    {
        DatabricksAppOptions options = new() { Host = "ws.example.com", ClientId = id, ClientSecret = secret };

        AuthSettings settings = AuthSettings.Read(options, [], name => name == "DATABRICKS_CLIENT_ID" ? "id" : name == "DATABRICKS_CLIENT_SECRET" ? "secret" : null);

        Assert.Equal(isChosen, new ClientCredentialsMethod().IsChosen(settings));
    }

    [Theory]
    [InlineData("DATABRICKS_AUTH_TYPE=pat;DATABRICKS_TOKEN=t", "default auth: host is required for PAT authentication")]
    [InlineData("DATABRICKS_AUTH_TYPE=pat", "default auth: token is required")]
    [InlineData("DATABRICKS_AUTH_TYPE=basic;DATABRICKS_USERNAME=u", "basic auth: not configured")]
    [InlineData("DATABRICKS_AUTH_TYPE=basic;DATABRICKS_HOST=ws.example.com", "basic auth: not configured. Config: host=https://ws.example.com. Env: DATABRICKS_HOST. Reason: username")]
    [InlineData("DATABRICKS_AUTH_TYPE=azure-cli;DATABRICKS_AZURE_RESOURCE_ID=r", "azure-cli: apps take no Entra ID tokens")]
    [InlineData("DATABRICKS_AUTH_TYPE=azure-msi;DATABRICKS_AZURE_RESOURCE_ID=r", "azure-msi auth: not configured")]
    [InlineData("DATABRICKS_AUTH_TYPE=oauth-m2m", "default auth: host is required.")]
    public async Task One_that_is_named_says_what_it_lacks(string environment, string message)
    {
        SignInSetup setup = new();
        foreach (string pair in environment.Split(';'))
        {
            setup.Environment[pair.Split('=')[0]] = pair.Split('=')[1];
        }

        AppAuthenticationException seen = await Assert.ThrowsAsync<AppAuthenticationException>(
            () => setup.Chain().GetTokenAsync(TestContext.Current.CancellationToken).AsTask());

        Assert.StartsWith("Sign-in failed: " + message, seen.Message);

        // The settings are shown once, whoever shows them.
        Assert.InRange(seen.Message.Split("Config: ").Length, 1, 2);
    }

    [Fact]
    public async Task Who_signed_in_is_remembered_and_a_refused_token_is_told_to_it()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        CredentialChain chain = setup.Chain();
        chain.Invalidate(new AppToken("before"));
        Assert.Null(chain.Method);

        await chain.GetTokenAsync(TestContext.Current.CancellationToken);

        Assert.Equal("oauth-m2m", chain.Method);
    }

    [Theory]
    [InlineData("?o=1", "1", null)]
    [InlineData("h?o=12", "12", null)]
    [InlineData("h?w=ab&a=cd", "ab", "cd")]
    [InlineData("h?o=1x", null, null)]
    [InlineData("h?workspace_id=3&account_id=x%20y", "3", "x y")]
    [InlineData("h?o=1&workspace_id=2&w=4", "4", null)]
    [InlineData("h?o=1x&workspace_id=2", "2", null)]
    [InlineData("h?a=b&account_id=c", null, "b")]
    [InlineData("h?o=1&o=2", "1", null)]
    [InlineData("h?o=&=x&o", null, null)]
    [InlineData("h?o=1#o=2", "1", null)]
    [InlineData("h?O=1", null, null)]
    [InlineData("h", null, null)]
    [InlineData("o=1", null, null)]
    public void What_the_browser_shows_names_workspace_and_account(string host, string? workspace, string? account) =>
        Assert.Equal((workspace, account), HostQuery.Ids(host));

    private static AuthSettings Read(string environment)
    {
        Dictionary<string, string> values = environment.Split(';').ToDictionary(pair => pair.Split('=')[0], pair => pair.Split('=')[1]);
        return AuthSettings.Read(new() { AuthType = "oauth-m2m" }, [], name => values.GetValueOrDefault(name));
    }
}
