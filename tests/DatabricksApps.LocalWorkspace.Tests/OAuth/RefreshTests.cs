using LocalWorkspace;
using Microsoft.IdentityModel.JsonWebTokens;

namespace DatabricksApps.LocalWorkspace.Tests.OAuth;

/// <summary>RFC 6749 §6.</summary>
public sealed class RefreshTests : WorkspaceTest
{
    private Browser _browser = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _browser = new Browser(Http, Workspace.BaseAddress, OAuth);
    }

    [Fact]
    public async Task Gives_new_tokens_with_the_same_scopes()
    {
        OAuthAnswer first = await _browser.SignInAsync("offline_access sql");

        OAuthAnswer second = await _browser.RefreshAsync(first.RefreshToken!);

        Assert.Equal("200", second.Verdict);
        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        Assert.NotEqual(first.AccessToken, second.AccessToken);
        JsonWebToken token = new(second.AccessToken);
        Assert.Equal(("ada@example.com", "offline_access sql"), (token.Subject, token.GetPayloadValue<string>("scope")));
    }

    [Fact]
    public async Task Takes_a_token_once()
    {
        OAuthAnswer first = await _browser.SignInAsync();
        OAuthAnswer second = await _browser.RefreshAsync(first.RefreshToken!);

        OAuthAnswer again = await _browser.RefreshAsync(first.RefreshToken!);
        OAuthAnswer third = await _browser.RefreshAsync(second.RefreshToken!);

        Assert.Equal("400 invalid_grant: Refresh token is invalid", again.Verdict);
        Assert.Equal("200", third.Verdict);
    }

    [Fact]
    public async Task Takes_a_token_again_where_they_do_not_rotate()
    {
        Workspace.Options.RotatesRefreshTokens = false;
        OAuthAnswer first = await _browser.SignInAsync();
        await _browser.RefreshAsync(first.RefreshToken!);

        OAuthAnswer again = await _browser.RefreshAsync(first.RefreshToken!);

        Assert.Equal("200", again.Verdict);
    }

    [Fact]
    public async Task Gives_fewer_scopes_if_asked()
    {
        OAuthAnswer first = await _browser.SignInAsync("offline_access sql file.files");

        OAuthAnswer second = await _browser.RefreshAsync(first.RefreshToken!, ("scope", "sql"));

        Assert.Equal("sql", new JsonWebToken(second.AccessToken).GetPayloadValue<string>("scope"));
    }

    [Fact]
    public async Task Refuses_more_scopes()
    {
        OAuthAnswer first = await _browser.SignInAsync("offline_access sql");

        OAuthAnswer second = await _browser.RefreshAsync(first.RefreshToken!, ("scope", "sql file.files"));

        Assert.Equal("400 invalid_grant: The specified 'scope' is invalid.", second.Verdict);
    }

    [Fact]
    public async Task Token_ends_after_its_lifetime()
    {
        OAuthAnswer first = await _browser.SignInAsync();
        Time.Advance(TimeSpan.FromMinutes(31));

        OAuthAnswer second = await _browser.RefreshAsync(first.RefreshToken!);

        Assert.Equal("400 invalid_grant: The specified refresh token is no longer valid.", second.Verdict);
    }

    [Fact]
    public async Task Refuses_what_is_no_refresh_token()
    {
        OAuthAnswer first = await _browser.SignInAsync();

        OAuthAnswer second = await _browser.RefreshAsync(first.AccessToken);

        Assert.StartsWith("400 invalid_grant: ", second.Verdict, StringComparison.Ordinal);
    }

    protected override void Configure(WorkspaceOptions options) => options.RefreshTokenLifetime = TimeSpan.FromMinutes(30);
}
