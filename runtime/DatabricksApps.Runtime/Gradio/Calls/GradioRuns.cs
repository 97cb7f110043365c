namespace DatabricksApps.Gradio;

/// <summary>The calls of a session that are under way: what its streams tell goes to the call that it is about.</summary>
internal sealed class GradioRuns
{
    private readonly object _gate = new();
    private readonly GradioServer _server;
    private readonly Dictionary<string, GradioRun> _runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<GradioMessage>> _early = new(StringComparer.Ordinal);
    private int _joining;
    private bool _isRead;

    public GradioRuns(GradioServer server) => _server = server;

    /// <summary>Gets whether a stream is read for the calls.</summary>
    public bool IsRead
    {
        get
        {
            lock (_gate)
            {
                return _isRead;
            }
        }
    }

    /// <summary>Gets whether no call is under way, and none about to be.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _runs.Count == 0 && _joining == 0;
            }
        }
    }

    /// <summary>Notes that a call is about to begin: a stream may tell of it before the answer that names it.</summary>
    public void BeginJoin()
    {
        lock (_gate)
        {
            _joining++;
        }
    }

    /// <summary>Notes that a call that was about to begin does not.</summary>
    public void EndJoin()
    {
        lock (_gate)
        {
            Joined();
        }
    }

    /// <summary>Adds a call that has begun.</summary>
    /// <returns>Whether a stream is to be read for it: none is yet.</returns>
    public bool Add(GradioRun run)
    {
        lock (_gate)
        {
            _runs.Add(run.EventId, run);
            if (_early.Remove(run.EventId, out List<GradioMessage>? early))
            {
                early.ForEach(message => Give(run, message));
            }

            Joined();
            bool begins = !_isRead && _runs.Count > 0;
            _isRead |= begins;
            return begins;
        }
    }

    /// <summary>Ends the calls that another app took.</summary>
    public void FailOthers(GradioConfig config, Exception failure)
    {
        lock (_gate)
        {
            foreach (GradioRun run in _runs.Values.Where(run => !run.Config.IsSameApp(config)).ToList())
            {
                run.Fail(failure);
                _runs.Remove(run.EventId);
            }
        }
    }

    /// <summary>Ends all calls.</summary>
    /// <returns>Those that were under way.</returns>
    public IReadOnlyList<GradioRun> FailAll(Exception failure)
    {
        lock (_gate)
        {
            List<GradioRun> ended = [.. _runs.Values];
            ended.ForEach(run => run.Fail(failure));
            _runs.Clear();
            return ended;
        }
    }

    /// <summary>Takes a call out.</summary>
    /// <returns>Whether it was still under way.</returns>
    public bool Remove(GradioRun run)
    {
        lock (_gate)
        {
            return _runs.Remove(run.EventId);
        }
    }

    /// <summary>Gives a message to its call.</summary>
    public void Deliver(in GradioMessage message)
    {
        if (message.EventId is not { } eventId)
        {
            return;
        }

        lock (_gate)
        {
            if (_runs.TryGetValue(eventId, out GradioRun? run))
            {
                Give(run, message);
            }
            else if (_joining > 0)
            {
                // The answer that names the call is still under way.
                if (!_early.TryGetValue(eventId, out List<GradioMessage>? early))
                {
                    _early.Add(eventId, early = []);
                }

                early.Add(message);
            }
        }
    }

    /// <summary>Notes that a stream ended.</summary>
    /// <param name="isClosed">Whether the app closed it because nothing was left to tell.</param>
    /// <param name="failure">How the calls end that are left; null: another stream is read for them.</param>
    /// <returns>Whether another stream is to be read.</returns>
    public bool EndStream(bool isClosed, Exception? failure)
    {
        lock (_gate)
        {
            if (_runs.Count > 0 && failure is null)
            {
                if (!isClosed)
                {
                    foreach (GradioRun run in _runs.Values)
                    {
                        run.Break();
                    }
                }

                return true;
            }

            // A call that is about to begin opens a stream of its own.
            _isRead = false;
            if (_runs.Count > 0)
            {
                Fail(failure!);
            }

            return false;
        }
    }

    private void Joined()
    {
        if (--_joining == 0)
        {
            _early.Clear();
        }
    }

    private void Give(GradioRun run, in GradioMessage message)
    {
        run.Add(message);
        if (message.Kind == GradioMessage.Completed)
        {
            _runs.Remove(run.EventId);
        }
    }

    private void Fail(Exception failure)
    {
        _server.Forget();
        foreach (GradioRun run in _runs.Values)
        {
            run.Fail(failure);
        }

        _runs.Clear();
    }
}
