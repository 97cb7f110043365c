namespace DatabricksApps.Gradio;

/// <summary>What an app is told of calls that their callers have left: in the background, and before the client is gone.</summary>
internal sealed class Farewells
{
    private readonly object _gate = new();
    private readonly HashSet<Task> _open = [];
    private Action? _atEnd;

    /// <summary>Adds one that is under way, and never fails.</summary>
    public void Add(Task farewell)
    {
        lock (_gate)
        {
            _open.Add(farewell);
        }

        // Not within the gate: it may be done already.
        _ = farewell.ContinueWith(Remove, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Does something once all are told.</summary>
    public void AtEnd(Action action)
    {
        lock (_gate)
        {
            _atEnd = action;
        }

        EndIfTold();
    }

    private void Remove(Task farewell)
    {
        lock (_gate)
        {
            _open.Remove(farewell);
        }

        EndIfTold();
    }

    private void EndIfTold()
    {
        Action? action;
        lock (_gate)
        {
            action = _open.Count == 0 ? _atEnd : null;
            _atEnd = action is null ? _atEnd : null;
        }

        action?.Invoke();
    }
}
