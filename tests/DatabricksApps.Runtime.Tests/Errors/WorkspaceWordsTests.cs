using System.Net;
using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Auth;

namespace DatabricksApps.Tests.Errors;

/// <summary>What a workspace says of why it refuses is shown, and counts before what could be guessed.</summary>
public sealed class WorkspaceWordsTests
{
    private const string IpList = "Source IP address: 192.0.2.1 is blocked by Databricks IP ACL for workspace: 12";
    private const string PrivateLink = "Public access is not allowed for workspace: 12";

    [Theory]
    [InlineData("""{"error_code":"403","message":"Source IP address: 192.0.2.1 is blocked by Databricks IP ACL for workspace: 12"}""",
        "GET /api/items: the app answered 403 (Forbidden): " + IpList + ". " +
        "Likely cause: the IP access list of the workspace does not allow the address that this call came from. " +
        "Next step: Call from a network that the list allows, or have an admin of the workspace add the address.", 1)]
    [InlineData("Blocked: is blocked by Databricks IP ACL",
        "GET /api/items: the app answered 403 (Forbidden): blocked by Databricks IP ACL. " +
        "Likely cause: the IP access list of the workspace does not allow the address that this call came from. " +
        "Next step: Call from a network that the list allows, or have an admin of the workspace add the address.", 1)]
    [InlineData("""{"error_code":"PERMISSION_DENIED","message":"Public access is not allowed for workspace: 12"}""",
        "GET /api/items: the app answered 403 (Forbidden): " + PrivateLink + ". " +
        "Likely cause: the workspace is reached by Private Link only, and this call came over the public network. " +
        "Next step: Call from a network with a private endpoint of the workspace, or have its admin allow public access.", 1)]
    [InlineData("""{"error_code":403,"message":"Invalid access token."}""",
        "GET /api/items: the app answered 403 (Forbidden): Invalid access token. " +
        "Likely cause: the token has expired or was issued for another workspace than the app's. " +
        "Next step: Get a new token of the app's workspace: databricks auth login --host https://ws.example.com.", 2)]
    [InlineData("""{"message":"Token is expiring within 30 seconds. (token expired)"}""",
        "GET /api/items: the app answered 403 (Forbidden): Token is expiring within 30 seconds. (token expired). " +
        "Likely cause: the token has expired or was issued for another workspace than the app's. " +
        "Next step: Get a new token of the app's workspace: databricks auth login --host https://ws.example.com.", 2)]
    public async Task A_refusal_is_told_in_the_workspaces_words_and_brings_another_token_where_they_say_so(string body, string message, int requests)
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Options.BaseAddress = new Uri("https://app.example.com");
        int tokens = 0;
        setup.Workspace.On(FakeWorkspace.Token, () => new HttpResponseMessage
        {
            Content = new StringContent($$"""{"access_token":"token-{{++tokens}}","expires_in":3600}"""),
        });
        StubHandler stub = StubHandler.Json(body, HttpStatusCode.Forbidden);
        using TokenSources sources = setup.Sources();
        using HttpClient client = new(new DatabricksAppHandler(sources, sources.Read(setup.Options, [])) { InnerHandler = stub }) { BaseAddress = setup.Options.BaseAddress };

        AppException seen = await Assert.ThrowsAsync<AppException>(() => new AppConnection(client).StringAsync(Calls.Get()));

        Assert.Equal((message, requests), (seen.Message, stub.Sent.Count));
    }

    [Theory]
    [InlineData(403, "403", IpList,
        "answered 403, " + IpList + ". Likely cause: the IP access list of the workspace does not allow the address that this call came from. " +
        "Next step: Call from a network that the list allows, or have an admin of the workspace add the address.")]
    [InlineData(403, "PERMISSION_DENIED", PrivateLink,
        "answered 403, PERMISSION_DENIED: " + PrivateLink + ". Likely cause: the workspace is reached by Private Link only, and this call came over the public network. " +
        "Next step: Call from a network with a private endpoint of the workspace, or have its admin allow public access.")]
    [InlineData(400, "INVALID_PARAMETER_VALUE", "Unable to load OAuth Config",
        "answered 400, INVALID_PARAMETER_VALUE: Unable to load OAuth Config. Next step: Do what the workspace says, or ask its admin.")]
    public async Task So_is_one_of_the_token_endpoint(int status, string code, string said, string message)
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Workspace.Json(FakeWorkspace.Token, $$"""{"error_code":"{{code}}","message":"{{said}}"}""", (HttpStatusCode)status);

        Assert.Equal(
            "Sign-in failed: https://ws.example.com/oidc/v1/token " + message,
            (await Assert.ThrowsAsync<AppAuthenticationException>(setup.SignInByClientCredentialsAsync)).Message);
    }
}
