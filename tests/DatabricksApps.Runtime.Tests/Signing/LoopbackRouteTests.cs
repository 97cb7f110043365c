using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Signing;
using DatabricksApps.Tests.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace DatabricksApps.Tests.Signing;

/// <summary>Plain http to this machine is safe by its route: no proxy gets it, whatever the environment names as one.</summary>
[Collection(Alone.Name)]
public sealed class LoopbackRouteTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _seen = [];
    private readonly IWebProxy _before = HttpClient.DefaultProxy;

    public LoopbackRouteTests()
    {
        _listener.Start();
        HttpClient.DefaultProxy = new WebProxy($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}", BypassOnLocal: false);
        _ = AnswerAsync();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        HttpClient.DefaultProxy = _before;
        _listener.Dispose();
    }

    [Fact]
    public async Task App_token_endpoint_and_lookup_on_this_machine_are_reached_without_the_proxy()
    {
        using LoopbackWorkspace workspace = new("the-token");
        using HttpClient plain = new();
        await plain.GetAsync(new Uri(workspace.Host), Cancellation);
        Assert.StartsWith($"GET {workspace.Host}/", Assert.Single(_seen), StringComparison.Ordinal);
        _seen.Clear();

        using AppConnection app = AppPipeline.Connect(new DatabricksAppOptions { AppName = "inventory", Host = workspace.Host, ClientId = "id", ClientSecret = "secret" });
        AppException exception = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));

        Assert.Equal(HttpStatusCode.NotFound, exception.StatusCode);
        Assert.Empty(_seen);
    }

    [Fact]
    public async Task The_metadata_service_is_reached_without_the_proxy()
    {
        using LoopbackWorkspace service = new("the-token");
        MetadataServiceTokenSource source = new(
            new WorkspaceClient(WorkspaceHttp.Shared, TimeProvider.System), new Uri($"{service.Host}/oidc/v1/token"), WorkspaceHost.Parse("ws.example.com"), new LogCapture());

        Assert.Equal("the-token", (await source.GetTokenAsync(Cancellation)).Value);
        Assert.Empty(_seen);
    }

    [Fact]
    public async Task A_registered_client_reaches_the_app_without_the_proxy()
    {
        using LoopbackWorkspace app = new("the-token");
        ServiceCollection services = new();
        AppPipeline.AddClient<AppConnection>(services.AddLogging(), "MyApp.Client", static connection => connection, options =>
        {
            options.BaseAddress = new Uri(app.Host);
            options.Token = "given";
        });
        await using ServiceProvider provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<AppException>(() => provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get()));

        Assert.Empty(_seen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_of_the_users_that_would_use_the_proxy_gets_nothing_to_send(bool isSockets)
    {
        using LoopbackWorkspace app = new("the-token");
        HttpMessageHandler primary = isSockets ? new SocketsHttpHandler() : new HttpClientHandler();
        using HttpClient client = new(new DatabricksAppHandler(new() { BaseAddress = new Uri(app.Host), Token = "given" }, new Passing { InnerHandler = primary }));

        AppException exception = await Assert.ThrowsAsync<AppException>(() => client.GetAsync(new Uri(app.Host), Cancellation));

        Assert.Equal(
            $"Nothing was sent to {app.Host}: the primary handler of this HttpClient would send it, in the clear and with the token, through the proxy " +
            $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}. Likely cause: HTTP_PROXY or http_proxy is set, and NO_PROXY does not name 127.0.0.1. " +
            "Next step: set UseProxy of the handler to false, or leave the primary handler to the client.",
            exception.Message);
        Assert.Empty(_seen);
    }

    [Fact]
    public async Task A_handler_of_the_users_that_uses_none_sends()
    {
        using LoopbackWorkspace app = new("the-token");
        using HttpClient client = new(new DatabricksAppHandler(new() { BaseAddress = new Uri(app.Host), Token = "given" }, new SocketsHttpHandler { UseProxy = false }));

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(app.Host), Cancellation)).StatusCode);
        Assert.Empty(_seen);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8000", null)]
    [InlineData("http://127.9.9.9:8000", null)]
    [InlineData("http://localhost", null)]
    [InlineData("http://LOCALHOST:1", null)]
    [InlineData("http://[::1]:8000", null)]
    [InlineData("https://127.0.0.1", null)]
    [InlineData("https://localhost.", null)]
    [InlineData("https://app.localhost:8443", null)]
    [InlineData("https://App.LocalHost.", null)]
    [InlineData("https://localhost.evil.example", "http://proxy.corp:3128/")]
    [InlineData("https://evil-localhost", "http://proxy.corp:3128/")]
    [InlineData("http://[::ffff:127.0.0.1]:8000", null)]
    [InlineData("http://127.1", null)]
    [InlineData("https://app-1.aws.databricksapps.com", "http://proxy.corp:3128/")]
    [InlineData("https://127.0.0.1.evil.example", "http://proxy.corp:3128/")]
    public void Only_this_machine_is_exempt(string address, string? proxy)
    {
        LoopbackProxy proxies = new(() => new WebProxy("http://proxy.corp:3128", BypassOnLocal: false));

        Assert.Equal((proxy is null, proxy), (proxies.IsBypassed(new Uri(address)), proxies.GetProxy(new Uri(address))?.AbsoluteUri));
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                byte[] buffer = new byte[8192];
                int read = await client.GetStream().ReadAsync(buffer);
                _seen.Enqueue(Encoding.ASCII.GetString(buffer, 0, read));
                await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private sealed class Passing : DelegatingHandler;
}
