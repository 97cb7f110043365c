using System.Net;
using System.Text;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>One request to a workspace: what is kept of the answer, and what of no answer.</summary>
public sealed class WorkspaceClientTests
{
    private const string Address = "https://ws.example.com:8443/a/b";

    private readonly ObservedTime _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(100_000)]
    [InlineData(262_144)]
    public async Task An_answer_is_read_whole(int length)
    {
        byte[] body = [.. Enumerable.Range(0, length).Select(i => (byte)(i % 251))];

        WorkspaceAnswer answer = await SendAsync(() => new() { Content = new StreamContent(new ForwardStream(body, piece: 10_000)) });

        Assert.Equal(body, answer.Body);
    }

    [Fact]
    public async Task One_byte_more_than_that_is_too_long()
    {
        AppAuthenticationException seen = await FailsAsync(() => new() { Content = new ByteArrayContent(new byte[262_145]) });

        Assert.StartsWith("Sign-in failed: https://ws.example.com:8443/a/b answered more than 262144 bytes.", seen.Message);
        Assert.False(seen.IsTransient);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Sun, 01 Mar 2026 12:00:09 GMT", 9)]
    [InlineData("Sun, 01 Mar 2026 12:00:00 GMT", null)]
    [InlineData("Sun, 01 Mar 2026 11:59:59 GMT", null)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task It_tells_how_long_to_wait(string? retryAfter, int? seconds)
    {
        WorkspaceAnswer answer = await SendAsync(() => With(new(HttpStatusCode.TooManyRequests), "Retry-After", retryAfter));

        Assert.Equal(seconds is { } number ? TimeSpan.FromSeconds(number) : null, answer.RetryAfter);
    }

    [Theory]
    [InlineData(302, "https://other.example.com/x?secret=1", "other.example.com")]
    [InlineData(300, "/x", "ws.example.com")]
    [InlineData(399, "/x", "ws.example.com")]
    [InlineData(299, "/x", null)]
    [InlineData(400, "/x", null)]
    [InlineData(302, null, null)]
    public async Task And_where_it_leads(int status, string? location, string? host)
    {
        WorkspaceAnswer answer = await SendAsync(() => With(new((HttpStatusCode)status), "Location", location));

        Assert.Equal((host, (HttpStatusCode)status), (answer.RedirectHost, answer.Status));
    }

    [Fact]
    public async Task Its_address_shows_no_query_and_its_kind_no_charset()
    {
        WorkspaceAnswer answer = await SendAsync(() => new() { Content = new StringContent("x", Encoding.UTF8, "text/x") }, Address + "?secret=1#x");

        Assert.Equal((Address, "text/x"), (answer.Address, answer.MediaType));
        Assert.Null((await SendAsync(() => new() { Content = new ByteArrayContent([]) })).MediaType);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "the name ws.example.com was not found", false)]
    [InlineData(HttpRequestError.SecureConnectionError, "no secure connection to ws.example.com:8443 came about", false)]
    [InlineData(HttpRequestError.ProxyTunnelError, "the proxy opened no connection to ws.example.com:8443", false)]
    [InlineData(HttpRequestError.ConnectionError, "no connection to ws.example.com:8443 came about", true)]
    [InlineData(HttpRequestError.ResponseEnded, "the connection to ws.example.com:8443 was cut before the answer was complete", true)]
    public async Task No_answer_is_explained(HttpRequestError error, string what, bool isTransient)
    {
        HttpRequestException thrown = new(error);

        AppAuthenticationException seen = await FailsAsync(() => throw thrown);

        Assert.StartsWith("Sign-in failed: " + what + ".", seen.Message);
        Assert.Equal(isTransient, seen.IsTransient);
        Assert.Same(error == HttpRequestError.ProxyTunnelError ? null : thrown, seen.InnerException);
    }

    [Fact]
    public async Task So_is_an_answer_that_breaks_and_a_proxy_that_wants_a_sign_in()
    {
        IOException thrown = new();

        AppAuthenticationException broken = await FailsAsync(() => new() { Content = new StreamContent(new ForwardStream("a"u8.ToArray(), thrown)) });
        AppAuthenticationException proxy = await FailsAsync(
            () => throw new HttpRequestException(HttpRequestError.ProxyTunnelError, null, null, HttpStatusCode.ProxyAuthenticationRequired));

        Assert.StartsWith("Sign-in failed: the connection to ws.example.com:8443 was cut before the answer was complete.", broken.Message);
        Assert.Same(thrown, broken.InnerException);
        Assert.StartsWith("Sign-in failed: the proxy answered 407 (Proxy Authentication Required) to the request for ws.example.com:8443.", proxy.Message);
    }

    [Fact]
    public async Task The_usual_port_is_not_named() => Assert.StartsWith(
        "Sign-in failed: no connection to ws.example.com came about.",
        (await FailsAsync(() => throw new HttpRequestException(HttpRequestError.ConnectionError), "https://ws.example.com/a")).Message);

    [Fact]
    public async Task After_twenty_seconds_without_an_answer_it_is_given_up()
    {
        FakeWorkspace workspace = new FakeWorkspace().On("GET " + Address, async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException();
        });
        Task<WorkspaceAnswer> call = SendAsync(workspace, Address, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(20) - TimeSpan.FromTicks(1));
        Assert.False(call.IsCompleted);

        _time.Advance(TimeSpan.FromTicks(1));

        AppAuthenticationException seen = await Assert.ThrowsAsync<AppAuthenticationException>(() => call);
        Assert.StartsWith($"Sign-in failed: {Address} gave no answer within 20 seconds.", seen.Message);
        Assert.True(seen.IsTransient);
        Assert.IsAssignableFrom<OperationCanceledException>(seen.InnerException);
    }

    [Fact]
    public async Task A_caller_who_leaves_is_told_nothing_else()
    {
        using CancellationTokenSource source = new();
        FakeWorkspace workspace = new FakeWorkspace().On("GET " + Address, async token =>
        {
            await source.CancelAsync();
            token.ThrowIfCancellationRequested();
            return new HttpResponseMessage();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(workspace, Address, source.Token));
    }

    [Theory]
    [InlineData("https://accounts.cloud.databricks.com", true)]
    [InlineData("https://accounts-dod.cloud.databricks.us", true)]
    [InlineData("https://my-accounts.cloud.databricks.com", false)]
    [InlineData("https://accountsx.example.com", false)]
    public void The_host_of_an_account_is_told_by_its_name(string host, bool isAccount) => Assert.Equal(isAccount, WorkspaceHost.Parse(host).IsAccount);

    [Theory]
    [InlineData("ws.example.com", "https://WS.example.com/path?o=1", true)]
    [InlineData("ws.example.com:443", "https://ws.example.com", true)]
    [InlineData("ws.example.com", "ws2.example.com", false)]
    [InlineData("ws.example.com", "ws.example.com:8443", false)]
    [InlineData("http://localhost", "https://localhost", false)]
    [InlineData("http://ws.example.com", "HTTP://WS.EXAMPLE.COM", true)]
    [InlineData("http://ws.example.com", "https://ws.example.com", false)]
    [InlineData("ftp://x", "ftp://x", true)]
    public void Two_hosts_are_one_as_they_are_taken(string one, string other, bool areSame) => Assert.Equal(areSame, WorkspaceHost.AreSame(one, other));

    [Theory]
    [InlineData("https://ws.example.com/x", true)]
    [InlineData("https://WS.EXAMPLE.COM/x", true)]
    [InlineData("http://ws.example.com:443/x", false)]
    [InlineData("https://ws.example.com:444/x", false)]
    [InlineData("https://ws2.example.com/x", false)]
    public void An_address_is_of_a_host_by_scheme_name_and_port(string address, bool isOf) =>
        Assert.Equal(isOf, WorkspaceHost.Parse("https://ws.example.com").IsOriginOf(new Uri(address)));

    [Theory]
    [InlineData("https://ws.example.com", true)]
    [InlineData("http://localhost:5000", true)]
    [InlineData("http://127.0.0.1", true)]
    [InlineData("http://ws.example.com", false)]
    [InlineData("ftp://localhost", false)]
    public void A_secret_goes_over_TLS_or_stays_on_this_machine(string address, bool isSafe) => Assert.Equal(isSafe, WorkspaceHost.IsSafe(new Uri(address)));

    [Theory]
    [InlineData("ftp://ws.example.com")]
    [InlineData("https://user@ws.example.com")]
    [InlineData("file:///x")]
    [InlineData("://")]
    [InlineData("")]
    public void What_is_no_host_is_refused(string host) => Assert.StartsWith(
        "Sign-in failed: no host configured: Host is not the address of a workspace.",
        Assert.Throws<AppAuthenticationException>(() => WorkspaceHost.Parse(host)).Message);

    private static HttpResponseMessage With(HttpResponseMessage response, string name, string? value)
    {
        if (value is not null)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    private async Task<AppAuthenticationException> FailsAsync(Func<HttpResponseMessage> answer, string address = Address) =>
        await Assert.ThrowsAsync<AppAuthenticationException>(() => SendAsync(answer, address));

    private Task<WorkspaceAnswer> SendAsync(Func<HttpResponseMessage> answer, string address = Address) =>
        SendAsync(new FakeWorkspace().OnAll(answer), address, TestContext.Current.CancellationToken);

    private async Task<WorkspaceAnswer> SendAsync(FakeWorkspace workspace, string address, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        return await new WorkspaceClient(workspace.Client, _time).SendAsync(request, cancellationToken);
    }
}
