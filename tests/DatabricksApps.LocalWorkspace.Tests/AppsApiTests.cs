using System.Net;
using System.Net.Http.Headers;
using LocalWorkspace;

namespace DatabricksApps.LocalWorkspace.Tests;

/// <summary><c>GET /api/2.0/apps/{name}</c> of the workspace.</summary>
public sealed class AppsApiTests : FrontDoorTest
{
    [Fact]
    public async Task Tells_where_the_app_is()
    {
        App.UserApiScopes = ["sql"];

        (HttpStatusCode status, string body) = await GetAsync("inventory", await SignInAsync());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            $$"""{"name":"inventory","url":"{{App.Url.GetLeftPart(UriPartial.Authority)}}","compute_status":{"state":"ACTIVE"},"app_status":{"state":"RUNNING"},"user_api_scopes":["sql"],"effective_user_api_scopes":["sql"],"forward_user_access_token":false,"oauth2_app_client_id":"{{App.OAuthClientId}}"}""",
            body);
    }

    [Fact]
    public async Task Tells_that_the_app_is_stopped()
    {
        App.IsActive = false;

        (_, string body) = await GetAsync("inventory", await SignInAsync());

        Assert.Contains("""
            "compute_status":{"state":"STOPPED"},"app_status":{"state":"UNAVAILABLE"}
            """, body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other", true)]
    [InlineData("inventory", false)]
    public async Task Unknown_app_is_not_found(string name, bool isDeployed)
    {
        string token = await SignInAsync();
        App.IsDeployed = isDeployed;

        (HttpStatusCode status, string body) = await GetAsync(name, token);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal($$"""{"error_code":"RESOURCE_DOES_NOT_EXIST","message":"App with name {{name}} does not exist or is deleted."}""", body);
    }

    [Fact]
    public async Task Without_can_use_the_app_is_not_shown()
    {
        ServicePrincipal stranger = Workspace.AddServicePrincipal("stranger");

        (HttpStatusCode status, string body) = await GetAsync("inventory", await OAuth.SignInAsync(stranger));

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal(
            $$"""{"error_code":"PERMISSION_DENIED","message":"{{stranger.ClientId}} does not have CAN USE on app inventory."}""", body);
    }

    [Fact]
    public async Task Without_a_token_names_the_realm()
    {
        using HttpResponseMessage response = await Http.GetAsync(new Uri(Workspace.BaseAddress, "/api/2.0/apps/inventory"), Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer realm=\"DatabricksRealm\"", response.Headers.WwwAuthenticate.ToString());
    }

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string name, string token)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(Workspace.BaseAddress, $"/api/2.0/apps/{name}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage response = await Http.SendAsync(request, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }
}
