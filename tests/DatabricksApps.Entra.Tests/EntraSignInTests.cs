using System.Net;
using LocalWorkspace;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using Microsoft.IdentityModel.JsonWebTokens;

namespace DatabricksApps.Entra.Tests;

/// <summary>An Entra identity calls an app: MSAL, then the token exchange at a real OAuth server, then the front door.</summary>
public sealed partial class EntraSignInTests : IAsyncLifetime
{
    private const string Secret = "entra-secret-canary";
    private const string Ada = "the-object-id";
    private const string Bob = "the-object-id-of-bob";

    private readonly FakeEntra _entra = new();
    private readonly List<string> _shown = [];
    private Workspace _workspace = null!;
    private ServicePrincipal _principal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _workspace = await Workspace.StartAsync(cancellationToken: Cancellation);
        _principal = _workspace.AddServicePrincipal("robot");
        _workspace.AddFederationPolicy(new FederationPolicy(
            FakeEntra.Issuer, EntraSignIn.DatabricksResource, _entra.Key, "the-object-id", _principal.ClientId));
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Fact]
    public async Task An_application_signs_in_as_the_service_principal_that_its_policy_names()
    {
        string token = await SignInAsync(options => options.SignInWithEntra(Application()));

        Assert.Equal(_principal.ClientId, new JsonWebToken(token).Subject);
        string asked = Assert.Single(_entra.Asked, ask => ask.StartsWith("POST", StringComparison.Ordinal));
        Assert.StartsWith($"POST /{FakeEntra.Tenant}/oauth2/v2.0/token ", asked, StringComparison.Ordinal);
        Assert.Contains("grant_type=client_credentials", asked, StringComparison.Ordinal);
        Assert.Contains("scope=2ff814a6-3304-4ab8-85cb-cd0e6f879c1d%2F.default", asked, StringComparison.Ordinal);
        Assert.Equal("urn:ietf:params:oauth:grant-type:token-exchange", _workspace.Tokens.Issued[^1].GrantType);
    }

    [Fact]
    public async Task The_app_gets_the_Databricks_token_and_never_that_of_Entra()
    {
        string token = await SignInAsync(options => options.SignInWithEntra(Application()));

        Assert.Equal(_workspace.BaseAddress + "oidc", new JsonWebToken(token).Issuer);
        Assert.DoesNotContain(token, _entra.Given);
    }

    [Fact]
    public async Task Two_calls_sign_in_once()
    {
        DatabricksAppOptions options = Options().SignInWithEntra(Application());
        CapturedToken sent = new();
        using HttpClient client = new(new DatabricksAppHandler(options, sent));

        await client.GetAsync(options.BaseAddress, Cancellation);
        await client.GetAsync(options.BaseAddress, Cancellation);

        Assert.Equal(2, sent.Tokens.Count);
        Assert.Single(_entra.Asked, ask => ask.StartsWith("POST", StringComparison.Ordinal));
        Assert.Single(_workspace.Tokens.Issued);
    }

    [Fact]
    public async Task A_managed_identity_asks_the_metadata_service_of_Azure()
    {
        IManagedIdentityApplication identity = ManagedIdentityApplicationBuilder
            .Create(ManagedIdentityId.SystemAssigned).WithHttpClientFactory(_entra).Build();

        string token = await SignInAsync(options => options.SignInWithManagedIdentity(identity));

        Assert.Equal(_principal.ClientId, new JsonWebToken(token).Subject);
        Assert.Contains(_entra.Asked, ask =>
            ask.StartsWith("GET /metadata/identity/oauth2/token ", StringComparison.Ordinal)
            && ask.Contains("resource=2ff814a6-3304-4ab8-85cb-cd0e6f879c1d", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        HttpStatusCode.Unauthorized, """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. entra-secret-canary"}""",
        "Sign-in failed: Entra ID refused the sign-in of the application (invalid_client, AADSTS7000215, HTTP 401). Likely cause: the tenant or the application id is wrong, or its secret, certificate or assertion is wrong or has expired. Next step: look the AADSTS code up at https://login.microsoftonline.com/error, and compare the application's registration.")]
    [InlineData(
        HttpStatusCode.BadRequest, """{"error":"x\n2026-01-01 ERROR forged\u202e entra-secret-canary","error_description":"AADSTS700 bad"}""",
        "Sign-in failed: Entra ID refused the sign-in of the application (an error without a code, AADSTS700, HTTP 400). Likely cause: ")]
    public async Task What_Entra_refuses_is_told_without_its_text(HttpStatusCode status, string body, string message)
    {
        _entra.Fault = (status, body);

        AppAuthenticationException failure = await Assert.ThrowsAsync<AppAuthenticationException>(
            () => SignInAsync(options => options.SignInWithEntra(Application())));

        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task Another_provider_that_gives_no_token_is_told_and_nothing_is_exchanged(string? token)
    {
        AppAuthenticationException failure = await Assert.ThrowsAsync<AppAuthenticationException>(() => SignInAsync(options =>
        {
            options.FederatedTokenProvider = _ => ValueTask.FromResult(token!);
            return options;
        }));

        Assert.StartsWith(
            "Sign-in failed: FederatedTokenProvider gave no token. Likely cause: the other identity provider has not signed in. Next step: Return its token, a JWT.",
            failure.Message, StringComparison.Ordinal);
        Assert.Empty(_workspace.Tokens.Issued);
    }

    [Fact]
    public async Task A_policy_that_does_not_match_is_told_without_the_Entra_token()
    {
        await using Workspace other = await Workspace.StartAsync(cancellationToken: Cancellation);
        DatabricksAppOptions options = Options().SignInWithEntra(Application());
        options.Host = other.BaseAddress.ToString();
        using HttpClient client = new(new DatabricksAppHandler(options, new CapturedToken()));

        AppAuthenticationException failure = await Assert.ThrowsAsync<AppAuthenticationException>(
            () => client.GetAsync(options.BaseAddress, Cancellation));

        Assert.Contains("No federation policy matches the token.", failure.Message, StringComparison.Ordinal);
        Assert.All(_entra.Given, token => Assert.DoesNotContain(token, failure.ToString(), StringComparison.Ordinal));
    }

    private void TrustEverybody() =>
        _workspace.AddFederationPolicy(new FederationPolicy(FakeEntra.Issuer, EntraSignIn.DatabricksResource, _entra.Key, null, null));

    // Without a client id the account's policy says who it is: whoever the Entra token is of.
    private async Task<string> SubjectAsync(Func<DatabricksAppOptions, DatabricksAppOptions> signIn) =>
        new JsonWebToken(await SignInAsync(options =>
        {
            options.ClientId = null;
            return signIn(options);
        })).Subject;

    private IConfidentialClientApplication Application() =>
        ConfidentialClientApplicationBuilder.Create("the-app").WithClientSecret(Secret)
            .WithAuthority($"https://login.microsoftonline.com/{FakeEntra.Tenant}").WithInstanceDiscovery(false)
            .WithHttpClientFactory(_entra).Build();

    private DatabricksAppOptions Options() => new()
    {
        BaseAddress = new Uri("https://inventory-123.aws.databricksapps.com"),
        Host = _workspace.BaseAddress.ToString(),
        ClientId = _principal.ClientId,
    };

    private async Task<string> SignInAsync(Func<DatabricksAppOptions, DatabricksAppOptions> signIn)
    {
        DatabricksAppOptions options = signIn(Options());
        CapturedToken sent = new();
        using HttpClient client = new(new DatabricksAppHandler(options, sent));
        using HttpResponseMessage response = await client.GetAsync(options.BaseAddress, Cancellation);
        return Assert.Single(sent.Tokens);
    }

    private sealed class CapturedToken : HttpMessageHandler
    {
        public List<string> Tokens { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Tokens.Add(request.Headers.Authorization!.Parameter!);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request });
        }
    }
}
