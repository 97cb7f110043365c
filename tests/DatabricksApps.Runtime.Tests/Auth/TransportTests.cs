using System.Net;

namespace DatabricksApps.Tests.Auth;

public sealed class TransportTests
{
    public static TheoryData<HttpRequestError, HttpStatusCode?, string> Failures => new()
    {
        {
            HttpRequestError.NameResolutionError, null,
            "Sign-in failed: the name ws.example.com was not found. " +
            "Likely cause: the host is mistyped, or this network resolves no such name. " +
            "Next step: Compare Host (DATABRICKS_HOST) with the workspace's address in the browser."
        },
        {
            HttpRequestError.SecureConnectionError, null,
            "Sign-in failed: no secure connection to ws.example.com came about. " +
            "Likely cause: a proxy or the network breaks TLS open, or its certificate is not trusted on this machine. " +
            "Next step: Trust the proxy's certificate authority, or exempt the host from inspection."
        },
        {
            HttpRequestError.ProxyTunnelError, HttpStatusCode.ProxyAuthenticationRequired,
            "Sign-in failed: the proxy answered 407 (Proxy Authentication Required) to the request for ws.example.com. " +
            "Likely cause: the network's proxy wants to know who calls. " +
            "Next step: Give the proxy's credentials in HTTPS_PROXY, or add ws.example.com to NO_PROXY."
        },
        {
            HttpRequestError.ProxyTunnelError, HttpStatusCode.Forbidden,
            "Sign-in failed: the proxy opened no connection to ws.example.com. " +
            "Likely cause: the proxy refuses the host, or is not reachable. " +
            "Next step: Check HTTPS_PROXY and NO_PROXY, and have ws.example.com allowed."
        },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_connection_that_does_not_come_about_is_explained_and_not_tried_again(
        HttpRequestError error, HttpStatusCode? status, string message)
    {
        FakeWorkspace workspace = new FakeWorkspace().OnAll(() => throw new HttpRequestException(error, "http://user:canary@proxy", null, status));
        SignInSetup setup = SignInSetup.ServicePrincipal(workspace);

        AppAuthenticationException exception =
            await Assert.ThrowsAsync<AppAuthenticationException>(setup.SignInByClientCredentialsAsync);

        Assert.Equal(message, exception.Message);
        Assert.Equal([FakeWorkspace.Metadata, FakeWorkspace.Discovery], workspace.Requests);
        Assert.Equal(error != HttpRequestError.ProxyTunnelError, exception.ToString().Contains("canary"));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError,
        "Sign-in failed: no connection to ws.example.com came about. " +
        "Likely cause: the network allows no outgoing connection to the workspace, or the host or port is wrong. " +
        "Next step: Check that outgoing https to ws.example.com is allowed, and HTTPS_PROXY and NO_PROXY.")]
    [InlineData(HttpRequestError.ResponseEnded,
        "Sign-in failed: the connection to ws.example.com was cut before the answer was complete. " +
        "Likely cause: the network or a proxy cut it. " +
        "Next step: Call again; if it stays, check HTTPS_PROXY and NO_PROXY.")]
    public async Task A_connection_that_fails_is_tried_again_for_a_minute(HttpRequestError error, string message)
    {
        FakeWorkspace workspace = new FakeWorkspace().OnAll(() => throw new HttpRequestException(error));
        SignInSetup setup = SignInSetup.ServicePrincipal(workspace);

        Task signIn = setup.SignInByClientCredentialsAsync();
        foreach (double delay in (double[])[0.5, 1, 2, 4, 8, 16])
        {
            await setup.Time.PassAsync(TimeSpan.FromSeconds(delay));
        }

        // 31.5 seconds have passed, and the next delay of 30 seconds would go beyond the minute.
        AppAuthenticationException exception = await Assert.ThrowsAsync<AppAuthenticationException>(() => signIn);
        Assert.Equal(message, exception.Message);
        Assert.Equal(7, workspace.Requests.Count(r => r == FakeWorkspace.Discovery));
    }

    [Fact]
    public async Task A_request_that_hangs_ends_after_20_seconds_and_is_tried_again()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Workspace.On(FakeWorkspace.Token, async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return new HttpResponseMessage();
        });

        Task signIn = setup.SignInByClientCredentialsAsync();
        await setup.Time.WhenWaitingAsync(TimeSpan.FromSeconds(20));
        await setup.Time.WhenWaitingAsync(TimeSpan.FromSeconds(20));
        await setup.Time.PassAsync(TimeSpan.FromSeconds(20));
        await setup.Time.PassAsync(TimeSpan.FromSeconds(0.5));
        await setup.Time.PassAsync(TimeSpan.FromSeconds(20));
        await setup.Time.PassAsync(TimeSpan.FromSeconds(1));
        await setup.Time.PassAsync(TimeSpan.FromSeconds(20));

        AppAuthenticationException exception = await Assert.ThrowsAsync<AppAuthenticationException>(() => signIn);
        Assert.Equal(
            "Sign-in failed: https://ws.example.com/oidc/v1/token gave no answer within 20 seconds. " +
            "Likely cause: the network holds back outgoing https to the workspace, or the workspace is overloaded. " +
            "Next step: Check that outgoing https to ws.example.com is allowed, and HTTPS_PROXY and NO_PROXY.",
            exception.Message);
        Assert.Equal(3, setup.Workspace.Requests.Count(r => r == FakeWorkspace.Token));
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_its_own_cancellation()
    {
        using CancellationTokenSource leaves = new();
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Workspace.On(FakeWorkspace.Token, async token =>
        {
            await leaves.CancelAsync();
            token.ThrowIfCancellationRequested();
            return new HttpResponseMessage();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => setup.Chain().GetTokenAsync(leaves.Token).AsTask());
    }
}
