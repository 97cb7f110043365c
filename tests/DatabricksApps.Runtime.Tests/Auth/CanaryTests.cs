using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>Drives every path of a sign-in with secrets that are easy to find, and looks for them in all that comes out.</summary>
[Collection(FakeCli.Collection)]
public sealed partial class CanaryTests : IDisposable
{
    private const string Secret = "c4nary-client-secret";
    private const string Token = "c4nary-access-token";

    private static readonly string s_basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("the-client-id:" + Secret));
    private static readonly string s_jwt = "eyJhbGciOiJub25lIn0." + Convert.ToBase64String("""{"c4nary":"1"}"""u8).TrimEnd('=') + ".c2ln";

    private readonly ConcurrentQueue<string> _seen = new();
    private readonly ActivityListener _listener;

    public CanaryTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                _seen.Enqueue(activity.DisplayName);
                foreach (KeyValuePair<string, object?> tag in activity.TagObjects)
                {
                    _seen.Enqueue($"{tag.Key}={tag.Value}");
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string, string> Answers => new()
    {
        { "echo of the secret", 400, "application/json", $$"""{"error":"invalid_request","error_description":"{{Secret}} {{s_basic}}"}""" },
        { "echo in the error code", 401, "application/json", $$"""{"error":"{{Secret}}"}""" },
        { "echo in a scope error", 400, "application/json", $$"""{"error":"invalid_scope","error_description":"scope {{Secret}}"}""" },
        { "echo with a transient status", 429, "application/json", $$"""{"error":"slow_down","error_description":"{{Secret}}"}""" },
        { "a page that repeats all", 200, "text/html", $"<html>{Secret} {s_basic} {Token}</html>" },
        { "a page with an error", 500, "text/html", $"<html>{Secret} {Token}</html>" },
        { "a token of another kind", 200, "application/json", $$"""{"access_token":"{{Token}}","token_type":"mac"}""" },
        { "a token that ends its line", 200, "application/json", $$"""{"access_token":"{{Token}}\r\nX: y"}""" },
        { "a token without expiry", 200, "application/json", $$"""{"access_token":"{{Token}}"}""" },
        { "a token", 200, "application/json", $$"""{"access_token":"{{Token}}","expires_in":3600}""" },
    };

    public static TheoryData<string> Scripts => new(
        $$"""echo '{"access_token":"{{Token}}","expiry":"2026-03-01T14:00:00Z"}'""",
        $$"""echo '{"access_token":"{{Token}}","expiry":"{{Token}}"}'""",
        $"echo {Token}",
        $"echo {Token}; exit 1",
        $"echo 'Error: {s_jwt}' >&2; exit 1",
        $"echo 'Error: Bearer {Token}' >&2; exit 1");

    public void Dispose() => _listener.Dispose();

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task The_token_endpoint_gives_nothing_away(string name, int status, string mediaType, string body)
    {
        SignInSetup setup = Setup();
        setup.Workspace.Answer(FakeWorkspace.Token, (HttpStatusCode)status, body, mediaType, retryAfter: "61");

        await SeeAsync(setup, () => setup.Chain().GetTokenAsync(Cancellation).AsTask());

        AssertNothing(name);
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task The_CLI_gives_nothing_away(string script)
    {
        using FakeCli cli = new FakeCli().Write(script);
        SignInSetup setup = new() { Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host, ["PATH"] = cli.Folder } };

        await SeeAsync(setup, () => setup.Chain().GetTokenAsync(Cancellation).AsTask());

        AssertNothing(script);
    }

    [Fact]
    public async Task A_redirect_a_broken_connection_and_a_proxy_give_nothing_away()
    {
        Func<HttpResponseMessage>[] answers =
        [
            () => new HttpResponseMessage(HttpStatusCode.Redirect) { Headers = { Location = new Uri($"https://login.example.com/{Secret}?code={Token}") } },
            () => throw new HttpRequestException(
                HttpRequestError.ProxyTunnelError, $"to proxy 'http://user:{Secret}@proxy/'", null, HttpStatusCode.ProxyAuthenticationRequired),
        ];
        foreach (Func<HttpResponseMessage> answer in answers)
        {
            SignInSetup setup = Setup();
            setup.Workspace.On(FakeWorkspace.Token, answer);
            await SeeAsync(setup, () => setup.Chain().GetTokenAsync(Cancellation).AsTask());
        }

        AssertNothing("transport");
    }

    [Theory]
    [InlineData($"https://user:{Secret}@ws.example.com", null)]
    [InlineData($"ws.example.com/?code={Secret}", null)]
    [InlineData($"http://ws.example.com/?code={Secret}", null)]
    [InlineData(FakeWorkspace.Host, $"https://user:{Secret}@sso.example.com/meta?code={Secret}")]
    [InlineData(FakeWorkspace.Host, $"http://sso.example.com/meta?code={Secret}")]
    public async Task An_address_with_a_secret_in_it_is_not_shown_whole(string host, string? discoveryUrl)
    {
        SignInSetup setup = Setup();
        setup.Options.Host = host;
        setup.Options.DiscoveryUrl = discoveryUrl is null ? null : new Uri(discoveryUrl);
        setup.Workspace.Json(FakeWorkspace.Token, """{"error":"invalid_client"}""", HttpStatusCode.Unauthorized);

        await SeeAsync(setup, () => setup.Chain().GetTokenAsync(Cancellation).AsTask());

        AssertNothing(host);
    }

    [Fact]
    public async Task A_lookup_and_a_renewal_that_fail_give_nothing_away()
    {
        SignInSetup setup = Setup();
        setup.Options.AppName = "inventory";
        setup.Workspace.Json(
            "GET https://ws.example.com/api/2.0/apps/inventory", $$"""{"message":"{{Token}} {{Secret}}"}""".Replace(Secret, s_jwt), HttpStatusCode.Forbidden);
        using TokenSources sources = setup.Sources();
        await SeeAsync(setup, () => sources.LookupFor(setup.Options, []).FindAsync(Cancellation).AsTask());

        ITokenSource tokens = sources.For(setup.Options, []);
        AppToken token = await tokens.GetTokenAsync(Cancellation);
        setup.Workspace.Json(FakeWorkspace.Token, $$"""{"error":"{{Secret}}"}""", HttpStatusCode.BadRequest);
        tokens.Invalidate(token);
        await SeeAsync(setup, () => tokens.GetTokenAsync(Cancellation).AsTask());

        AssertNothing("lookup");
    }

    [Fact]
    public async Task A_real_connection_gives_nothing_away_to_tracing()
    {
        using LoopbackWorkspace workspace = new(Token);
        using SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseProxy = false };
        using HttpClient client = new(handler);
        LogCapture log = new();
        using TokenSources sources = new(() => client, TimeProvider.System, log, _ => null);
        DatabricksAppOptions options = new() { Host = workspace.Host, ClientId = "the-client-id", ClientSecret = Secret, AppName = "inventory" };

        AppToken token = await sources.For(options, []).GetTokenAsync(Cancellation);
        await sources.LookupFor(options, []).FindAsync(Cancellation);

        Assert.Equal(Token, token.Value);

        // .NET 8 names the activity, and puts no address into it.
        Assert.Contains(_seen, text =>
            text.Contains("/oidc/v1/token", StringComparison.Ordinal) || text.Contains("HttpRequestOut", StringComparison.Ordinal));
        Keep(log);
        AssertNothing("tracing");
    }

    [Fact]
    public async Task No_activity_shows_an_address_to_which_a_sign_in_goes()
    {
        using LoopbackWorkspace workspace = new(Token);
        using HttpRequestMessage request = new(HttpMethod.Get, workspace.Host + "/s3cret-path-of-a-metadata-service");
        using HttpResponseMessage response = await WorkspaceHttp.Shared().SendAsync(request, Cancellation);

        Assert.DoesNotContain(_seen, text => text.Contains("s3cret-path", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_cannot_be_one_is_not_shown()
    {
        See(Assert.Throws<FormatException>(() => new AppToken(Token + "\r\n")));
        See(await Assert.ThrowsAsync<AppAuthenticationException>(
            () => new CallbackTokenSource(_ => new(Token + "\r\n"), "TokenProvider").GetTokenAsync(Cancellation).AsTask()));
        AssertNothing("supplied");
    }

    [Fact]
    public void Nothing_shows_its_secrets_as_text_or_to_a_debugger()
    {
        SignInSetup setup = Setup();
        AppToken token = new(Token, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal("AppToken(***, expires 2026-03-01T12:00:00Z)", token.ToString());
        Assert.Equal("AppToken(***)", new AppToken(Token).ToString());
        object[] things = [token, setup.Options, setup.Context(), setup.Context().Settings, new CliResult(0, Token, Token), new FixedTokenSource(token)];
        foreach (object thing in things)
        {
            _seen.Enqueue(thing.ToString()!);
        }

        Assert.Equal("{ToString(),nq}", typeof(AppToken).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value);
        AssertHidden<AppToken>(nameof(AppToken.Value), nameof(AppToken.Header));
        AssertHidden<DatabricksAppOptions>(nameof(DatabricksAppOptions.ClientSecret), nameof(DatabricksAppOptions.Token));
        AssertNothing("text");
    }

    private static void AssertHidden<T>(params string[] properties) => Assert.All(
        properties,
        name => Assert.Equal(
            DebuggerBrowsableState.Never, typeof(T).GetProperty(name)!.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State));

    private static SignInSetup Setup()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal(FakeWorkspace.WithTokens(Token));
        setup.Environment["DATABRICKS_CLIENT_SECRET"] = Secret;
        return setup;
    }

    private async Task SeeAsync(SignInSetup setup, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (AppException exception)
        {
            See(exception);
        }

        Keep(setup.Log);
    }

    private void See(Exception exception)
    {
        _seen.Enqueue(exception.ToString());
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            _seen.Enqueue(inner.Message);
            _seen.Enqueue(string.Join(' ', inner.Data.Values.Cast<object>()));
        }
    }

    private void Keep(LogCapture log)
    {
        foreach (string text in log.Texts.Concat(log.Scopes))
        {
            _seen.Enqueue(text);
        }
    }

    private void AssertNothing(string where)
    {
        Assert.NotEmpty(_seen);
        Assert.All(_seen, text =>
        {
            Assert.False(text.Contains("c4nary", StringComparison.OrdinalIgnoreCase), $"{where}: {text}");
            Assert.False(text.Contains(s_basic, StringComparison.Ordinal), $"{where}: {text}");
            Assert.False(text.Contains(s_jwt, StringComparison.Ordinal), $"{where}: {text}");
        });
    }
}
