namespace DatabricksApps.Gradio;

/// <summary>Looks at the calls of a job, and ends them.</summary>
internal sealed class GradioWatch
{
    // Never disposed: nothing waits for it by a handle, and a job may be cancelled whenever.
    private readonly CancellationTokenSource _cancelling = new();
    private volatile GradioStatus? _status;

    public GradioStatus? Status => _status;

    public void Tell(GradioStatus status) => _status = status;

    public void Cancel() => _cancelling.Cancel();

    /// <summary>Makes a token that ends with the job or with another.</summary>
    public CancellationTokenSource Link(CancellationToken other) => CancellationTokenSource.CreateLinkedTokenSource(_cancelling.Token, other);
}
