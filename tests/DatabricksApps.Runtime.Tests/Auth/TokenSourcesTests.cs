using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

public sealed class TokenSourcesTests : IDisposable
{
    private readonly SignInSetup _setup = SignInSetup.ServicePrincipal();
    private readonly TokenSources _sources;

    public TokenSourcesTests() => _sources = _setup.Sources();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _sources.Dispose();

    [Fact]
    public void Clients_that_sign_in_alike_share_one_cache()
    {
        Assert.Same(_sources.CacheFor(new() { Host = "ws.example.com" }, ["sql"]), _sources.CacheFor(new(), ["sql"]));
        Assert.Same(_sources.CacheFor(new() { Scopes = { "sql" } }, ["files"]), _sources.CacheFor(new(), ["sql"]));
    }

    [Fact]
    public void Another_secret_host_or_set_of_scopes_has_a_cache_of_its_own()
    {
        ITokenSource[] sources =
        [
            _sources.CacheFor(new(), []),
            _sources.CacheFor(new(), ["sql"]),
            _sources.CacheFor(new() { ClientSecret = "another-secret" }, []),
            _sources.CacheFor(new() { Host = "other.example.com" }, []),
            _sources.CacheFor(new() { Profile = "p" }, []),
        ];

        Assert.Equal(sources.Length, sources.Distinct().Count());
    }

    [Fact]
    public async Task Nothing_is_asked_before_a_token_is()
    {
        ITokenSource source = _sources.For(new(), []);
        Assert.Empty(_setup.Workspace.Requests);

        await source.GetTokenAsync(Cancellation);
        await source.GetTokenAsync(Cancellation);
        Assert.Equal([FakeWorkspace.Metadata, FakeWorkspace.Discovery, FakeWorkspace.Token], _setup.Workspace.Requests);
    }

    [Fact]
    public async Task A_token_that_was_given_is_sent_as_it_is()
    {
        AppToken token = await _sources.For(new() { Token = "given" }, []).GetTokenAsync(Cancellation);

        Assert.Equal("Bearer given", token.Header);
        Assert.Empty(_setup.Workspace.Requests);
    }

    [Fact]
    public async Task A_token_provider_is_asked_for_each_request_because_each_may_be_another_users()
    {
        int asked = 0;
        ITokenSource source = _sources.For(new() { Token = "given", TokenProvider = _ => new($"user-{++asked}") }, []);

        Assert.Equal("user-1", (await source.GetTokenAsync(Cancellation)).Value);
        Assert.Equal("user-2", (await source.GetTokenAsync(Cancellation)).Value);
    }

    [Theory]
    [InlineData("", "TokenProvider gave an empty token. Likely cause: the user of the request has not signed in. Next step: Return the access token.")]
    [InlineData(null, "TokenProvider gave an empty token. Likely cause: the user of the request has not signed in. Next step: Return the access token.")]
    [InlineData("a\r\nX: y", "TokenProvider gave a token that holds characters that no bearer token has (RFC 6750 §2.1). Next step: Return the access token alone.")]
    public async Task What_a_provider_gives_must_be_a_token(string? given, string told)
    {
        ITokenSource source = _sources.For(new() { TokenProvider = _ => new(given!) }, []);

        Assert.Equal(
            "Sign-in failed: " + told,
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => source.GetTokenAsync(Cancellation).AsTask())).Message);
    }
}
