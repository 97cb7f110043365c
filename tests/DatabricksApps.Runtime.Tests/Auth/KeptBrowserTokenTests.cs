using System.Net;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>When a sign-in of an earlier run is taken, renewed or asked for anew, without a browser that would answer.</summary>
public sealed class KeptBrowserTokenTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("databricks-tokens-");
    private readonly SignInSetup _setup = new() { Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host } };
    private int _opened;

    public KeptBrowserTokenTests()
    {
        _setup.Options.OpenBrowser = (_, _) =>
        {
            _opened++;
            throw new InvalidOperationException("The browser was opened.");
        };
        Give("""{"access_token":"new","expires_in":3600,"refresh_token":"refresh-2"}""");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(301, "kept")]
    [InlineData(300, "new")]
    [InlineData(-1, "new")]
    public async Task One_that_is_good_for_more_than_five_minutes_is_taken(int seconds, string expected)
    {
        Keep("kept", seconds, "refresh-1");

        Assert.Equal(expected, (await Source().GetTokenAsync(Cancellation)).Value);
        Assert.Equal(0, _opened);
    }

    [Fact]
    public async Task Once_and_then_it_is_renewed()
    {
        Keep("kept", 3600, "refresh-1");
        BrowserTokenSource source = Source();

        Assert.Equal("kept", (await source.GetTokenAsync(Cancellation)).Value);
        Assert.Equal("new", (await source.GetTokenAsync(Cancellation)).Value);

        Assert.Equal("grant_type=refresh_token&refresh_token=refresh-1&client_id=the-client", _setup.Workspace.Sent.Last().Body);
        Assert.Equal(("new", "refresh-2"), (File().Read()!.Token.Value, File().Read()!.RefreshToken));
    }

    [Fact]
    public async Task One_that_was_renewed_is_renewed_too()
    {
        Keep("kept", 10, "refresh-1");
        BrowserTokenSource source = Source();
        await source.GetTokenAsync(Cancellation);
        Give("""{"access_token":"newer","expires_in":3600}""");

        Assert.Equal("newer", (await source.GetTokenAsync(Cancellation)).Value);

        Assert.Contains("refresh_token=refresh-2&", _setup.Workspace.Sent.Last().Body);
        Assert.Equal("refresh-2", File().Read()!.RefreshToken);
    }

    [Fact]
    public async Task One_that_was_refused_is_not_taken()
    {
        Keep("kept", 3600, "refresh-1");
        BrowserTokenSource source = Source();
        source.Invalidate(new AppToken("kept"));

        Assert.Equal("new", (await source.GetTokenAsync(Cancellation)).Value);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    public async Task Without_a_renewal_the_browser_waits_for_its_end(int seconds, bool opens)
    {
        Keep("kept", seconds, refreshToken: null);

        Exception seen = await Assert.ThrowsAnyAsync<Exception>(() => Source().GetTokenAsync(Cancellation).AsTask());

        Assert.Equal(opens ? 1 : 0, _opened);
        Assert.Equal(
            opens ? "The browser was opened." : "Sign-in failed: the sign-in has expired. Next step: Call again: the browser opens when the present token ends.", seen.Message);
    }

    [Fact]
    public async Task A_refused_one_without_a_renewal_opens_it_at_once()
    {
        Keep("kept", 3600, refreshToken: null);
        BrowserTokenSource source = Source();
        source.Invalidate(new AppToken("kept"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => source.GetTokenAsync(Cancellation).AsTask());
        Assert.Equal(1, _opened);
    }

    [Fact]
    public async Task Where_nothing_is_kept_it_opens()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Source().GetTokenAsync(Cancellation).AsTask());
        Assert.Equal(1, _opened);
    }

    [Fact]
    public async Task A_renewal_that_another_program_was_quicker_with_goes_on_with_what_it_got()
    {
        Keep("kept", 10, "refresh-1");
        _setup.Workspace.On(FakeWorkspace.Token, () =>
        {
            if (!_setup.Workspace.Body.Contains("refresh_token=refresh-1&", StringComparison.Ordinal))
            {
                return new HttpResponseMessage { Content = new StringContent("""{"access_token":"new","expires_in":3600}""") };
            }

            Keep("of-another", 10, "refresh-of-another");
            return new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("""{"error":"invalid_grant"}""") };
        });

        Assert.Equal("new", (await Source().GetTokenAsync(Cancellation)).Value);
        Assert.Equal("refresh-of-another", File().Read()!.RefreshToken);
        Assert.Equal(0, _opened);
    }

    [Fact]
    public async Task Another_failure_of_a_renewal_opens_no_browser()
    {
        Keep("kept", -10, "refresh-1");
        Give("""{"error":"invalid_client"}""", HttpStatusCode.Unauthorized);

        AppAuthenticationException seen = await Assert.ThrowsAsync<AppAuthenticationException>(() => Source().GetTokenAsync(Cancellation).AsTask());

        Assert.Contains("answered 401, invalid_client", seen.Message);
        Assert.Equal(0, _opened);
        Assert.Single(_setup.Workspace.Requests);
    }

    [Fact]
    public async Task One_that_the_server_repeats_is_not_shown()
    {
        Keep("kept", -10, "refresh-token-1");
        Give("""{"error":"invalid_client","error_description":"refresh-token-1"}""", HttpStatusCode.Unauthorized);

        AppAuthenticationException seen = await Assert.ThrowsAsync<AppAuthenticationException>(() => Source().GetTokenAsync(Cancellation).AsTask());

        Assert.Contains("invalid_client: ***", seen.Message);
    }

    private void Give(string json, HttpStatusCode status = HttpStatusCode.OK) => _setup.Workspace.Json(FakeWorkspace.Token, json, status);

    private void Keep(string token, int seconds, string? refreshToken) =>
        File().Write(new TokenSet(new AppToken(token, _setup.Time.GetUtcNow().AddSeconds(seconds)), refreshToken));

    private TokenFile File() => new(_folder.FullName, FakeWorkspace.Host, "the-client", ["sql"], []);

    private BrowserTokenSource Source()
    {
        TokenRequest request = new(new WorkspaceClient(_setup.Workspace.Client, _setup.Time), new Uri(FakeWorkspace.Host + "/oidc/v1/token"), _setup.Time, _setup.Log);
        BrowserSignIn signIn = new(request, new Uri(FakeWorkspace.Host + "/oidc/v1/authorize"), "the-client", ["sql"], null, _setup.Context());
        return new BrowserTokenSource(request, signIn, File(), "the-client", new RetryPolicy(_setup.Time, _setup.Log, () => 0.5), _setup.Time);
    }
}
