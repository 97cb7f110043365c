using LocalWorkspace;
using Microsoft.IdentityModel.JsonWebTokens;

namespace DatabricksApps.LocalWorkspace.Tests.OAuth;

/// <summary>RFC 6749 §4.4, with the client known by HTTP Basic (§2.3.1).</summary>
public sealed class ClientCredentialsTests : WorkspaceTest
{
    private ServicePrincipal _principal = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _principal = Workspace.AddServicePrincipal("job", "all-apis", "sql");
    }

    [Fact]
    public async Task Answers_with_a_bearer_token_that_nobody_may_store()
    {
        OAuthAnswer answer = await OAuth.RequestTokenAsync(_principal, "all-apis");

        Assert.Equal("200", answer.Verdict);
        Assert.Equal(["access_token", "token_type", "expires_in"], answer.Body.EnumerateObject().Select(member => member.Name));
        Assert.Equal("Bearer", answer.Body.GetProperty("token_type").GetString());
        Assert.Equal(3600, answer.Body.GetProperty("expires_in").GetInt32());
        Assert.Equal("no-store", answer.CacheControl);
    }

    [Fact]
    public async Task Token_is_a_JWT_that_tells_its_scopes()
    {
        JsonWebToken token = new(await OAuth.SignInAsync(_principal, "all-apis", "sql"));

        Assert.Equal("at+jwt", token.Typ);
        Assert.Equal(_principal.ClientId, token.Subject);
        Assert.Equal(new Uri(Workspace.BaseAddress, "oidc").AbsoluteUri, token.Issuer);
        Assert.Equal("all-apis sql", token.GetPayloadValue<string>("scope"));
        Assert.Equal(_principal.ClientId, token.GetPayloadValue<string>("client_id"));
        Assert.Equal(Time.GetUtcNow().UtcDateTime.AddHours(1), token.ValidTo);
    }

    [Fact]
    public async Task Without_scopes_grants_all_APIs()
    {
        JsonWebToken token = new(await OAuth.SignInAsync(_principal));

        Assert.Equal("all-apis", token.GetPayloadValue<string>("scope"));
    }

    [Fact]
    public async Task Takes_the_secret_in_the_body_too()
    {
        OAuthAnswer answer = await OAuth.RequestTokenAsync(
            null, ("grant_type", "client_credentials"), ("client_id", _principal.ClientId), ("client_secret", _principal.ClientSecret));

        Assert.Equal("200", answer.Verdict);
    }

    [Fact]
    public async Task Refuses_a_wrong_secret()
    {
        OAuthAnswer answer = await OAuth.RequestTokenAsync($"{_principal.ClientId}:wrong", ("grant_type", "client_credentials"));

        Assert.Equal("401 invalid_client: Client authentication failed", answer.Verdict);
        Assert.Equal("Basic", answer.Challenge);
    }

    [Fact]
    public async Task Refuses_an_unknown_client()
    {
        OAuthAnswer answer = await OAuth.RequestTokenAsync($"nobody:{_principal.ClientSecret}", ("grant_type", "client_credentials"));

        Assert.Equal("401 invalid_client: Client authentication failed", answer.Verdict);
    }

    [Fact]
    public async Task Refuses_a_scope_that_does_not_exist()
    {
        OAuthAnswer answer = await OAuth.RequestTokenAsync(_principal, "all-apis", "everything");

        Assert.Equal("400 invalid_scope: Scope 'everything' does not exist.", answer.Verdict);
    }

    [Fact]
    public async Task Refuses_a_scope_that_the_secret_does_not_have()
    {
        ServicePrincipal narrow = Workspace.AddServicePrincipal("narrow", "sql");

        OAuthAnswer answer = await OAuth.RequestTokenAsync(narrow, "all-apis");

        Assert.Equal("400 access_denied: Scopes 'all-apis' are not assigned.", answer.Verdict);
    }

    [Theory]
    [InlineData("password", "400 unsupported_grant_type: The specified 'grant_type' is not supported.")]
    [InlineData("", "400 invalid_request: The mandatory 'grant_type' parameter is missing.")]
    public async Task Refuses_another_grant_type(string grantType, string verdict)
    {
        OAuthAnswer answer = await OAuth.RequestTokenAsync($"{_principal.ClientId}:{_principal.ClientSecret}", ("grant_type", grantType));

        Assert.Equal(verdict, answer.Verdict);
    }

    [Fact]
    public async Task Logs_what_was_asked_and_issued()
    {
        await OAuth.RequestTokenAsync(_principal, "sql");
        await OAuth.RequestTokenAsync(_principal, "everything");

        Assert.Equal(
            [new TokenRequest("client_credentials", "sql", 200), new TokenRequest("client_credentials", "everything", 400)],
            Workspace.Tokens.Requests);
        IssuedToken issued = Assert.Single(Workspace.Tokens.Issued);
        Assert.Equal(
            (_principal.ClientId, _principal.ClientId, "client_credentials", Time.GetUtcNow().AddHours(1)),
            (issued.Subject, issued.ClientId, issued.GrantType, issued.ExpiresAt));
        Assert.Equal(["sql"], issued.Scopes);
    }

    [Fact]
    public void Principal_does_not_show_its_secret() => Assert.Equal($"job ({_principal.ClientId})", _principal.ToString());
}
