using System.Net;
using System.Text;
using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Auth;

namespace DatabricksApps.Tests.Signing;

/// <summary>A call that says whose it is is signed as that, whatever the client signs with, and no other call is.</summary>
public sealed class CallIdentityTests
{
    private static readonly Uri s_app = new("https://app.example.com");

    private readonly Queue<(int Status, string? Location, string Body)> _answers = new();
    private readonly StubHandler _stub;
    private int _asked;

    public CallIdentityTests() => _stub = new StubHandler(_ =>
    {
        (int status, string? location, string body) = _answers.TryDequeue(out (int, string?, string) next) ? next : (200, null, "\"x\"");
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, status == 200 ? "application/json" : "text/plain") };
        response.Headers.Location = location is null ? null : new Uri(location, UriKind.RelativeOrAbsolute);
        return response;
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<string?> Signed => _stub.Sent.Select(sent => sent["Authorization"]);

    [Theory]
    [InlineData("program", "Bearer the-access-token")]
    [InlineData("token", "Bearer the-token")]
    [InlineData("provider", "Bearer provided")]
    [InlineData("users", "Bearer the-access-token")]
    public async Task It_wins_over_all_that_the_client_signs_with(string kind, string own)
    {
        bool isAsked = false;
        AppConnection app = Connect(options =>
        {
            options.Token = kind == "token" ? "the-token" : null;
            options.TokenProvider = kind == "provider" ? _ => Ask("provided") : null;
            options.FederatedUserTokenProvider = kind == "users" ? _ => Ask("a.user.token") : null;
        });

        await app.StringAsync(Calls.Get(), By("ada"));
        bool wasAsked = isAsked;
        await app.StringAsync(Calls.Get());
        await app.StringAsync(Calls.Get(), By("bob"));

        Assert.Equal(["Bearer ada", own, "Bearer bob"], Signed);
        Assert.False(wasAsked);

        ValueTask<string> Ask(string token)
        {
            isAsked = true;
            return new(token);
        }
    }

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    [InlineData("nothing")]
    [InlineData("case")]
    [InlineData("null")]
    [InlineData("file")]
    [InlineData("lines")]
    [InlineData("events")]
    [InlineData("upload")]
    [InlineData("answer")]
    public async Task Every_kind_of_call_has_it(string kind)
    {
        AppConnection app = Connect();
        AppRequestOptions options = By("ada");

        switch (kind)
        {
            case "json":
                await app.StringAsync(Calls.Get(), options);
                break;
            case "text":
                await app.SendForTextAsync(Calls.Get(), options, Cancellation);
                break;
            case "nothing":
                await app.SendAsync(Calls.Get(), options, Cancellation);
                break;
            case "case":
                await app.SendForCaseAsync(Calls.Get(), _ => 1, options, Cancellation);
                break;
            case "null":
                await app.SendOrNullAsync<string, StringJson>(Calls.Get(), options, Cancellation);
                break;
            case "file":
                await using (await app.SendForFileAsync(Calls.Get(), options, Cancellation))
                {
                }

                break;
            case "lines":
                await ReadAsync(app.StreamLinesAsync<string, StringJson>(Calls.Get(), options, Cancellation));
                break;
            case "events":
                await Record.ExceptionAsync(() => ReadAsync(app.StreamTextEventsAsync(Calls.Get(), options, Cancellation)));
                break;
            case "upload":
                await app.StringAsync(Upload(), options);
                Assert.Equal("photo", _stub.Last.Text);
                break;
            default:
                await app.AnswerOfAsync(inner => inner, inner => inner.SendAsync(Calls.Get(), options, Cancellation));
                break;
        }

        Assert.Equal(["Bearer ada"], Signed);
    }

    [Theory]
    [InlineData(401, null, "", false)]
    [InlineData(302, "https://ws.example.com/oidc/oauth2/v2.0/authorize?state=x", "", false)]
    [InlineData(302, "/.auth/login", "", true)]
    [InlineData(403, null, "Invalid Token", true)]
    public async Task A_refusal_asks_it_once_more(int status, string? location, string body, bool isUpload)
    {
        _answers.Enqueue((status, location, body));

        Assert.Equal("x", await Connect().StringAsync(isUpload ? Upload() : Calls.Get(), Numbered()));

        Assert.Equal(["Bearer token-1", "Bearer token-2"], Signed);
    }

    [Fact]
    public async Task The_second_refusal_is_the_error_and_leads_to_nobody_else()
    {
        _answers.Enqueue((401, null, ""));
        _answers.Enqueue((401, null, ""));

        AppException failure = await Assert.ThrowsAsync<AppException>(() => Connect().StringAsync(Calls.Get(), Numbered()));

        Assert.Equal((AppErrorReason.SignInRequired, 2), (failure.Reason, _asked));
        Assert.Equal(["Bearer token-1", "Bearer token-2"], Signed);
    }

    [Fact]
    public async Task The_same_token_again_is_not_sent_again()
    {
        _answers.Enqueue((401, null, ""));

        await Assert.ThrowsAsync<AppException>(() => Connect().StringAsync(Calls.Get(), By("ada")));

        Assert.Equal((1, 2), (_stub.Sent.Count, _asked));
    }

    [Fact]
    public async Task Nothing_of_it_is_kept_for_the_next_call()
    {
        AppConnection app = Connect();
        AppRequestOptions options = Numbered();

        await app.StringAsync(Calls.Get(), options);
        await app.StringAsync(Calls.Get(), options);

        Assert.Equal(["Bearer token-1", "Bearer token-2"], Signed);
    }

    [Fact]
    public async Task A_stream_has_that_of_the_call_which_gave_it_whatever_is_set_meanwhile()
    {
        AppRequestOptions options = By("ada");
        IAsyncEnumerable<string> stream = Connect().StreamLinesAsync<string, StringJson>(Calls.Get(), options, Cancellation);
        options.TokenProvider = _ => new("bob");

        await ReadAsync(stream);
        await ReadAsync(stream);

        Assert.Equal(["Bearer ada", "Bearer ada"], Signed);
    }

    [Theory]
    [InlineData("", "Sign-in failed: AppRequestOptions.TokenProvider gave an empty token. Likely cause: ")]
    [InlineData("a\r\nX: y", "Sign-in failed: AppRequestOptions.TokenProvider gave a token that holds characters that no bearer token has")]
    [InlineData("Bearer x", "Sign-in failed: the token that AppRequestOptions.TokenProvider gave ")]
    [InlineData("dapi0123456789abcdef0123456789abcdef", "Sign-in failed: AppRequestOptions.TokenProvider gave what ")]
    public async Task What_is_no_token_of_an_app_is_told(string token, string message)
    {
        AppAuthenticationException failure = await Assert.ThrowsAsync<AppAuthenticationException>(() => Connect().StringAsync(Calls.Get(), By(token)));

        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
        Assert.Empty(_stub.Sent);
    }

    [Fact]
    public async Task What_it_throws_reaches_the_caller_as_it_was_thrown()
    {
        HttpRequestException thrown = new("mine");

        Assert.Same(thrown, await Record.ExceptionAsync(() => Connect().StringAsync(Calls.Get(), new AppRequestOptions { TokenProvider = _ => throw thrown })));
        Assert.Empty(_stub.Sent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_over_an_HttpClient_refuses_it(bool isStream)
    {
        AppConnection app = new(_stub.Client());

        Exception? failure = await Record.ExceptionAsync(() => isStream
            ? ReadAsync(app.StreamLinesAsync<string, StringJson>(Calls.Get(), By("ada"), Cancellation))
            : app.StringAsync(Calls.Get(), By("ada")));

        Assert.Equal(
            "GET /api/items: nothing was sent: the call has an identity of its own (AppRequestOptions.TokenProvider), and the client was made with an HttpClient, which is used as " +
            "it is and signs nothing. Next step: make the client with Create or Add…Client, which sign each call as it says; or let a DatabricksAppHandler of that HttpClient " +
            "sign, by its own TokenProvider.",
            Assert.IsType<InvalidOperationException>(failure).Message);
        Assert.Equal((0, 0), (_stub.Sent.Count, _asked));
    }

    [Fact]
    public async Task It_does_not_wait_for_the_sign_in_of_the_client()
    {
        bool isAsked = false;
        AppConnection app = Connect(options =>
        {
            options.Host = FakeWorkspace.Host;
            options.FederatedTokenProvider = _ =>
            {
                isAsked = true;
                throw new InvalidOperationException();
            };
            options.SignInTimeout = Timeout.InfiniteTimeSpan;
        });

        await app.StringAsync(Calls.Get(), By("ada"));
        await ReadAsync(app.StreamLinesAsync<string, StringJson>(Calls.Get(), By("bob"), Cancellation));

        Assert.Equal(["Bearer ada", "Bearer bob"], Signed);
        Assert.False(isAsked);
    }

    [Fact]
    public async Task A_client_that_nothing_signs_in_can_make_such_calls()
    {
        AppConnection app = Connect(setup: new SignInSetup());

        await app.StringAsync(Calls.Get(), By("ada"));
        AppAuthenticationException own = await Assert.ThrowsAsync<AppAuthenticationException>(() => app.StringAsync(Calls.Get()));

        Assert.Equal(AppErrorReason.SignInFailed, own.Reason);
        Assert.Equal(["Bearer ada"], Signed);
    }

    private static AppRequest Upload()
    {
        AppRequest request = Calls.Post();
        request.SetFile(AppFile.FromStream(new MemoryStream("photo"u8.ToArray())), "application/octet-stream");
        return request;
    }

    private static async Task ReadAsync<T>(IAsyncEnumerable<T> stream)
    {
        await foreach (T _ in stream)
        {
        }
    }

    private AppRequestOptions By(string token) => new()
    {
        TokenProvider = _ =>
        {
            _asked++;
            return new(token);
        },
    };

    private AppRequestOptions Numbered() => new() { TokenProvider = _ => new($"token-{++_asked}") };

    private AppConnection Connect(Action<DatabricksAppOptions>? configure = null, SignInSetup? setup = null)
    {
        DatabricksAppOptions options = new() { BaseAddress = s_app };
        configure?.Invoke(options);
        TokenSources sources = (setup ?? SignInSetup.ServicePrincipal()).Sources();
        ClientSettings client = sources.Read(options, []);
        AppLocation location = sources.LocationFor(client);
        return new AppConnection(new DatabricksAppHandler(sources, client, location) { InnerHandler = _stub }, options, location, sources.SignInOf(client));
    }
}
