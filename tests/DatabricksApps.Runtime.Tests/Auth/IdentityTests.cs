using System.Net;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>Two people are two identities, however alike their options are.</summary>
[Collection("ports")]
public sealed class IdentityTests : IDisposable
{
    private static readonly HttpClient s_browser = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("databricks-tokens-");
    private readonly SignInSetup _setup = new() { Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host } };
    private readonly List<string> _shown = [];
    private readonly TokenSources _sources;

    public IdentityTests()
    {
        _sources = _setup.Sources();
        _setup.Workspace
            .Json(FakeWorkspace.Discovery, $$"""{"token_endpoint":"{{FakeWorkspace.Host}}/oidc/v1/token","authorization_endpoint":"{{FakeWorkspace.Host}}/oidc/v1/authorize"}""")
            .On(FakeWorkspace.Token, () => Token(WhoAsked()));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _sources.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Two_people_with_a_folder_each_sign_in_in_the_browser_for_themselves()
    {
        Assert.Equal("dbx-alice", await TokenOfAsync(Browser("alice", folder: "a")));
        Assert.Equal("dbx-bob", await TokenOfAsync(Browser("bob", folder: "b")));
        Assert.Equal("dbx-alice", await TokenOfAsync(Browser("alice", folder: "a")));
        Assert.Equal(["alice", "bob"], _shown);
    }

    [Fact]
    public async Task Two_people_who_are_shown_the_page_and_named_no_folder_sign_in_for_themselves_and_nothing_is_kept()
    {
        Func<Uri, CancellationToken, ValueTask> alice = ShowTo("alice"), bob = ShowTo("bob");
        Assert.Equal("dbx-alice", await TokenOfAsync(Browser(alice)));
        Assert.Equal("dbx-bob", await TokenOfAsync(Browser(bob)));
        Assert.Equal("dbx-alice", await TokenOfAsync(Browser(alice)));
        Assert.Equal(["alice", "bob"], _shown);

        // Another run of the program.
        using TokenSources later = _setup.Sources();
        Assert.Equal("dbx-bob", (await later.For(Browser(bob), []).GetTokenAsync(Cancellation)).Value);
        Assert.Equal(["alice", "bob", "bob"], _shown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_page_opens_for_the_text_of_an_error_where_somebody_else_signs(bool isFixed)
    {
        DatabricksAppOptions options = Browser("alice", folder: "a");
        options.AppName = "my-app";
        options.BaseAddress = new Uri("https://my-app-1.aws.databricksapps.com");
        options.Token = isFixed ? "another-token" : null;
        options.TokenProvider = isFixed ? null : _ => new("another-token");

        Assert.Null(await _sources.LocationFor(options, []).DescribeAsync(Cancellation));

        Assert.Empty(_shown);
    }

    [Fact]
    public async Task A_variable_with_another_persons_token_is_another_credential()
    {
        DatabricksAppOptions options = new() { AuthType = AuthTypes.OidcVariable };
        _setup.Environment["DATABRICKS_OIDC_TOKEN"] = "alice";
        ITokenSource alice = _sources.For(options, []);
        _setup.Environment["DATABRICKS_OIDC_TOKEN"] = "bob";
        ITokenSource bob = _sources.For(options, []);

        Assert.Equal("dbx-bob", (await bob.GetTokenAsync(Cancellation)).Value);
        Assert.Equal("dbx-alice", (await alice.GetTokenAsync(Cancellation)).Value);
    }

    [Fact]
    public async Task One_federated_provider_is_one_identity_and_the_variant_for_users_is_asked_at_each_call()
    {
        string current = "alice";
        DatabricksAppOptions one = new() { FederatedTokenProvider = _ => new(current) };
        DatabricksAppOptions users = new() { FederatedUserTokenProvider = _ => new(current) };
        ITokenSource program = _sources.For(one, []), user = _sources.For(users, []);

        Assert.Equal(("dbx-alice", "dbx-alice"), (await ValueAsync(program), await ValueAsync(user)));
        current = "bob";
        Assert.Equal(("dbx-alice", "dbx-bob"), (await ValueAsync(program), await ValueAsync(user)));
        current = "alice";
        int exchanged = _setup.Workspace.Requests.Count(r => r == FakeWorkspace.Token);
        Assert.Equal("dbx-alice", await ValueAsync(user));
        Assert.Equal(3, exchanged);
        Assert.Equal(exchanged, _setup.Workspace.Requests.Count(r => r == FakeWorkspace.Token));
    }

    [Fact]
    public async Task The_variant_for_users_is_asked_in_the_context_of_the_call()
    {
        AsyncLocal<string> user = new();
        ITokenSource source = _sources.For(new() { FederatedUserTokenProvider = _ => new(user.Value!) }, []);

        string[] tokens = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(async () =>
        {
            user.Value = $"user-{i % 20}";
            return $"{user.Value} {await ValueAsync(source)}";
        })));

        Assert.All(tokens, t => Assert.Equal(t.Split(' ')[0], t.Split(' ')[1]["dbx-".Length..]));
    }

    [Fact]
    public async Task What_users_wait_for_ends_with_the_sources()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        setup.Workspace.On(FakeWorkspace.Token, async cancellationToken =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        });
        TokenSources sources = setup.Sources();
        Task<AppToken> waiting = sources.For(new() { FederatedUserTokenProvider = _ => new("alice") }, []).GetTokenAsync(Cancellation).AsTask();
        await asked.Task.WaitAsync(Cancellation);

        sources.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    [Fact]
    public async Task A_refused_token_of_one_user_is_replaced_for_that_user_alone()
    {
        string current = "alice";
        ITokenSource source = _sources.For(new() { FederatedUserTokenProvider = _ => new(current) }, []);
        AppToken alice = await source.GetTokenAsync(Cancellation);
        current = "bob";
        AppToken bob = await source.GetTokenAsync(Cancellation);

        source.Invalidate(alice);

        Assert.Same(bob, await source.GetTokenAsync(Cancellation));
        current = "alice";
        Assert.NotSame(alice, await source.GetTokenAsync(Cancellation));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task A_user_without_a_token_is_told_and_nobody_elses_is_taken(string? token)
    {
        _setup.Environment["DATABRICKS_CLIENT_ID"] = "id";
        _setup.Environment["DATABRICKS_CLIENT_SECRET"] = "secret";
        ITokenSource source = _sources.For(new() { FederatedUserTokenProvider = _ => new(token!) }, []);

        Assert.Equal(
            "Sign-in failed: FederatedUserTokenProvider gave no token. Likely cause: the current user has not signed in to the other identity " +
            "provider. Next step: Return the user's token, a JWT.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => source.GetTokenAsync(Cancellation).AsTask())).Message);
        Assert.Empty(_setup.Workspace.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Two_options_that_say_who_signs_are_refused(bool isProvider)
    {
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://a.example.com"), FederatedUserTokenProvider = _ => new("jwt") };
        (options.Token, options.TokenProvider) = isProvider ? (null, _ => new("t")) : ("t", (Func<CancellationToken, ValueTask<string>>?)null);

        Assert.Equal(
            $"{(isProvider ? "TokenProvider" : "Token")} and FederatedUserTokenProvider are both set, and each says who signs. Take one away.",
            Assert.Throws<ArgumentException>(options.Validate).Message);
    }

    private static async Task<string> ValueAsync(ITokenSource source) => (await source.GetTokenAsync(Cancellation)).Value;

    private async Task<string> TokenOfAsync(DatabricksAppOptions options) => await ValueAsync(_sources.For(options, []));

    private DatabricksAppOptions Browser(string who, string folder) => new()
    {
        AuthType = AuthTypes.Browser, TokenFolder = Path.Combine(_folder.FullName, folder), OpenBrowser = ShowTo(who),
    };

    private static DatabricksAppOptions Browser(Func<Uri, CancellationToken, ValueTask> open) => new() { AuthType = AuthTypes.Browser, OpenBrowser = open };

    private Func<Uri, CancellationToken, ValueTask> ShowTo(string who) => (address, cancellation) =>
    {
        _shown.Add(who);
        Dictionary<string, string> query = address.Query[1..].Split('&').ToDictionary(p => p.Split('=')[0], p => Uri.UnescapeDataString(p.Split('=')[1]));
        _ = s_browser.GetStringAsync(new Uri($"{query["redirect_uri"]}/?code={who}&state={query["state"]}"), cancellation);
        return default;
    };

    // Whom the code or the other issuer's token names.
    private string WhoAsked()
    {
        Dictionary<string, string> form = _setup.Workspace.Body.Split('&').ToDictionary(p => p.Split('=')[0], p => Uri.UnescapeDataString(p.Split('=')[1]));
        return form.GetValueOrDefault("code") ?? form["subject_token"];
    }

    private static HttpResponseMessage Token(string who) => new(HttpStatusCode.OK)
    {
        Content = new StringContent($$"""{"access_token":"dbx-{{who}}","token_type":"Bearer","expires_in":3600}"""),
    };
}
