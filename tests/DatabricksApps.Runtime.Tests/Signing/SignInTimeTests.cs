using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Signing;
using DatabricksApps.Tests.Auth;

namespace DatabricksApps.Tests.Signing;

/// <summary>The time of a call is the app's; a person at the browser has her own before it begins.</summary>
public sealed class SignInTimeTests
{
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(1);

    private readonly StubHandler _stub = StubHandler.Json("\"x\"");
    private readonly TaskCompletionSource<string> _token = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sign_in_with_a_time_of_its_own_takes_none_of_the_calls(bool isStream)
    {
        AppConnection app = Connect(new DatabricksAppOptions { SignInTimeout = Timeout.InfiniteTimeSpan, Timeout = s_short });
        AppConnection other = Connect(new DatabricksAppOptions { Timeout = s_short });

        Task call = CallAsync(app, isStream);
        await Assert.ThrowsAsync<AppException>(() => CallAsync(other, isStream));
        Assert.False(call.IsCompleted);
        _token.SetResult("the-token");

        // The time of the call begins only now, and may be too short for all of it: what counts is that it was sent.
        await Record.ExceptionAsync(() => call);
        Assert.Equal("Bearer the-access-token", Assert.Single(_stub.Sent)["Authorization"]);
    }

    [Fact]
    public async Task Its_end_says_that_nothing_was_sent()
    {
        AppConnection app = Connect(new DatabricksAppOptions { SignInTimeout = s_short });

        AppException failure = await Assert.ThrowsAsync<AppException>(() => CallAsync(app, isStream: false));

        Assert.Equal(AppErrorReason.SignInFailed, failure.Reason);
        Assert.StartsWith("GET /api/items: no token could be had within 0.001 seconds.", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_stub.Sent);
    }

    // Refused, the app has done nothing; what is slow then is the sign-in.
    [Fact]
    public async Task A_slow_sign_in_after_a_refusal_is_not_told_as_a_slow_app()
    {
        StubHandler refusing = StubHandler.Json("{}", System.Net.HttpStatusCode.Unauthorized);
        int asked = 0;
        DatabricksAppOptions options = new()
        {
            BaseAddress = new Uri("https://app.example.com"),
            Timeout = TimeSpan.FromMilliseconds(50),
            TokenProvider = cancellationToken => ++asked == 1 ? new("first") : new(_token.Task.WaitAsync(cancellationToken)),
        };
        TokenSources sources = new SignInSetup().Sources();
        ClientSettings client = sources.Read(options, []);
        AppLocation location = sources.LocationFor(client);
        AppConnection app = new(new DatabricksAppHandler(sources, client, location) { InnerHandler = refusing }, options, location);

        AppException failure = await Assert.ThrowsAsync<AppException>(() => CallAsync(app, isStream: false));

        Assert.Equal(AppErrorReason.SignInFailed, failure.Reason);
        Assert.StartsWith("GET /api/items: no token could be had within 0.05 seconds.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_has_the_time_of_the_person_there_too()
    {
        int refused = 0;
        StubHandler stub = new(_ => ++refused == 1
            ? new HttpResponseMessage(System.Net.HttpStatusCode.Unauthorized)
            : new HttpResponseMessage { Content = new StringContent("\"x\"") });
        int asked = 0;
        SignInSetup setup = new();
        setup.Workspace.On(FakeWorkspace.Token, () => new HttpResponseMessage { Content = new StringContent($$"""{"access_token":"token-{{asked}}","expires_in":3600}""") });
        DatabricksAppOptions options = new()
        {
            BaseAddress = new Uri("https://app.example.com"),
            Host = FakeWorkspace.Host,
            Timeout = TimeSpan.FromSeconds(5),
            SignInTimeout = s_short,
            FederatedTokenProvider = cancellationToken => ++asked == 1 ? new("first") : new(_token.Task.WaitAsync(cancellationToken)),
        };
        TokenSources sources = setup.Sources();
        ClientSettings client = sources.Read(options, []);
        AppLocation location = sources.LocationFor(client);
        SignInWait signIn = new(sources.ForProgram(client), s_short);
        await sources.ForProgram(client).GetTokenAsync(Cancellation);
        AppConnection app = new(new DatabricksAppHandler(sources, client, location) { InnerHandler = stub }, options, location, signIn);

        AppException failure = await Assert.ThrowsAsync<AppException>(() => CallAsync(app, isStream: false));

        // The short time of the sign-in, not the five seconds of the call.
        Assert.Equal(AppErrorReason.SignInFailed, failure.Reason);
        Assert.Equal(1, refused);
    }

    [Fact]
    public async Task The_callers_token_ends_it_too()
    {
        AppConnection app = Connect(new DatabricksAppOptions { SignInTimeout = Timeout.InfiniteTimeSpan });
        using CancellationTokenSource caller = new();

        Task call = app.SendAsync(Calls.Get(), null, caller.Token);
        await caller.CancelAsync();

        Assert.Equal(caller.Token, (await Assert.ThrowsAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Theory]
    [InlineData(AuthTypes.Browser, true)]
    [InlineData(AuthTypes.ServicePrincipal, false)]
    public void A_person_at_the_browser_has_one(string authType, bool hasOne)
    {
        using TokenSources sources = SignInSetup.ServicePrincipal().Sources();

        Assert.Equal(hasOne, sources.SignInOf(sources.Read(new DatabricksAppOptions { AuthType = authType }, [])) is not null);
    }

    // They are asked at each call, for who is meant then.
    [Fact]
    public void Tokens_of_each_call_have_none()
    {
        using TokenSources sources = SignInSetup.ServicePrincipal().Sources();
        TimeSpan limit = TimeSpan.FromMinutes(1);

        Assert.Null(sources.SignInOf(sources.Read(new DatabricksAppOptions { SignInTimeout = limit, TokenProvider = _ => new("t") }, [])));
        Assert.Null(sources.SignInOf(sources.Read(new DatabricksAppOptions { SignInTimeout = limit, FederatedUserTokenProvider = _ => new("t") }, [])));
        Assert.Null(sources.SignInOf(sources.Read(new DatabricksAppOptions { SignInTimeout = limit, Token = "t" }, [])));
    }

    [Fact]
    public void A_time_that_none_can_have_is_refused()
    {
        DatabricksAppOptions options = new() { AppName = "inventory", SignInTimeout = TimeSpan.Zero };

        Assert.Equal(
            "DatabricksAppOptions.SignInTimeout must be positive and at most 49 days, or Timeout.InfiniteTimeSpan.",
            Assert.Throws<ArgumentException>(() => AppPipeline.Connect(options)).Message);
    }

    private AppConnection Connect(DatabricksAppOptions options)
    {
        options.BaseAddress = new Uri("https://app.example.com");
        options.Host = FakeWorkspace.Host;
        options.FederatedTokenProvider = cancellationToken => new(_token.Task.WaitAsync(cancellationToken));
        TokenSources sources = new SignInSetup().Sources();
        ClientSettings client = sources.Read(options, []);
        AppLocation location = sources.LocationFor(client);
        return new AppConnection(new DatabricksAppHandler(sources, client, location) { InnerHandler = _stub }, options, location, sources.SignInOf(client));
    }

    private static async Task CallAsync(AppConnection app, bool isStream)
    {
        if (!isStream)
        {
            await app.SendAsync(Calls.Get(), null, Cancellation);
            return;
        }

        await foreach (string _ in app.StreamLinesAsync<string, StringJson>(Calls.Get(), null, Cancellation))
        {
        }
    }
}
