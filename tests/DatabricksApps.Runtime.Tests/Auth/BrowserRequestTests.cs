using System.Net;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>What the page of a sign-in is asked for, without anybody who signs in.</summary>
[Collection("ports")]
public sealed class BrowserRequestTests
{
    private readonly SignInSetup _setup = new() { Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host } };
    private string _endpoint = "/oidc/v1/authorize";
    private Uri? _opened;

    public BrowserRequestTests()
    {
        _setup.Options.AuthType = AuthTypes.Browser;
        _setup.Options.OpenBrowser = (address, _) =>
        {
            _opened = address;
            throw new NotSupportedException();
        };
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", null, "offline_access all-apis")]
    [InlineData("sql offline_access", null, "offline_access sql")]
    [InlineData("sql", "true", "sql")]
    [InlineData("sql offline_access", "true", "offline_access sql")]
    [InlineData("sql", "false", "offline_access sql")]
    public async Task A_token_that_can_be_renewed_is_asked_for_unless_it_is_not_wanted(string scopes, string? disabled, string expected)
    {
        foreach (string scope in scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            _setup.Options.Scopes.Add(scope);
        }

        if (disabled is not null)
        {
            _setup.Environment["DATABRICKS_DISABLE_OAUTH_REFRESH_TOKEN"] = disabled;
        }

        Assert.Equal(expected, (await OpenAsync())["scope"]);
    }

    [Theory]
    [InlineData(null, "databricks-cli")]
    [InlineData("my-client", "my-client")]
    public async Task The_client_is_that_of_the_CLI_unless_one_is_named(string? clientId, string expected)
    {
        _setup.Options.ClientId = clientId;

        Dictionary<string, string> query = await OpenAsync();

        Assert.Equal((expected, "code", "S256"), (query["client_id"], query["response_type"], query["code_challenge_method"]));
        Assert.Equal((22, 43), (query["state"].Length, query["code_challenge"].Length));
        Assert.DoesNotContain(query["state"] + query["code_challenge"], c => c is '+' or '/' or '=');
    }

    [Theory]
    [InlineData("/oidc/v1/authorize", "https://ws.example.com/oidc/v1/authorize?response_type=code&")]
    [InlineData("/oidc/v1/authorize?tenant=x", "https://ws.example.com/oidc/v1/authorize?tenant=x&response_type=code&")]
    public async Task The_query_follows_that_of_the_endpoint(string endpoint, string start)
    {
        _endpoint = endpoint;

        await OpenAsync();

        Assert.StartsWith(start, _opened!.AbsoluteUri);
    }

    [Fact]
    public async Task The_browser_returns_to_the_port_that_is_named()
    {
        int port;
        using (System.Net.Sockets.TcpListener probe = new(IPAddress.Loopback, 0))
        {
            probe.Start();
            port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        _setup.Options.OAuthCallbackPort = port;

        Assert.Equal($"http://localhost:{port}", (await OpenAsync())["redirect_uri"]);
    }

    [Fact]
    public async Task A_server_without_a_page_is_told()
    {
        _endpoint = "";

        AppAuthenticationException seen = Assert.IsType<AppAuthenticationException>(await Record.ExceptionAsync(SignInAsync));

        Assert.StartsWith(
            "Sign-in failed: https://ws.example.com names no authorization endpoint, where a user could sign in. Next step: Sign in in another way.", seen.Message);
    }

    [Fact]
    public async Task Without_a_host_there_is_none()
    {
        _setup.Environment.Remove("DATABRICKS_HOST");

        CredentialAnswer answer = await new BrowserMethod().ConfigureAsync(_setup.Context(), Cancellation);

        Assert.Equal("host (DATABRICKS_HOST) is not set", answer.Reason);
        Assert.True(new BrowserMethod().IsChosen(_setup.Context().Settings));
    }

    private async Task<Dictionary<string, string>> OpenAsync()
    {
        await Assert.ThrowsAsync<NotSupportedException>(SignInAsync);
        return _opened!.Query[1..].Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
    }

    private Task SignInAsync()
    {
        string page = _endpoint.Length == 0 ? "" : $",\"authorization_endpoint\":\"{FakeWorkspace.Host}{_endpoint}\"";
        _setup.Workspace.Json(FakeWorkspace.Discovery, $"{{\"token_endpoint\":\"{FakeWorkspace.Host}/oidc/v1/token\"{page}}}");
        return _setup.SignInAsync(new BrowserMethod());
    }
}
