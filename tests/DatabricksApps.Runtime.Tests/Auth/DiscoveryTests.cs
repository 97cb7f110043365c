using System.Net;

namespace DatabricksApps.Tests.Auth;

public sealed class DiscoveryTests
{
    private const string Json = "application/json";

    [Fact]
    public async Task The_host_says_where_its_OAuth_server_is()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Environment["DATABRICKS_ACCOUNT_ID"] = "acc-1";
        setup.Workspace
            .Json(FakeWorkspace.Metadata, """{"oidc_endpoint":"https://ws.example.com/oidc/accounts/{account_id}/","host_type":"unified"}""")
            .Json("GET https://ws.example.com/oidc/accounts/acc-1/.well-known/oauth-authorization-server",
                """{"token_endpoint":"https://ws.example.com/oidc/v1/token"}""");

        await setup.SignInByClientCredentialsAsync();

        Assert.Equal(
            [
                FakeWorkspace.Metadata,
                "GET https://ws.example.com/oidc/accounts/acc-1/.well-known/oauth-authorization-server",
                FakeWorkspace.Token,
            ],
            setup.Workspace.Requests);
    }

    [Fact]
    public async Task An_account_host_has_its_endpoint_at_a_known_place()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Environment["DATABRICKS_HOST"] = "https://accounts.cloud.databricks.com/";
        setup.Environment["DATABRICKS_ACCOUNT_ID"] = "acc-1";
        setup.Workspace.Json(
            "POST https://accounts.cloud.databricks.com/oidc/accounts/acc-1/v1/token", """{"access_token":"t","expires_in":3600}""");

        Assert.Equal("t", (await setup.SignInByClientCredentialsAsync()).Value);
    }

    [Fact]
    public async Task An_account_that_is_no_word_leaves_its_place_in_no_path()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Environment["DATABRICKS_ACCOUNT_ID"] = "../x?y";
        setup.Workspace.Json(FakeWorkspace.Metadata, """{"oidc_endpoint":"https://ws.example.com/oidc/accounts/{account_id}/v2","host_type":"unified"}""");

        await Assert.ThrowsAsync<AppAuthenticationException>(setup.SignInByClientCredentialsAsync);

        Assert.Equal(
            [FakeWorkspace.Metadata, "GET https://ws.example.com/oidc/accounts/..%2Fx%3Fy/v2/.well-known/oauth-authorization-server"],
            setup.Workspace.Requests);
    }

    [Fact]
    public async Task Nor_in_that_of_an_account_host()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Environment["DATABRICKS_HOST"] = "https://accounts.cloud.databricks.com/";
        setup.Environment["DATABRICKS_ACCOUNT_ID"] = "../x?y";

        await Assert.ThrowsAsync<AppAuthenticationException>(setup.SignInByClientCredentialsAsync);

        Assert.Equal("POST https://accounts.cloud.databricks.com/oidc/accounts/..%2Fx%3Fy/v1/token", setup.Workspace.Requests.Last());
    }

    [Fact]
    public async Task A_discovery_URL_is_read_as_it_is_and_may_name_another_host()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Environment["DATABRICKS_DISCOVERY_URL"] = "https://sso.example.com/meta?x=1";
        setup.Workspace
            .Json("GET https://sso.example.com/meta?x=1", """{"token_endpoint":"https://sso.example.com/token"}""")
            .Json("POST https://sso.example.com/token", """{"access_token":"t","expires_in":3600}""");

        Assert.Equal("t", (await setup.SignInByClientCredentialsAsync()).Value);
        Assert.Equal(2, setup.Workspace.Requests.Count);
    }

    [Theory]
    [InlineData("""{"token_endpoint":"https://evil.example.com/oidc/v1/token"}""",
        "Sign-in failed: https://ws.example.com/oidc/.well-known/oauth-authorization-server names the token endpoint " +
        "https://evil.example.com/oidc/v1/token, which is not on https://ws.example.com: the secret was not sent there. " +
        "Likely cause: the metadata of https://ws.example.com is not as it should be: something between here and the workspace changes it, or " +
        "Host (DATABRICKS_HOST) is not the workspace's own address. " +
        "Next step: Compare https://ws.example.com with the workspace's address in the browser; if it is the same, tell who runs the workspace or the network.")]
    [InlineData("""{"token_endpoint":"https://ws.example.com:8443/token"}""",
        "Sign-in failed: https://ws.example.com/oidc/.well-known/oauth-authorization-server names the token endpoint " +
        "https://ws.example.com:8443/token, which is not on https://ws.example.com: the secret was not sent there. " +
        "Likely cause: the metadata of https://ws.example.com is not as it should be: something between here and the workspace changes it, or " +
        "Host (DATABRICKS_HOST) is not the workspace's own address. " +
        "Next step: Compare https://ws.example.com with the workspace's address in the browser; if it is the same, tell who runs the workspace or the network.")]
    [InlineData("""{"token_endpoint":"http://ws.example.com/oidc/v1/token"}""",
        "Sign-in failed: https://ws.example.com/oidc/.well-known/oauth-authorization-server names the token endpoint " +
        "http://ws.example.com/oidc/v1/token, and a secret goes over https only. " +
        "Likely cause: something between here and the workspace changes its answers. " +
        "Next step: Compare Host (DATABRICKS_HOST) with the workspace's address in the browser.")]
    [InlineData("""{"token_endpoint":"https://ws.example.com/oidc/v1/token","authorization_endpoint":"https://evil.example.com/oidc/v1/authorize"}""",
        "Sign-in failed: https://ws.example.com/oidc/.well-known/oauth-authorization-server names the authorization endpoint " +
        "https://evil.example.com/oidc/v1/authorize, which is not on https://ws.example.com: the secret was not sent there. " +
        "Likely cause: the metadata of https://ws.example.com is not as it should be: something between here and the workspace changes it, or " +
        "Host (DATABRICKS_HOST) is not the workspace's own address. " +
        "Next step: Compare https://ws.example.com with the workspace's address in the browser; if it is the same, tell who runs the workspace or the network.")]
    [InlineData("""{"token_endpoint":"https://ws.example.com/oidc/v1/token","authorization_endpoint":"http://ws.example.com/oidc/v1/authorize"}""",
        "Sign-in failed: https://ws.example.com/oidc/.well-known/oauth-authorization-server names the authorization endpoint " +
        "http://ws.example.com/oidc/v1/authorize, and a secret goes over https only. " +
        "Likely cause: something between here and the workspace changes its answers. " +
        "Next step: Compare Host (DATABRICKS_HOST) with the workspace's address in the browser.")]
    [InlineData("{}",
        "Sign-in failed: failed to get OAuth endpoints: https://ws.example.com/oidc/.well-known/oauth-authorization-server " +
        "answered 200 with application/json instead of JSON that names a token_endpoint. " +
        "Likely cause: Host is not a Databricks workspace, or a login page or proxy answers in its place. " +
        "Next step: Compare Host (DATABRICKS_HOST) with the workspace's address in the browser.")]
    public async Task The_secret_goes_to_the_configured_host_only(string metadata, string message)
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Workspace.Json(FakeWorkspace.Discovery, metadata);

        Assert.Equal(message, await MessageOf(setup));
        Assert.DoesNotContain(setup.Workspace.Requests, r => r.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_points_elsewhere_is_not_followed()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Workspace.Json(FakeWorkspace.Metadata, """{"oidc_endpoint":"https://evil.example.com/oidc"}""");

        Assert.Equal(
            "Sign-in failed: https://ws.example.com/.well-known/databricks-config names the metadata " +
            "https://evil.example.com/oidc/.well-known/oauth-authorization-server, which is not on https://ws.example.com: the secret was not sent there. " +
            "Likely cause: the metadata of https://ws.example.com is not as it should be: something between here and the workspace changes it, or " +
        "Host (DATABRICKS_HOST) is not the workspace's own address. " +
            "Next step: Compare https://ws.example.com with the workspace's address in the browser; if it is the same, tell who runs the workspace or the network.",
            await MessageOf(setup));
        Assert.Equal([FakeWorkspace.Metadata], setup.Workspace.Requests);
    }

    [Theory]
    [InlineData("http://ws.example.com",
        "Sign-in failed: the host http://ws.example.com is http, and a secret goes over https only, except to the loopback interface. " +
        "Next step: Set Host (DATABRICKS_HOST) to https://ws.example.com.")]
    [InlineData("https://:443",
        "Sign-in failed: no host configured: Host is not the address of a workspace. " +
        "Next step: Set Host (DATABRICKS_HOST) to the address that the browser shows for the workspace, such as https://adb-123.4.azuredatabricks.net.")]
    [InlineData("https://user:password@ws.example.com",
        "Sign-in failed: no host configured: Host is not the address of a workspace. " +
        "Next step: Set Host (DATABRICKS_HOST) to the address that the browser shows for the workspace, such as https://adb-123.4.azuredatabricks.net.")]
    [InlineData("https://accounts.cloud.databricks.com",
        "Sign-in failed: https://accounts.cloud.databricks.com is the host of an account, and the account is not known. " +
        "Next step: Set AccountId (DATABRICKS_ACCOUNT_ID), or the workspace's own address as Host (DATABRICKS_HOST).")]
    public async Task A_host_that_cannot_be_used_is_explained(string host, string message)
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Environment["DATABRICKS_HOST"] = host;

        Assert.Equal(message, await MessageOf(setup));
    }

    [Theory]
    [InlineData("ws.example.com")]
    [InlineData("https://ws.example.com/")]
    [InlineData("https://ws.example.com:443/some/path?o=123")]
    [InlineData(" https://WS.example.com ")]
    public async Task A_host_is_taken_as_the_SDKs_take_it(string host)
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Environment["DATABRICKS_HOST"] = host;

        await setup.SignInByClientCredentialsAsync();

        Assert.Equal(FakeWorkspace.Token, setup.Workspace.Requests.Last());
    }

    [Fact]
    public async Task Http_is_allowed_on_the_loopback_interface()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Environment["DATABRICKS_HOST"] = "http://127.0.0.1:5000";
        setup.Workspace
            .Json("GET http://127.0.0.1:5000/oidc/.well-known/oauth-authorization-server", """{"token_endpoint":"http://127.0.0.1:5000/oidc/v1/token"}""")
            .Json("POST http://127.0.0.1:5000/oidc/v1/token", """{"access_token":"t","expires_in":3600}""");

        Assert.Equal("t", (await setup.SignInByClientCredentialsAsync()).Value);
    }

    [Fact]
    public async Task A_host_without_OAuth_is_no_workspace()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal(new FakeWorkspace());

        Assert.Equal(
            "Sign-in failed: databricks OAuth is not supported for this host: " +
            "https://ws.example.com/oidc/.well-known/oauth-authorization-server answered 404. " +
            "Likely cause: Host is not a Databricks workspace, or is an app's own address. " +
            "Next step: Set Host (DATABRICKS_HOST) to the workspace's address in the browser.",
            await MessageOf(setup));
    }

    [Fact]
    public async Task An_endless_answer_is_cut()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Workspace.Answer(FakeWorkspace.Discovery, HttpStatusCode.OK, new string(' ', 300_000), Json);

        Assert.Equal(
            "Sign-in failed: https://ws.example.com/oidc/.well-known/oauth-authorization-server answered more than 262144 bytes. " +
            "Likely cause: Host is not a Databricks workspace. " +
            "Next step: Compare Host (DATABRICKS_HOST) with the workspace's address in the browser.",
            await MessageOf(setup));
    }

    private static async Task<string> MessageOf(SignInSetup setup) =>
        (await Assert.ThrowsAsync<AppAuthenticationException>(setup.SignInByClientCredentialsAsync)).Message;
}
