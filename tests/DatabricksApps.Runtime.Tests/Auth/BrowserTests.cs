using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>A sign-in in the browser, which the test stands in for.</summary>
[Collection("ports")]
public sealed partial class BrowserTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("databricks-tokens-");
    private readonly SignInSetup _setup;
    private readonly List<Uri> _opened = [];
    private string _state = "?code=the-code&state={state}";

    public BrowserTests()
    {
        _setup = new SignInSetup { TokenFolder = Path.Combine(_folder.FullName, "tokens"), Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host } };
        _setup.Options.AuthType = AuthTypes.Browser;
        _setup.Options.OpenBrowser = OpenAsync;
        _setup.Workspace
            .Json(FakeWorkspace.Discovery, $$"""{"token_endpoint":"{{FakeWorkspace.Host}}/oidc/v1/token","authorization_endpoint":"{{FakeWorkspace.Host}}/oidc/v1/authorize"}""");
        Give("first", "refresh-1");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_user_signs_in_with_PKCE_for_the_scopes_that_were_asked()
    {
        _setup.Options.Scopes.Add("sql");
        _setup.Options.Scopes.Add("file.files");

        AppToken token = await _setup.Chain().GetTokenAsync(Cancellation);

        Dictionary<string, string> asked = Query(Assert.Single(_opened));
        Dictionary<string, string> form = Form();
        Assert.Equal("first", token.Value);
        Assert.Equal("https://ws.example.com/oidc/v1/authorize", _opened[0].GetLeftPart(UriPartial.Path));
        Assert.Equal(
            ("code", "databricks-cli", "offline_access file.files sql", "S256"),
            (asked["response_type"], asked["client_id"], asked["scope"], asked["code_challenge_method"]));
        Assert.Matches(@"^http://localhost:80(2\d|3\d|40)$", asked["redirect_uri"]);
        Assert.Equal(
            ("authorization_code", "the-code", asked["redirect_uri"], "databricks-cli"),
            (form["grant_type"], form["code"], form["redirect_uri"], form["client_id"]));
        Assert.Equal(
            asked["code_challenge"],
            Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]))).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
        Assert.Null(_setup.Workspace.Sent.Last().Authorization);
    }

    [Fact]
    public async Task A_later_run_finds_the_sign_in_where_only_the_user_can_read_it()
    {
        await _setup.Chain().GetTokenAsync(Cancellation);

        Assert.Equal("first", (await _setup.Chain().GetTokenAsync(Cancellation)).Value);
        Assert.Single(_opened);
        FileInfo file = Assert.Single(new DirectoryInfo(_setup.TokenFolder!).GetFiles());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, file.Directory!.UnixFileMode);
        }

        Assert.DoesNotContain("ws.example.com", file.Name);
    }

    [Fact]
    public async Task The_next_token_comes_without_the_user_and_a_refresh_token_that_is_not_replaced_stays()
    {
        CredentialChain chain = _setup.Chain();
        await chain.GetTokenAsync(Cancellation);
        Give("second", null);

        Assert.Equal("second", (await chain.GetTokenAsync(Cancellation)).Value);
        Assert.Equal("second", (await chain.GetTokenAsync(Cancellation)).Value);

        Assert.Single(_opened);
        Assert.Equal(("refresh_token", "refresh-1", "databricks-cli"), (Form()["grant_type"], Form()["refresh_token"], Form()["client_id"]));
    }

    [Fact]
    public async Task A_dead_refresh_token_opens_no_browser_while_the_token_is_good()
    {
        CredentialChain chain = _setup.Chain();
        await chain.GetTokenAsync(Cancellation);
        _setup.Workspace.Json(FakeWorkspace.Token, """{"error":"invalid_grant","error_description":"Refresh token is invalid"}""", HttpStatusCode.BadRequest);

        Assert.StartsWith(
            "Sign-in failed: the sign-in has expired. Next step: Call again: the browser opens when the present token ends.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => chain.GetTokenAsync(Cancellation).AsTask())).Message);
        Assert.Single(_opened);

        _setup.Time.Advance(TimeSpan.FromHours(1));
        int asked = 0;
        _setup.Workspace.On(FakeWorkspace.Token, () => ++asked == 1
            ? new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("""{"error":"invalid_grant"}""") }
            : new HttpResponseMessage { Content = new StringContent("""{"access_token":"third","expires_in":3600}""") });

        Assert.Equal("third", (await chain.GetTokenAsync(Cancellation)).Value);
        Assert.Equal(2, _opened.Count);
    }

    [Fact]
    public async Task A_refused_token_is_replaced()
    {
        CredentialChain chain = _setup.Chain();
        AppToken refused = await chain.GetTokenAsync(Cancellation);
        Give("second", "refresh-2");

        chain.Invalidate(refused);

        Assert.Equal("second", (await chain.GetTokenAsync(Cancellation)).Value);
        Assert.Single(_opened);
    }

    [Fact]
    public async Task An_answer_with_another_state_is_not_this_sign_in()
    {
        _state = "?code=an-attackers-code&state=another";
        using CancellationTokenSource leaves = new();
        TaskCompletionSource<HttpStatusCode> answered = new();
        _setup.Options.OpenBrowser = (address, token) =>
        {
            _ = Task.Run(async () =>
            {
                answered.SetResult(await VisitAsync(address, Cancellation));
                await leaves.CancelAsync();
            });
            return default;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _setup.Chain().GetTokenAsync(leaves.Token).AsTask());

        Assert.Equal(HttpStatusCode.NotFound, await answered.Task);
        Assert.DoesNotContain(FakeWorkspace.Token, _setup.Workspace.Requests);
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_servers_words()
    {
        _state = "?error=access_denied&error_description=Scope+sql%0Ais+not+allowed&state={state}";

        Assert.Equal(
            "Sign-in failed: the sign-in in the browser ended with access_denied: Scope sql is not allowed. " +
            "Likely cause: the user or the account refused it, or does not give the scopes. " +
            "Next step: Call again, and sign in as a user of the workspace. " +
            "(external-browser; Config: host=https://ws.example.com. Env: DATABRICKS_HOST)",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => _setup.Chain().GetTokenAsync(Cancellation).AsTask())).Message);
    }

    [Fact]
    public async Task Nobody_who_signs_in_is_an_error_after_five_minutes()
    {
        TaskCompletionSource opened = new();
        _setup.Options.OpenBrowser = (_, _) =>
        {
            opened.SetResult();
            return default;
        };
        Task<AppToken> signIn = _setup.Chain().GetTokenAsync(Cancellation).AsTask();
        await opened.Task;
        _setup.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.StartsWith(
            "Sign-in failed: nobody signed in in the browser within 5 minutes. Next step: Call again, and sign in in the page that opens.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => signIn)).Message);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_and_one_of_the_usual_ones_passed_over()
    {
        using TcpListener first = new(IPAddress.Loopback, 8020);
        using TcpListener another = new(IPAddress.Loopback, 0);
        another.Start();
        int port = ((IPEndPoint)another.LocalEndpoint).Port;
        try
        {
            first.Start();
        }
        catch (SocketException)
        {
            // Something else on this machine has it, which is as good.
        }

        await _setup.Chain().GetTokenAsync(Cancellation);
        Assert.DoesNotContain(":8020", Query(_opened[0])["redirect_uri"]);

        SignInSetup other = new() { Workspace = _setup.Workspace, Environment = _setup.Environment };
        other.Options.AuthType = AuthTypes.Browser;
        other.Options.OAuthCallbackPort = port;

        Assert.StartsWith(
            $"Sign-in failed: the port {port} is taken, to which the browser returns. Likely cause: another sign-in is waiting. ",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => other.Chain().GetTokenAsync(Cancellation).AsTask())).Message);
    }

    [Fact]
    public async Task A_connection_that_says_nothing_keeps_no_other_waiting()
    {
        using TcpClient silent = new();
        _setup.Options.OpenBrowser = async (address, token) =>
        {
            await silent.ConnectAsync(IPAddress.Loopback, new Uri(Query(address)["redirect_uri"]).Port, token);
            await OpenAsync(address, token);
        };

        Assert.Equal("first", (await _setup.Chain().GetTokenAsync(Cancellation)).Value);
    }

    private void Give(string token, string? refreshToken) => _setup.Workspace.Json(
        FakeWorkspace.Token,
        $$"""{"access_token":"{{token}}","expires_in":3600{{(refreshToken is null ? "" : $",\"refresh_token\":\"{refreshToken}\"")}}}""");

    private ValueTask OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        _opened.Add(address);
        _ = VisitAsync(address, cancellationToken);
        return default;
    }

    private async Task<HttpStatusCode> VisitAsync(Uri address, CancellationToken cancellationToken)
    {
        Dictionary<string, string> query = Query(address);
        using HttpClient browser = new();
        using HttpResponseMessage page = await browser.GetAsync(
            new Uri($"{query["redirect_uri"]}/{_state.Replace("{state}", query["state"])}"), cancellationToken);
        return page.StatusCode;
    }

    private Dictionary<string, string> Form() => Fields(_setup.Workspace.Sent.Last().Body);

    private static Dictionary<string, string> Query(Uri address) => Fields(address.Query[1..]);

    private static Dictionary<string, string> Fields(string text) => text.Split('&')
        .Select(pair => pair.Split('=', 2)).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1].Replace('+', ' ')));
}
