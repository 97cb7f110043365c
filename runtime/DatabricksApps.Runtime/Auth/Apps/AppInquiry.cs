namespace DatabricksApps.Auth;

/// <summary>
/// Asks the workspace how an app is, for the text of an error. The error matters more than its advice: it waits a second
/// at most, many errors at once ask once, and a workspace that does not answer is left alone for a while.
/// </summary>
internal sealed class AppInquiry(AppLookup lookup, TimeProvider time)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);

    // Whoever starts the app meanwhile should not read for long that it is stopped.
    private static readonly TimeSpan s_answerAge = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_failureAge = TimeSpan.FromSeconds(60);

    private readonly object _gate = new();
    private Task<AppDescription?>? _running;
    private AppDescription? _answer;
    private long? _answeredAt;

    /// <summary>Asks; null: no answer came in time.</summary>
    public async ValueTask<AppDescription?> DescribeAsync(CancellationToken cancellationToken)
    {
        Task<AppDescription?> running;
        lock (_gate)
        {
            if (_answeredAt is { } at && time.GetElapsedTime(at) < (_answer is null ? s_failureAge : s_answerAge))
            {
                return _answer;
            }

            running = _running ??= Start();
        }

        try
        {
            return await running.WaitAsync(s_patience, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    // As the lookup of the address, it is no part of the call that happens to start it.
    private Task<AppDescription?> Start()
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(AskAsync);
        }
    }

    private async Task<AppDescription?> AskAsync()
    {
        AppDescription? answer = null;
        try
        {
            using CancellationTokenSource limit = new(s_limit, time);
            answer = await lookup.FindAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The error that asks for advice is the one to tell, also where LookupTokenProvider throws what it likes.
        }
        finally
        {
            lock (_gate)
            {
                _answer = answer;
                _answeredAt = time.GetTimestamp();
                _running = null;
            }
        }

        return answer;
    }
}
