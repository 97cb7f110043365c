using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <content>What opens the page.</content>
public sealed partial class BrowserTests
{
    [Fact]
    public async Task What_opens_the_page_may_wait_for_it()
    {
        TaskCompletionSource<HttpStatusCode> page = new();
        _setup.Options.OpenBrowser = async (address, token) => page.SetResult(await VisitAsync(address, token));

        Assert.Equal("first", (await _setup.Chain().GetTokenAsync(Cancellation)).Value);
        Assert.Equal(HttpStatusCode.OK, await page.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
    }

    [Fact]
    public async Task Also_without_giving_way()
    {
        _setup.Options.OpenBrowser = (address, token) =>
        {
            Assert.True(Task.Run(() => VisitAsync(address, token), token).Wait(TimeSpan.FromSeconds(20), token));
            return default;
        };

        Assert.Equal("first", (await _setup.Chain().GetTokenAsync(Cancellation)).Value);
    }

    [Fact]
    public async Task A_window_that_stays_open_keeps_nobody_waiting_and_what_becomes_of_it_does_not_matter()
    {
        TaskCompletionSource closed = new();
        _setup.Options.OpenBrowser = async (address, token) =>
        {
            await VisitAsync(address, token);
            await closed.Task;
        };

        Assert.Equal("first", (await _setup.Chain().GetTokenAsync(Cancellation)).Value);
        closed.SetException(new InvalidOperationException("the window was closed"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_cannot_open_the_page_ends_the_sign_in(bool givesWay)
    {
        InvalidOperationException failure = new("no display");
        _setup.Options.OpenBrowser = async (_, token) =>
        {
            if (givesWay)
            {
                await Task.Delay(10, token);
            }

            throw failure;
        };

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => _setup.Chain().GetTokenAsync(Cancellation).AsTask()));
    }

    [Fact]
    public async Task Five_minutes_are_the_end_of_what_opens_the_page_as_well()
    {
        TaskCompletionSource opened = new(), never = new();
        _setup.Options.OpenBrowser = async (_, _) =>
        {
            opened.SetResult();
            await never.Task;
        };
        Task<AppToken> signIn = _setup.Chain().GetTokenAsync(Cancellation).AsTask();
        await opened.Task;
        _setup.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Contains(
            "nobody signed in in the browser within 5 minutes",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => signIn.WaitAsync(TimeSpan.FromSeconds(20), Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_browser_the_address_is_shown()
    {
        TextWriter error = Console.Error;
        string? browser = Environment.GetEnvironmentVariable("BROWSER");
        using StringWriter shown = new();
        try
        {
            Console.SetError(shown);
            Environment.SetEnvironmentVariable("BROWSER", "none");
            await SystemBrowser.OpenAsync(new Uri("https://ws.example.com/oidc/v1/authorize?state=x"), Cancellation);
        }
        finally
        {
            Console.SetError(error);
            Environment.SetEnvironmentVariable("BROWSER", browser);
        }

        Assert.Contains("To sign in, open https://ws.example.com/oidc/v1/authorize?state=x", shown.ToString());
    }

    [Fact]
    public async Task The_browser_is_never_opened_unless_it_is_named()
    {
        _setup.Options.AuthType = null;

        await Assert.ThrowsAsync<AppAuthenticationException>(() => _setup.Chain().GetTokenAsync(Cancellation).AsTask());

        Assert.Empty(_opened);
    }
}
