namespace DatabricksApps.Auth;

/// <summary>
/// One cache of tokens for each credential: those used last are kept, as handlers come and go every few minutes; an older
/// one lives as long as somebody signs with it, so that a program that makes ever new credentials does not grow for ever.
/// </summary>
/// <param name="kept">How many are kept at least.</param>
internal sealed class CredentialCaches(int kept) : IDisposable
{
    private readonly Dictionary<CredentialKey, Entry> _entries = [];
    private readonly LinkedList<(Entry Entry, CachedTokenSource Source)> _recent = [];
    private readonly object _gate = new();
    private int _sweepAt = 2 * kept;

    /// <summary>Gets how many are known, for tests.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Gets the cache of a credential, or makes it.</summary>
    public CachedTokenSource Get<TState>(CredentialKey key, Func<TState, CachedTokenSource> create, TState state)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out Entry? entry) && entry.Source.TryGetTarget(out CachedTokenSource? source))
            {
                Remember(entry, source);
                return source;
            }

            source = create(state);
            Remember(_entries[key] = new Entry(source), source);
            Sweep();
            return source;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (Entry entry in _entries.Values)
            {
                if (entry.Source.TryGetTarget(out CachedTokenSource? source))
                {
                    source.Dispose();
                }
            }
        }
    }

    private void Remember(Entry entry, CachedTokenSource source)
    {
        if (entry.Recent is { } known)
        {
            _recent.Remove(known);
            _recent.AddFirst(known);
            return;
        }

        entry.Recent = _recent.AddFirst((entry, source));
        if (_recent.Count > kept)
        {
            // The node goes from its entry too, which would keep the source alive.
            _recent.Last!.Value.Entry.Recent = null;
            _recent.RemoveLast();
        }
    }

    // What nobody holds any more is gone already; this takes its key away, each time that the number has doubled.
    private void Sweep()
    {
        if (_entries.Count < _sweepAt)
        {
            return;
        }

        foreach ((CredentialKey key, Entry entry) in _entries)
        {
            if (!entry.Source.TryGetTarget(out _))
            {
                _entries.Remove(key);
            }
        }

        _sweepAt = 2 * Math.Max(kept, _entries.Count);
    }

    private sealed class Entry(CachedTokenSource source)
    {
        public WeakReference<CachedTokenSource> Source { get; } = new(source);

        /// <summary>Gets or sets its place among those used last; null: it is none of them.</summary>
        public LinkedListNode<(Entry Entry, CachedTokenSource Source)>? Recent { get; set; }
    }
}
