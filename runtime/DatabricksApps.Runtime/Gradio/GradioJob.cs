using DatabricksApps.Gradio;

namespace DatabricksApps;

/// <summary>A call of a Gradio endpoint that is held: what is known of it so far, its result, and an end to it.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public sealed class GradioJob<T>
{
    private readonly List<T> _outputs = [];
    private readonly GradioWatch _watch;

    internal GradioJob(GradioWatch watch, Func<Task<T>> call)
    {
        _watch = watch;
        Result = CallAsync(call);
    }

    internal GradioJob(GradioWatch watch, Func<IAsyncEnumerable<T>> call)
    {
        _watch = watch;
        Result = StreamAsync(call);
    }

    /// <summary>Gets what the app told last: the place in the queue, the progress, a message; null: nothing yet.</summary>
    public GradioStatus? Status => _watch.Status;

    /// <summary>Gets the outputs so far: of a method that streams each that the app has yielded, of another its result.</summary>
    public IReadOnlyList<T> Outputs
    {
        get
        {
            lock (_outputs)
            {
                return [.. _outputs];
            }
        }
    }

    /// <summary>Gets the result: of a method that streams the last output, or the type's default if there was none.</summary>
    public Task<T> Result { get; }

    /// <summary>Cancels the call, on the server too; <see cref="Result"/> is cancelled then, unless the call has ended.</summary>
    public void Cancel() => _watch.Cancel();

    private async Task<T> CallAsync(Func<Task<T>> call)
    {
        T result = await call().ConfigureAwait(false);
        Add(result);
        return result;
    }

    private async Task<T> StreamAsync(Func<IAsyncEnumerable<T>> call)
    {
        T last = default!;
        await foreach (T output in call().ConfigureAwait(false))
        {
            Add(output);
            last = output;
        }

        return last;
    }

    private void Add(T output)
    {
        lock (_outputs)
        {
            _outputs.Add(output);
        }
    }
}
