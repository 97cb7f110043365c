using System.Net;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>What a host says of itself decides where tokens come from; what it says otherwise is as if it said nothing.</summary>
public sealed class DiscoveryDetailTests
{
    private const string Account = "POST https://ws.example.com/oidc/accounts/acc-1/v1/token";

    private readonly SignInSetup _setup = SignInSetup.ServicePrincipal();

    [Theory]
    [InlineData("""{"host_type":"account","account_id":"acc-1"}""", Account)]
    [InlineData("""{"host_type":"ACCOUNT","account_id":"acc-1"}""", FakeWorkspace.Token)]
    [InlineData("""{"host_type":"workspace","account_id":"acc-1"}""", FakeWorkspace.Token)]
    [InlineData("""{"oidc_endpoint":""}""", FakeWorkspace.Token)]
    [InlineData("[]", FakeWorkspace.Token)]
    [InlineData("<html>", FakeWorkspace.Token)]
    public async Task The_kind_of_the_host_decides(string metadata, string asked)
    {
        _setup.Workspace.Json(FakeWorkspace.Metadata, metadata).Json(Account, """{"access_token":"t","expires_in":3600}""");

        await _setup.SignInByClientCredentialsAsync();

        Assert.Equal(asked, _setup.Workspace.Requests.Last());
    }

    [Theory]
    [InlineData("""{"host_type":"unified"}""")]
    [InlineData("""{"host_type":"unified","oidc_endpoint":"https://ws.example.com/oidc/{account_id}"}""")]
    public async Task One_for_several_workspaces_must_say_whose_tokens_it_gives(string metadata)
    {
        _setup.Workspace.Json(FakeWorkspace.Metadata, metadata);

        Assert.Equal(
            "Sign-in failed: https://ws.example.com serves several workspaces, and does not say where this one's tokens come from. " +
            "Likely cause: the account is not known. " +
            "Next step: Set AccountId (DATABRICKS_ACCOUNT_ID), or the workspace's own address as Host (DATABRICKS_HOST).",
            (await Assert.ThrowsAsync<AppAuthenticationException>(_setup.SignInByClientCredentialsAsync)).Message);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("42", "42")]
    public async Task The_workspace_that_is_meant_is_named_to_the_host_of_several(string? configured, string? sent)
    {
        _setup.Options.WorkspaceId = configured;
        string? named = null;
        _setup.Workspace.OnRequest = request =>
            named = request.RequestUri!.AbsolutePath.EndsWith("/oauth-authorization-server", StringComparison.Ordinal)
                && request.Headers.TryGetValues("X-Databricks-Workspace-Id", out IEnumerable<string>? values) ? values.Single() : named;

        await _setup.SignInByClientCredentialsAsync();

        Assert.Equal(sent, named);
    }

    [Fact]
    public async Task A_host_of_several_that_was_told_none_says_so()
    {
        _setup.Workspace.Json(FakeWorkspace.Discovery, """{"error_code":"BAD_REQUEST","message":"Unable to load OAuth Config"}""", HttpStatusCode.BadRequest);

        Assert.Equal(
            "Sign-in failed: failed to get OAuth endpoints: https://ws.example.com/oidc/.well-known/oauth-authorization-server answered 400 with application/json, " +
            "Unable to load OAuth Config. Likely cause: the host serves several workspaces, and which one is meant is not known. " +
            "Next step: Set WorkspaceId (DATABRICKS_WORKSPACE_ID), or the workspace's own address as Host (DATABRICKS_HOST).",
            (await Assert.ThrowsAsync<AppAuthenticationException>(_setup.SignInByClientCredentialsAsync)).Message);
    }

    [Theory]
    [InlineData("acc-2", "acc-2")]
    [InlineData(null, "acc-1")]
    public async Task The_account_that_is_configured_counts_before_the_hosts_own(string? configured, string expected)
    {
        _setup.Options.AccountId = configured;
        string server = $"GET https://ws.example.com/oidc/{expected}/.well-known/oauth-authorization-server";
        _setup.Workspace
            .Json(FakeWorkspace.Metadata, """{"oidc_endpoint":"https://ws.example.com/oidc/{account_id}/","account_id":"acc-1"}""")
            .Json(server, """{"token_endpoint":"https://ws.example.com/oidc/v1/token"}""");

        await _setup.SignInByClientCredentialsAsync();

        Assert.Contains(server, _setup.Workspace.Requests);
    }

    [Fact]
    public async Task An_endpoint_without_a_place_for_the_account_is_taken_as_it_is()
    {
        const string server = "GET https://ws.example.com/oidc/{ACCOUNT_ID}/.well-known/oauth-authorization-server";
        _setup.Workspace
            .Json(FakeWorkspace.Metadata, """{"oidc_endpoint":"https://ws.example.com/oidc/{ACCOUNT_ID}"}""")
            .Json(server, """{"token_endpoint":"https://ws.example.com/oidc/v1/token"}""");

        await _setup.SignInByClientCredentialsAsync();

        Assert.Contains(_setup.Workspace.Requests, request => request.Contains("ACCOUNT_ID", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(404, "answered 404")]
    [InlineData(500, "answered 500")]
    public async Task A_host_that_says_nothing_is_noted(int status, string reason)
    {
        _setup.Workspace.Json(FakeWorkspace.Metadata, """{"host_type":"account","account_id":"acc-1"}""", (HttpStatusCode)status);

        await _setup.SignInByClientCredentialsAsync();

        Assert.Contains(
            _setup.Log.Texts, text => text.StartsWith("https://ws.example.com/.well-known/databricks-config gave no metadata of the host", StringComparison.Ordinal) && text.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(FakeWorkspace.Token, _setup.Workspace.Requests.Last());
    }

    [Fact]
    public async Task So_is_one_that_cannot_be_reached()
    {
        _setup.Workspace.On(FakeWorkspace.Metadata, () => throw new HttpRequestException(HttpRequestError.NameResolutionError));

        await _setup.SignInByClientCredentialsAsync();

        Assert.Contains(_setup.Log.Texts, text => text.Contains("the name ws.example.com was not found", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(500, "{}", "failed to get OAuth endpoints: https://ws.example.com/oidc/.well-known/oauth-authorization-server answered 500")]
    [InlineData(200, "[]", "instead of JSON that names a token_endpoint")]
    [InlineData(200, """{"token_endpoint":5}""", "instead of JSON that names a token_endpoint")]
    [InlineData(200, """{"token_endpoint":"/relative?"}""", null)]
    public async Task A_server_that_names_no_endpoint_is_none(int status, string json, string? message)
    {
        _setup.Workspace.Json(FakeWorkspace.Discovery, json, (HttpStatusCode)status);

        string seen = (await Assert.ThrowsAsync<AppAuthenticationException>(_setup.SignInByClientCredentialsAsync)).Message;

        Assert.Contains(message ?? "Sign-in failed: ", seen);
        Assert.DoesNotContain(_setup.Workspace.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://sso.example.com/meta")]
    [InlineData("meta")]
    public async Task An_address_of_a_server_that_was_configured_is_safe(string address)
    {
        _setup.Environment["DATABRICKS_DISCOVERY_URL"] = address;

        Assert.StartsWith(
            "Sign-in failed: the address of the authorization server's metadata is not an https address. Next step: Set DiscoveryUrl",
            (await Assert.ThrowsAsync<AppAuthenticationException>(_setup.SignInByClientCredentialsAsync)).Message);
        Assert.Empty(_setup.Workspace.Requests);
    }

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again()
    {
        int asked = 0;
        _setup.Workspace.On(FakeWorkspace.Discovery, () => ++asked == 1
            ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
            : new HttpResponseMessage { Content = new StringContent($$"""{"token_endpoint":"{{FakeWorkspace.Host}}/oidc/v1/token"}""") });
        Task<AppToken> signIn = _setup.SignInByClientCredentialsAsync();
        await _setup.Time.PassAsync(TimeSpan.FromSeconds(0.5));

        Assert.Equal("the-access-token", (await signIn).Value);
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData("""{"access_token":"t","expires_in":0}""", 0d)]
    [InlineData("""{"access_token":"t","expires_in":-1}""", null)]
    [InlineData("""{"access_token":"t","expires_in":"soon"}""", null)]
    [InlineData("""{"access_token":"t","expires_in":null}""", null)]
    [InlineData("""{"access_token":"t","expires_in":315360000}""", 315_360_000d)]
    [InlineData("""{"access_token":"t","expires_in":1e300}""", 315_360_000d)]
    [InlineData("""{"access_token":"t","token_type":"BEARER","expires_in":5}""", 5d)]
    [InlineData("""{"access_token":"t","token_type":"","expires_in":5}""", 5d)]
    public async Task A_token_lives_as_long_as_it_is_said_and_at_most_ten_years(string json, double? seconds)
    {
        _setup.Workspace.Json(FakeWorkspace.Token, json);

        AppToken token = await _setup.SignInByClientCredentialsAsync();

        Assert.Equal(seconds is { } s ? _setup.Time.GetUtcNow().AddSeconds(s) : null, token.ExpiresOn);
        Assert.Equal(seconds is null, _setup.Log.Texts.Any(text => text.Contains("without expires_in", StringComparison.Ordinal)));
        Assert.Contains(_setup.Log.Texts, text => text.StartsWith("Received a token, which expires on ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("12", 12L)]
    [InlineData("\"12\"", 12L)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData("\"x\"", null)]
    [InlineData("253402300799", 253402300799L)]
    [InlineData("253402300800", null)]
    public async Task That_of_a_service_of_this_machine_says_when_it_ends(string value, long? seconds)
    {
        UseService("http://localhost:1234/x");
        _setup.Workspace.On("GET http://localhost:1234/x", () => new HttpResponseMessage { Content = new StringContent($$"""{"access_token":"t","expires_on":{{value}}}""") });

        AppToken token = await _setup.SignInAsync(new MetadataServiceMethod());

        Assert.Equal(seconds is { } s ? DateTimeOffset.FromUnixTimeSeconds(s) : null, token.ExpiresOn);
    }

    [Theory]
    [InlineData(500, """{"access_token":"t"}""")]
    [InlineData(200, """{"access_token":"no token"}""")]
    [InlineData(200, "[]")]
    public async Task One_that_gives_none_is_told(int status, string json)
    {
        UseService("https://localhost:1234/x");
        _setup.Workspace.Json("GET https://localhost:1234/x", json, (HttpStatusCode)status);

        Assert.StartsWith(
            "Sign-in failed: the metadata service at localhost:1234 gave no token. Likely cause: it serves another host, or has ended. Next step: Start the tool anew",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => _setup.SignInAsync(new MetadataServiceMethod()))).Message);
    }

    [Fact]
    public async Task The_service_is_told_for_which_host_and_in_which_form()
    {
        string? seen = null;
        HttpRequestMessage? request = null;
        StubHandler stub = new(sent =>
        {
            request = sent;
            seen = sent.Headers.NonValidated.ToString();
            return new HttpResponseMessage { Content = new StringContent("""{"access_token":"t"}""") };
        });
        MetadataServiceTokenSource source = new(
            new WorkspaceClient(() => new HttpClient(stub, disposeHandler: false), _setup.Time), new Uri("http://localhost:1/x"), WorkspaceHost.Parse("ws.example.com"), _setup.Log);

        await source.GetTokenAsync(TestContext.Current.CancellationToken);

        Assert.NotNull(seen);
        Assert.Equal(("1", "https://ws.example.com"), (stub.Last["X-Databricks-Metadata-Version"], stub.Last["X-Databricks-Host"]));
        Assert.Equal(HttpMethod.Get, request!.Method);
    }

    private void UseService(string address)
    {
        _setup.Environment.Remove("DATABRICKS_CLIENT_SECRET");
        _setup.Environment.Remove("DATABRICKS_CLIENT_ID");
        _setup.Environment["DATABRICKS_METADATA_SERVICE_URL"] = address;
    }
}
