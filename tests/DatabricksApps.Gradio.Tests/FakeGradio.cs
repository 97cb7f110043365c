using LocalGradio;

namespace DatabricksApps.Gradio.Tests;

/// <summary>The stand-in for a Gradio server, for one test.</summary>
internal sealed class FakeGradio : IAsyncDisposable
{
    private LocalGradioApp _app;

    private FakeGradio(LocalGradioApp app) => _app = app;

    /// <summary>Gets where it listens: with its mount path, if it has one.</summary>
    public Uri Address => _app.Address;

    /// <summary>Starts it; skips the test if there is no Node.</summary>
    /// <param name="arguments">Its options, such as <c>--extras --profile 5</c>.</param>
    public static async Task<FakeGradio> StartAsync(string arguments = "")
    {
        Node.Require();
        return new FakeGradio(await LocalGradioApp.StartAsync(arguments, TestContext.Current.CancellationToken));
    }

    /// <summary>Starts it anew at the same address, as a redeploy does: whatever is under way is cut.</summary>
    /// <param name="arguments">The options of the new version, such as <c>--shift 2 --swap</c>.</param>
    public async Task RedeployAsync(string arguments)
    {
        int port = Address.Port;
        await _app.DisposeAsync();
        _app = await LocalGradioApp.StartAsync($"{arguments} --port {port}", TestContext.Current.CancellationToken);
    }

    /// <summary>Stops it.</summary>
    public ValueTask StopAsync() => _app.DisposeAsync();

    /// <summary>Makes an HTTP client of it, which keeps cookies.</summary>
    public HttpClient CreateClient(DelegatingHandler? above = null)
    {
        SocketsHttpHandler primary = new() { AllowAutoRedirect = false };
        if (above is not null)
        {
            above.InnerHandler = primary;
        }

        return new HttpClient(above ?? (HttpMessageHandler)primary) { BaseAddress = Address };
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
