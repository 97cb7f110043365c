using System.Net;
using Microsoft.IdentityModel.JsonWebTokens;

namespace DatabricksApps.LocalWorkspace.Tests.OAuth;

/// <summary>RFC 6749 §4.1 with the proof key of RFC 7636.</summary>
public sealed class AuthorizationCodeTests : WorkspaceTest
{
    private Browser _browser = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _browser = new Browser(Http, Workspace.BaseAddress, OAuth);
    }

    [Fact]
    public async Task CallsBackWithCodeStateAndIssuer()
    {
        AuthorizationAnswer answer = await _browser.AuthorizeAsync();

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal("http://localhost:8020/", answer.Location!.GetLeftPart(UriPartial.Path));
        Assert.Equal("a1b2", answer["state"]);
        Assert.Equal(new Uri(Workspace.BaseAddress, "oidc").AbsoluteUri, answer["iss"]);
        Assert.NotEmpty(answer["code"]);
    }

    [Fact]
    public async Task CodeBecomesTheTokensOfTheUser()
    {
        OAuthAnswer answer = await _browser.SignInAsync("offline_access sql");

        Assert.Equal("200", answer.Verdict);
        JsonWebToken token = new(answer.AccessToken);
        Assert.Equal("ada@example.com", token.Subject);
        Assert.Equal("offline_access sql", token.GetPayloadValue<string>("scope"));
        Assert.DoesNotContain(token.Claims, claim => claim.Type == "ticket");
        Assert.NotNull(answer.RefreshToken);
    }

    [Fact]
    public async Task WithoutOfflineAccessThereIsNoRefreshToken()
    {
        OAuthAnswer answer = await _browser.SignInAsync("sql");

        Assert.Equal("200", answer.Verdict);
        Assert.Null(answer.RefreshToken);
    }

    [Fact]
    public async Task CodeIsTakenOnce()
    {
        string code = (await _browser.AuthorizeAsync())["code"];
        await _browser.RedeemAsync(code);

        OAuthAnswer answer = await _browser.RedeemAsync(code);

        Assert.Equal("400 invalid_grant: The authorization code was used before.", answer.Verdict);
    }

    [Fact]
    public async Task CodeEndsAfterFiveMinutes()
    {
        string code = (await _browser.AuthorizeAsync())["code"];
        Time.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));

        OAuthAnswer answer = await _browser.RedeemAsync(code);

        Assert.Equal("400 invalid_grant: The specified authorization code is no longer valid.", answer.Verdict);
    }

    [Theory]
    [InlineData("wrong-verifier-wrong-verifier-wrong-verifier-1", Browser.Callback, "400 invalid_grant: The specified 'code_verifier' is invalid.")]
    [InlineData("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "http://localhost:8021", "400 invalid_grant: The specified 'redirect_uri' parameter doesn't match the client redirection URI the authorization code was initially sent to.")]
    public async Task CodeIsTakenFromWhoAskedForIt(string verifier, string redirectUri, string verdict)
    {
        string code = (await _browser.AuthorizeAsync())["code"];

        OAuthAnswer answer = await _browser.RedeemAsync(code, redirectUri, verifier);

        Assert.Equal(verdict, answer.Verdict);
    }

    [Fact]
    public async Task TokenEndpointRefusesAnotherClient()
    {
        string code = (await _browser.AuthorizeAsync())["code"];

        OAuthAnswer answer = await _browser.RedeemAsync(code, client: "other");

        Assert.Equal("401 invalid_client: Client authentication failed", answer.Verdict);
    }

    [Theory]
    [InlineData("redirect_uri", "https://evil.example", HttpStatusCode.BadRequest)]
    [InlineData("redirect_uri", "http://localhost.evil.example:8020", HttpStatusCode.BadRequest)]
    [InlineData("redirect_uri", "http://localhost:8020/path", HttpStatusCode.BadRequest)]
    [InlineData("client_id", "other", HttpStatusCode.Unauthorized)]
    [InlineData("code_challenge", null, HttpStatusCode.BadRequest)]
    [InlineData("code_challenge_method", "plain", HttpStatusCode.BadRequest)]
    public async Task RefusesOnThePageWhatMustNotBeRedirected(string name, string? value, HttpStatusCode status)
    {
        AuthorizationAnswer answer = await _browser.AuthorizeAsync((name, value));

        Assert.Equal(status, answer.Status);
        Assert.Null(answer.Location);
    }

    [Fact]
    public async Task TellsTheClientOfAWrongScope()
    {
        AuthorizationAnswer answer = await _browser.AuthorizeAsync(("scope", "everything"));

        Assert.Equal(
            ("invalid_scope", "Scope 'everything' does not exist.", "a1b2", ""),
            (answer["error"], answer["error_description"], answer["state"], answer["code"]));
    }
}
