using System.Net;
using System.Net.Sockets;
using System.Text;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>The page to which the browser returns, as a browser sees it, and whoever else comes by.</summary>
[Collection("ports")]
public sealed class LoopbackCallbackTests : IDisposable
{
    private readonly LoopbackCallback _callback = LoopbackCallback.Listen(null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Port => new Uri(_callback.Address).Port;

    public void Dispose() => _callback.Dispose();

    private Task<string> CodeAsync()
    {
        _callback.Answer("the-state");
        return _callback.WaitForCodeAsync(Cancellation);
    }

    [Fact]
    public async Task The_page_says_that_one_is_signed_in()
    {
        Task<string> code = CodeAsync();

        string answer = await AskAsync("GET /?code=the-code&state=the-state HTTP/1.1\r\nHost: localhost\r\n\r\n");

        const string page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Databricks sign-in</title><p>You are signed in, and can close this page.</p></html>";
        Assert.Equal(
            $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {page.Length}\r\n" +
            $"Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n{page}",
            answer);
        Assert.Equal("the-code", await code);
    }

    [Theory]
    [InlineData("GET /favicon.ico HTTP/1.1\r\n\r\n")]
    [InlineData("GET /?code=x&state=another HTTP/1.1\r\n\r\n")]
    [InlineData("GET /?code=x HTTP/1.1\r\n\r\n")]
    [InlineData("POST /?code=x&state=the-state HTTP/1.1\r\n\r\n")]
    [InlineData("GET\r\n\r\n")]
    [InlineData("\r\n\r\n")]
    public async Task Whoever_brings_something_else_is_told_that_there_is_nothing(string request)
    {
        Task<string> code = CodeAsync();

        string answer = await AskAsync(request);
        Assert.StartsWith("HTTP/1.1 404 Not Found\r\n", answer);
        Assert.Contains("There is nothing here.", answer);

        Assert.False(code.IsCompleted);
        await AskAsync("GET /?code=the-code&state=the-state HTTP/1.1\r\n\r\n");
        Assert.Equal("the-code", await code);
    }

    [Theory]
    [InlineData("error=denied&error_description=not+you", "denied: not you")]
    [InlineData("error=denied", "denied")]
    [InlineData("", "no code")]
    public async Task A_refusal_ends_the_sign_in(string query, string told)
    {
        Task<string> code = CodeAsync();

        Assert.Contains("The sign-in failed. The program that asked for it says why.", await AskAsync($"GET /?{query}&state=the-state HTTP/1.1\r\n\r\n"));

        Assert.StartsWith(
            $"Sign-in failed: the sign-in in the browser ended with {told}. Likely cause: the user or the account refused it",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => code)).Message);
    }

    [Fact]
    public async Task A_request_that_comes_in_pieces_is_read_to_its_end()
    {
        Task<string> code = CodeAsync();
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, Port, Cancellation);
        foreach (string piece in (string[])["GET /?code=the", "-code&state=the-state HTTP/1.1\r\nX: ", new string('y', 5000), "\r\n\r", "\n"])
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(piece), Cancellation);
        }

        Assert.Equal("the-code", await code);
    }

    [Fact]
    public async Task One_that_never_ends_is_read_as_far_as_sixteen_kilobytes()
    {
        Task<string> code = CodeAsync();

        await AskAsync("GET /?code=the-code&state=the-state HTTP/1.1\r\n".PadRight(16 * 1024, 'x'));

        Assert.Equal("the-code", await code);
    }

    [Fact]
    public async Task One_that_is_shorter_and_ends_early_counts_by_its_first_line()
    {
        Task<string> code = CodeAsync();
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, Port, Cancellation);
        await client.GetStream().WriteAsync("GET /?code=the-code&state=the-state HTTP/1.1\r\n"u8.ToArray(), Cancellation);
        client.Client.Shutdown(SocketShutdown.Send);

        Assert.Equal("the-code", await code);
    }

    [Fact]
    public async Task A_browser_that_breaks_off_keeps_nobody_waiting()
    {
        Task<string> code = CodeAsync();
        using (TcpClient client = new())
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, Cancellation);
            client.Client.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        await AskAsync("GET /?code=the-code&state=the-state HTTP/1.1\r\n\r\n");

        Assert.Equal("the-code", await code);
    }

    [Fact]
    public void A_port_is_used_by_one_sign_in_alone_and_the_next_one_has_another()
    {
        using LoopbackCallback next = LoopbackCallback.Listen(null);

        Assert.InRange(Port, 8020, 8040);
        Assert.InRange(new Uri(next.Address).Port, Port + 1, 8040);
        Assert.StartsWith(
            $"Sign-in failed: the port {Port} is taken, to which the browser returns.",
            Assert.Throws<AppAuthenticationException>(() => LoopbackCallback.Listen(Port)).Message);
    }

    [Fact]
    public void Where_all_ports_are_taken_that_is_told_and_none_stays_taken()
    {
        List<LoopbackCallback> taken = [];
        try
        {
            Assert.StartsWith(
                "Sign-in failed: all ports from 8020 to 8040 are taken, to which the browser could return. Likely cause: another sign-in is waiting.",
                Assert.Throws<AppAuthenticationException>(TakeAll).Message);
            Assert.Contains(taken, callback => callback.Address == "http://localhost:8040");
        }
        finally
        {
            taken.ForEach(callback => callback.Dispose());
        }

        using LoopbackCallback free = LoopbackCallback.Listen(8040);
        Assert.Equal("http://localhost:8040", free.Address);

        void TakeAll()
        {
            while (true)
            {
                taken.Add(LoopbackCallback.Listen(null));
                Assert.InRange(taken.Count, 1, 20);
            }
        }
    }

    private async Task<string> AskAsync(string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, Port, Cancellation);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        using StreamReader reader = new(client.GetStream(), Encoding.ASCII);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
