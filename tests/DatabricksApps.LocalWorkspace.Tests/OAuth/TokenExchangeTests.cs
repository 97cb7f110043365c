using System.Security.Cryptography;
using LocalWorkspace;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DatabricksApps.LocalWorkspace.Tests.OAuth;

/// <summary>RFC 8693 §2, with a JWT of another issuer as the subject token.</summary>
public sealed class TokenExchangeTests : WorkspaceTest
{
    private const string NoPolicy = "400 invalid_grant: No federation policy matches the token.";

    private readonly Issuer _issuer = new();

    private ServicePrincipal _principal = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _principal = Workspace.AddServicePrincipal("ci");
        Workspace.AddFederationPolicy(new FederationPolicy(Issuer.Name, "account", _issuer.Key, "repo:acme/app", _principal.ClientId));
    }

    [Fact]
    public async Task Answers_with_a_token_of_the_service_principal()
    {
        OAuthAnswer answer = await ExchangeAsync(_issuer.Issue(Time.GetUtcNow()));

        Assert.Equal("200", answer.Verdict);
        Assert.Equal("urn:ietf:params:oauth:token-type:access_token", answer.Body.GetProperty("issued_token_type").GetString());
        Assert.Equal("Bearer", answer.Body.GetProperty("token_type").GetString());
        Assert.Equal(3600, answer.Body.GetProperty("expires_in").GetInt32());
        Assert.Null(answer.RefreshToken);
        JsonWebToken token = new(answer.AccessToken);
        Assert.Equal((_principal.ClientId, "all-apis"), (token.Subject, token.GetPayloadValue<string>("scope")));
        Assert.Equal("urn:ietf:params:oauth:grant-type:token-exchange", Workspace.Tokens.Issued[^1].GrantType);
    }

    [Fact]
    public async Task Account_wide_policy_takes_no_client_and_gives_a_token_of_the_user()
    {
        Workspace.AddFederationPolicy(new FederationPolicy(Issuer.Name, "account", _issuer.Key));

        OAuthAnswer answer = await ExchangeAsync(_issuer.Issue(Time.GetUtcNow(), subject: "grace@example.com"), client: null);

        Assert.Equal("200", answer.Verdict);
        Assert.Equal("grace@example.com", new JsonWebToken(answer.AccessToken).Subject);
    }

    [Theory]
    [InlineData("other", "repo:acme/app", Issuer.Name)]
    [InlineData("account", "repo:evil/app", Issuer.Name)]
    [InlineData("account", "repo:acme/app", "https://other.example")]
    public async Task Refuses_a_token_that_no_policy_matches(string audience, string subject, string issuer)
    {
        OAuthAnswer answer = await ExchangeAsync(_issuer.Issue(Time.GetUtcNow(), audience, subject, issuer));

        Assert.Equal(NoPolicy, answer.Verdict);
    }

    [Fact]
    public async Task Refuses_a_token_signed_by_another_key()
    {
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        OAuthAnswer answer = await ExchangeAsync(_issuer.Issue(Time.GetUtcNow(), key: new ECDsaSecurityKey(other)));

        Assert.Equal(NoPolicy, answer.Verdict);
    }

    [Fact]
    public async Task Refuses_a_symmetric_signature()
    {
        SymmetricSecurityKey key = new(RandomNumberGenerator.GetBytes(32));
        Workspace.AddFederationPolicy(new FederationPolicy(Issuer.Name, "account", key, null, _principal.ClientId));

        OAuthAnswer answer = await ExchangeAsync(_issuer.Issue(Time.GetUtcNow(), subject: "repo:evil/app", key: key));

        Assert.Equal(NoPolicy, answer.Verdict);
    }

    [Fact]
    public async Task Refuses_an_expired_token()
    {
        string token = _issuer.Issue(Time.GetUtcNow());
        Time.Advance(TimeSpan.FromMinutes(10));

        OAuthAnswer answer = await ExchangeAsync(token);

        Assert.Equal(NoPolicy, answer.Verdict);
    }

    [Fact]
    public async Task Refuses_a_client_without_a_policy()
    {
        OAuthAnswer answer = await ExchangeAsync(_issuer.Issue(Time.GetUtcNow()), client: "other");

        Assert.Equal(NoPolicy, answer.Verdict);
    }

    [Theory]
    [InlineData("urn:ietf:params:oauth:token-type:saml2", "400 invalid_request: The specified 'subject_token_type' is not supported.")]
    [InlineData("", "400 invalid_request: The mandatory 'subject_token_type' parameter is missing.")]
    public async Task Refuses_another_kind_of_token(string type, string verdict)
    {
        OAuthAnswer answer = await ExchangeAsync(_issuer.Issue(Time.GetUtcNow()), type: type);

        Assert.Equal(verdict, answer.Verdict);
    }

    private Task<OAuthAnswer> ExchangeAsync(string token, string? client = "", string type = "urn:ietf:params:oauth:token-type:jwt")
    {
        List<(string, string)> form =
        [
            ("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"),
            ("subject_token_type", type),
            ("subject_token", token),
            ("scope", "all-apis"),
        ];
        if (client is not null)
        {
            form.Add(("client_id", client is "" ? _principal.ClientId : client));
        }

        return OAuth.RequestTokenAsync(null, [.. form]);
    }
}
