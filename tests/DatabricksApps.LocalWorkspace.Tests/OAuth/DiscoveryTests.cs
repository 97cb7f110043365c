using System.Net;
using System.Text.Json;
using LocalWorkspace;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DatabricksApps.LocalWorkspace.Tests.OAuth;

public sealed class DiscoveryTests : WorkspaceTest
{
    [Fact]
    public async Task Host_metadata_tells_the_OAuth_root()
    {
        JsonElement answer = await GetAsync("/.well-known/databricks-config");

        Assert.Equal(
            $$"""{"oidc_endpoint":"{{Root}}/oidc","account_id":"0d26daa6-5e44-4c97-a497-ef015f91254a","workspace_id":"1234567890123456","cloud":"AWS","host_type":"workspace","token_federation_default_oidc_audiences":["0d26daa6-5e44-4c97-a497-ef015f91254a"]}""",
            answer.GetRawText());
    }

    [Theory]
    [InlineData("issuer", "/oidc")]
    [InlineData("authorization_endpoint", "/oidc/v1/authorize")]
    [InlineData("token_endpoint", "/oidc/v1/token")]
    [InlineData("revocation_endpoint", "/oidc/v1/revoke")]
    [InlineData("jwks_uri", "/oidc/jwks.json")]
    public async Task Server_metadata_tells_the_endpoints(string member, string path)
    {
        JsonElement answer = await GetAsync("/oidc/.well-known/oauth-authorization-server");

        Assert.Equal(Root + path, answer.GetProperty(member).GetString());
    }

    [Theory]
    [InlineData("grant_types_supported", "authorization_code client_credentials refresh_token urn:ietf:params:oauth:grant-type:token-exchange")]
    [InlineData("response_types_supported", "code")]
    [InlineData("code_challenge_methods_supported", "S256")]
    [InlineData("token_endpoint_auth_methods_supported", "client_secret_basic client_secret_post")]
    public async Task Server_metadata_tells_what_is_supported(string member, string values)
    {
        JsonElement answer = await GetAsync("/oidc/.well-known/oauth-authorization-server");

        Assert.Equal(values.Split(' '), answer.GetProperty(member).EnumerateArray().Select(value => value.GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Published_key_verifies_tokens()
    {
        string token = await OAuth.SignInAsync(Workspace.AddServicePrincipal("job"));
        JsonElement keys = await GetAsync("/oidc/jwks.json");

        TokenValidationResult result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Root + "/oidc",
            IssuerSigningKeys = new JsonWebKeySet(keys.GetRawText()).Keys,
            ValidateAudience = false,
            ValidateLifetime = false,
        });

        Assert.True(result.IsValid);
    }

    [Fact]
    public async Task Host_metadata_can_be_missing()
    {
        await using Workspace other = await Workspace.StartAsync(new WorkspaceOptions { PublishesHostMetadata = false }, Cancellation);

        using HttpResponseMessage response = await Http.GetAsync(new Uri(other.BaseAddress, "/.well-known/databricks-config"), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private string Root => Workspace.BaseAddress.GetLeftPart(UriPartial.Authority);

    private async Task<JsonElement> GetAsync(string path) =>
        JsonElement.Parse(await Http.GetStringAsync(new Uri(Workspace.BaseAddress, path), Cancellation));
}
