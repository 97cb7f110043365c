using System.Net;
using LocalWorkspace;

namespace DatabricksApps.LocalWorkspace.Tests.OAuth;

/// <summary>RFC 7009.</summary>
public sealed class RevocationTests : FrontDoorTest
{
    [Fact]
    public async Task Revoked_access_token_opens_no_door()
    {
        ServicePrincipal principal = Workspace.AddServicePrincipal("job");
        App.GrantCanUse(principal.ClientId);
        string token = await OAuth.SignInAsync(principal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(token));

        OAuthAnswer answer = await OAuth.PostAsync("/oidc/v1/revoke", $"{principal.ClientId}:{principal.ClientSecret}", ("token", token));

        Assert.Equal("200", answer.Verdict);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(token));
    }

    [Fact]
    public async Task Revoked_refresh_token_gives_no_tokens()
    {
        Browser browser = new(Http, Workspace.BaseAddress, OAuth);
        string refreshToken = (await browser.SignInAsync()).RefreshToken!;

        OAuthAnswer answer = await OAuth.PostAsync("/oidc/v1/revoke", null, ("token", refreshToken), ("client_id", "databricks-cli"));

        Assert.Equal("200", answer.Verdict);
        Assert.Equal("400 invalid_grant: Refresh token is invalid", (await browser.RefreshAsync(refreshToken)).Verdict);
    }

    [Fact]
    public async Task Refuses_an_unknown_client()
    {
        string token = await OAuth.SignInAsync(Workspace.AddServicePrincipal("job"));

        OAuthAnswer answer = await OAuth.PostAsync("/oidc/v1/revoke", "nobody:secret", ("token", token));

        Assert.Equal("401 invalid_client: Client authentication failed", answer.Verdict);
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using HttpResponseMessage response = await SendAsync("/api/echo", token);
        return response.StatusCode;
    }
}
