using System.Diagnostics;

namespace DatabricksApps.EndToEnd.Tests.SignIn;

/// <summary>A user signs in in the browser (authorization code with PKCE), once by hand and once in Chromium.</summary>
public sealed class BrowserTests : IAsyncLifetime
{
    private SignInSetup _setup = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _setup = await SignInSetup.StartAsync("sql", "file.files");

    public ValueTask DisposeAsync() => _setup.DisposeAsync();

    [Fact]
    public async Task The_scopes_that_the_app_asks_for_are_granted()
    {
        Assert.Equal("authorization_code", await _setup.CallAsync(Options(VisitAsync)));

        Assert.Equal(["file.files", "offline_access", "sql"], _setup.Workspace.Tokens.Issued[^1].Scopes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_refresh_token_replaces_a_token_that_expired()
    {
        int opened = 0;
        DatabricksAppOptions options = Options((address, token) =>
        {
            opened++;
            return VisitAsync(address, token);
        });
        await _setup.CallAsync(options);
        _setup.Workspace.Tokens.ExpireAll();

        Assert.Equal("refresh_token", await _setup.CallAsync(options));
        Assert.Equal(1, opened);
    }

    [Fact]
    public async Task In_Chromium()
    {
        string chromium = FindChromium() ?? SkipWithoutChromium();
        string page = "";

        string? grant = await _setup.CallAsync(Options((address, token) =>
        {
            _ = Task.Run(async () => page = await DumpAsync(chromium, address, token), token);
            return default;
        }));

        Assert.Equal("authorization_code", grant);
        Assert.True(SpinWait.SpinUntil(() => page.Length > 0, TimeSpan.FromSeconds(30)));
        Assert.Contains("You are signed in, and can close this page.", page);
    }

    private DatabricksAppOptions Options(Func<Uri, CancellationToken, ValueTask> open) => new()
    {
        Host = _setup.Workspace.BaseAddress.AbsoluteUri,
        AuthType = AuthTypes.Browser,
        Scopes = { "sql", "file.files" },
        OpenBrowser = open,
    };

    // Follows the redirect back, as a browser does.
    private static ValueTask VisitAsync(Uri address, CancellationToken cancellationToken)
    {
        _ = Task.Run(
            async () =>
            {
                using HttpClient browser = new();
                using HttpResponseMessage page = await browser.GetAsync(address, cancellationToken);
            },
            cancellationToken);
        return default;
    }

    private async Task<string> DumpAsync(string chromium, Uri address, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(
            chromium,
            ["--headless=new", "--no-sandbox", "--disable-gpu", $"--user-data-dir={Path.Combine(_setup.Home, "chromium")}", "--dump-dom", address.AbsoluteUri])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
        string page = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await error;
        await process.WaitForExitAsync(cancellationToken);
        return page;
    }

    private static string? FindChromium() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    private static string SkipWithoutChromium()
    {
        Assert.Skip("There is no Chromium on this machine.");
        return "";
    }
}
