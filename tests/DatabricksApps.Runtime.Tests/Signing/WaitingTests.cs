using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Auth;

namespace DatabricksApps.Tests.Signing;

/// <summary>A call whose time is over before anything was sent says so: it may be made again, and the app is not what is slow.</summary>
public sealed class WaitingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task For_a_token()
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), TokenProvider = Never };

        AppException failure = await FailAsync(new DatabricksAppHandler(options, stub), options, null);

        Assert.Equal(AppErrorReason.SignInFailed, failure.Reason);
        Assert.Contains(
            "no token could be had within 0.001 seconds. Likely cause: the workspace or what gives the token is slow, or waits for a person; " +
            "the app was sent nothing. Next step: Call again.", failure.Message, StringComparison.Ordinal);
        Assert.Empty(stub.Sent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task For_the_apps_address(bool isStream)
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        SignInSetup setup = SignInSetup.ServicePrincipal();
        DatabricksAppOptions options = new() { AppName = "inventory", LookupTokenProvider = Never };
        using TokenSources sources = setup.Sources();
        ClientSettings client = sources.Read(options, []);
        AppLocation location = sources.LocationFor(client);

        AppException failure = await FailAsync(new DatabricksAppHandler(sources, client, location) { InnerHandler = stub }, options, location, isStream);

        Assert.Equal(AppErrorReason.SignInFailed, failure.Reason);
        Assert.Contains("the workspace did not say where the app is within 0.001 seconds.", failure.Message, StringComparison.Ordinal);
        Assert.Empty(stub.Sent);
    }

    [Fact]
    public async Task For_an_answer_it_may_have_been_carried_out()
    {
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = "token" };

        AppException failure = await FailAsync(new DatabricksAppHandler(options, new Silent()), options, null);

        Assert.Equal(AppErrorReason.Timeout, failure.Reason);
    }

    [Fact]
    public async Task A_call_that_is_sent_lacks_nothing_any_more()
    {
        string? lacked = "not sent";
        StubHandler stub = new(request =>
        {
            lacked = ((AppRequest)request).Lacks;
            return new() { Content = new StringContent("\"x\"") };
        });
        TaskCompletionSource<string> token = new(TaskCreationOptions.RunContinuationsAsynchronously);
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), TokenProvider = _ => new(token.Task) };
        AppConnection app = new(new HttpClient(new DatabricksAppHandler(options, stub)) { BaseAddress = options.BaseAddress });
        AppRequest request = Calls.Get();

        Task call = app.SendAsync(request, null, Cancellation);
        Assert.Equal("no token could be had", request.Lacks);
        token.SetResult("token");
        await call;

        Assert.Null(lacked);
    }

    // A handler above this one may send a request again, whose first attempt ended while it waited for a token.
    [Fact]
    public async Task Nor_does_a_second_attempt_that_has_its_token_at_once()
    {
        string? lacked = "not sent";
        StubHandler stub = new(request =>
        {
            lacked = ((AppRequest)request).Lacks;
            return new() { Content = new StringContent("\"x\"") };
        });
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = "token" };
        AppConnection app = new(new HttpClient(new DatabricksAppHandler(options, stub)) { BaseAddress = options.BaseAddress });
        AppRequest request = Calls.Get();
        request.Lacks = "no token could be had";

        await app.SendAsync(request, null, Cancellation);

        Assert.Null(lacked);
    }

    private static async Task<AppException> FailAsync(DatabricksAppHandler signing, DatabricksAppOptions options, AppLocation? location, bool isStream = false)
    {
        AppConnection app = new(signing, options, location ?? TokenSources.OfProcess.LocationFor(TokenSources.OfProcess.Read(options, [])));
        AppRequestOptions limit = new() { Timeout = TimeSpan.FromMilliseconds(1) };
        return await Assert.ThrowsAsync<AppException>(async () =>
        {
            if (isStream)
            {
                await foreach (string _ in app.StreamLinesAsync<string, StringJson>(Calls.Get(), limit, Cancellation))
                {
                }
            }
            else
            {
                await app.SendAsync<string, StringJson>(Calls.Get(), limit, Cancellation);
            }
        });
    }

    private static async ValueTask<string> Never(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException();
    }

    private sealed class Silent : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
