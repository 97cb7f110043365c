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
    public async Task Calls_back_with_code_state_and_issuer()
    {
        AuthorizationAnswer answer = await _browser.AuthorizeAsync();

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal("http://localhost:8020/", answer.Location!.GetLeftPart(UriPartial.Path));
        Assert.Equal("a1b2", answer["state"]);
        Assert.Equal(new Uri(Workspace.BaseAddress, "oidc").AbsoluteUri, answer["iss"]);
        Assert.NotEmpty(answer["code"]);
    }

    [Fact]
    public async Task Code_becomes_the_tokens_of_the_user()
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
    public async Task Without_offline_access_there_is_no_refresh_token()
    {
        OAuthAnswer answer = await _browser.SignInAsync("sql");

        Assert.Equal("200", answer.Verdict);
        Assert.Null(answer.RefreshToken);
    }

    [Fact]
    public async Task Code_is_taken_once()
    {
        string code = (await _browser.AuthorizeAsync())["code"];
        await _browser.RedeemAsync(code);

        OAuthAnswer answer = await _browser.RedeemAsync(code);

        Assert.Equal("400 invalid_grant: The authorization code was used before.", answer.Verdict);
    }

    [Fact]
    public async Task Code_ends_after_five_minutes()
    {
        string code = (await _browser.AuthorizeAsync())["code"];
        Time.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));

        OAuthAnswer answer = await _browser.RedeemAsync(code);

        Assert.Equal("400 invalid_grant: The specified authorization code is no longer valid.", answer.Verdict);
    }

    [Theory]
    [InlineData("wrong-verifier-wrong-verifier-wrong-verifier-1", Browser.Callback, "400 invalid_grant: The specified 'code_verifier' is invalid.")]
    [InlineData("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "http://localhost:8021", "400 invalid_grant: The specified 'redirect_uri' parameter doesn't match the client redirection URI the authorization code was initially sent to.")]
    public async Task Code_is_taken_from_who_asked_for_it(string verifier, string redirectUri, string verdict)
    {
        string code = (await _browser.AuthorizeAsync())["code"];

        OAuthAnswer answer = await _browser.RedeemAsync(code, redirectUri, verifier);

        Assert.Equal(verdict, answer.Verdict);
    }

    [Fact]
    public async Task Token_endpoint_refuses_another_client()
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
    public async Task Refuses_on_the_page_what_must_not_be_redirected(string name, string? value, HttpStatusCode status)
    {
        AuthorizationAnswer answer = await _browser.AuthorizeAsync((name, value));

        Assert.Equal(status, answer.Status);
        Assert.Null(answer.Location);
    }

    [Fact]
    public async Task Tells_the_client_of_a_wrong_scope()
    {
        AuthorizationAnswer answer = await _browser.AuthorizeAsync(("scope", "everything"));

        Assert.Equal(
            ("invalid_scope", "Scope 'everything' does not exist.", "a1b2", ""),
            (answer["error"], answer["error_description"], answer["state"], answer["code"]));
    }
}
