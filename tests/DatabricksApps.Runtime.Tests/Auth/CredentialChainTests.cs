using System.Net;
using DatabricksApps.Auth;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Tests.Auth;

[Collection(FakeCli.Collection)]
public sealed class CredentialChainTests
{
    private const string Generic =
        "default auth: cannot configure default credentials, please check " +
        "https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication " +
        "to configure credentials for your preferred authentication method. ";

    private const string NoCli =
        "databricks-cli (databricks CLI not found; to sign in as a user, install it (https://docs.databricks.com/dev-tools/cli/install.html))";

    private const string NoFederation =
        "metadata-service (metadata_service_url (DATABRICKS_METADATA_SERVICE_URL) is not set), " +
        "github-oidc (actions_id_token_request_url (ACTIONS_ID_TOKEN_REQUEST_URL), actions_id_token_request_token (ACTIONS_ID_TOKEN_REQUEST_TOKEN) are not set), " +
        "azure-devops-oidc (SYSTEM_ACCESSTOKEN is not set), " +
        "env-oidc (DATABRICKS_OIDC_TOKEN is not set), " +
        "file-oidc (databricks_id_token_filepath (DATABRICKS_OIDC_TOKEN_FILEPATH) is not set)";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_service_principal_comes_first_and_the_log_says_who_signed_in()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();

        Assert.Equal("the-access-token", (await setup.Chain().GetTokenAsync(Cancellation)).Value);
        Assert.Equal(["Signed in to https://ws.example.com by oauth-m2m"], setup.Log.Of(LogLevel.Information));
    }

    [Fact]
    public async Task The_method_that_signed_in_stays()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        CredentialChain chain = setup.Chain();
        await chain.GetTokenAsync(Cancellation);
        await chain.GetTokenAsync(Cancellation);

        Assert.Equal(
            [FakeWorkspace.Metadata, FakeWorkspace.Discovery, FakeWorkspace.Token, FakeWorkspace.Token], setup.Workspace.Requests);
    }

    [Fact]
    public async Task A_failing_method_does_not_hide_its_reason()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Options.Host = "https://ws.example.com";
        setup.Workspace.Json(FakeWorkspace.Token, """{"error":"invalid_client"}""", HttpStatusCode.Unauthorized);

        Assert.Equal(
            "Sign-in failed: oauth-m2m: https://ws.example.com/oidc/v1/token answered 401, invalid_client. " +
            "Likely cause: the client id or secret is wrong, the secret has expired or was deleted, or the service principal does not belong to this workspace. " +
            "Next step: Check ClientId and ClientSecret (DATABRICKS_CLIENT_ID, DATABRICKS_CLIENT_SECRET), and make a new OAuth secret for the service principal if it has expired. " +
            $"({Generic}Config: host=https://ws.example.com, client_id=the-client-id, client_secret=***. Env: DATABRICKS_CLIENT_ID, DATABRICKS_CLIENT_SECRET. " +
            $"Not configured: {NoCli}, {NoFederation})",
            await MessageOf(setup));
    }

    [Fact]
    public async Task A_wrong_secret_of_the_environment_goes_on_to_the_CLI_with_a_warning()
    {
        using FakeCli cli = new FakeCli().WriteToken();
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Environment["PATH"] = cli.Folder;
        setup.Workspace.Json(FakeWorkspace.Token, """{"error":"invalid_client"}""", HttpStatusCode.Unauthorized);

        Assert.Equal("the-cli-token", (await setup.Chain().GetTokenAsync(Cancellation)).Value);
        Assert.StartsWith(
            "oauth-m2m is configured but does not work, the next method is tried: Sign-in failed: https://ws.example.com/oidc/v1/token answered 401, invalid_client.",
            Assert.Single(setup.Log.Of(LogLevel.Warning)));
        Assert.Equal(["Signed in to https://ws.example.com by databricks-cli"], setup.Log.Of(LogLevel.Information));
    }

    [Fact]
    public async Task A_wrong_secret_that_code_gave_never_signs_in_as_somebody_else()
    {
        using FakeCli cli = new FakeCli().WriteToken();
        SignInSetup setup = new()
        {
            Options = { Host = "ws.example.com", ClientId = "the-client-id", ClientSecret = "the-client-secret" },
            Environment = { ["PATH"] = cli.Folder },
        };
        setup.Workspace.Json(FakeWorkspace.Token, """{"error":"invalid_client"}""", HttpStatusCode.Unauthorized);

        Assert.Equal(
            "Sign-in failed: https://ws.example.com/oidc/v1/token answered 401, invalid_client. " +
            "Likely cause: the client id or secret is wrong, the secret has expired or was deleted, or the service principal does not belong to this workspace. " +
            "Next step: Check ClientId and ClientSecret (DATABRICKS_CLIENT_ID, DATABRICKS_CLIENT_SECRET), and make a new OAuth secret for the service principal if it has expired. " +
            "(oauth-m2m; Config: host=https://ws.example.com, client_id=the-client-id, client_secret=***)",
            await MessageOf(setup));
        Assert.Empty(cli.Runs);
    }

    [Fact]
    public async Task An_outage_never_signs_in_as_somebody_else()
    {
        using FakeCli cli = new FakeCli().WriteToken();
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Environment["PATH"] = cli.Folder;
        setup.Workspace.Json(FakeWorkspace.Token, "{}", HttpStatusCode.ServiceUnavailable, retryAfter: "61");

        Assert.Equal(
            "Sign-in failed: no token: https://ws.example.com/oidc/v1/token answered 503 with application/json. " +
            "Likely cause: the workspace or a proxy before it is overloaded or being updated. " +
            "Next step: Call again in a minute; if it stays, look at https://status.databricks.com. " +
            "(oauth-m2m; Config: host=https://ws.example.com, client_id=the-client-id, client_secret=***. " +
            "Env: DATABRICKS_HOST, DATABRICKS_CLIENT_ID, DATABRICKS_CLIENT_SECRET)",
            await MessageOf(setup));
        Assert.Empty(cli.Runs);
    }

    private static async Task<string> MessageOf(SignInSetup setup) =>
        (await Assert.ThrowsAsync<AppAuthenticationException>(() => setup.Chain().GetTokenAsync(Cancellation).AsTask())).Message;
}
