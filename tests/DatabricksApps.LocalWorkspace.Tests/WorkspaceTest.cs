using LocalWorkspace;
using Microsoft.Extensions.Time.Testing;

namespace DatabricksApps.LocalWorkspace.Tests;

/// <summary>A test with a workspace of its own, whose clock stands still.</summary>
public abstract class WorkspaceTest : IAsyncLifetime
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    protected Workspace Workspace { get; private set; } = null!;

    protected OAuthClient OAuth { get; private set; } = null!;

    /// <summary>Gets a client that shows redirects as they are.</summary>
    protected HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public virtual async ValueTask InitializeAsync()
    {
        WorkspaceOptions options = new() { TimeProvider = Time };
        Configure(options);
        Workspace = await Workspace.StartAsync(options, Cancellation);
        OAuth = new OAuthClient(Http, Workspace.BaseAddress);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
        await Workspace.DisposeAsync();
    }

    protected virtual void Configure(WorkspaceOptions options)
    {
    }
}
