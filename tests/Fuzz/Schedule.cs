namespace DatabricksApps.Fuzz;

/// <summary>Hands out the next cases, so that each kind gets its share of the time.</summary>
/// <param name="kinds">The kinds.</param>
/// <param name="cases">How many cases each kind has; null: as many as there is time for.</param>
internal sealed class Schedule(IReadOnlyList<CaseKind> kinds, int? cases)
{
    private readonly Lock _lock = new();
    private readonly Tally[] _tallies = [.. kinds.Select(kind => new Tally(kind))];

    /// <summary>Gets what was run of each kind.</summary>
    public IReadOnlyList<Tally> Tallies => _tallies;

    /// <summary>Takes the numbers of the next cases, all of one kind; null: there are no more.</summary>
    public (Tally Tally, IEnumerable<int> Numbers)? Take()
    {
        lock (_lock)
        {
            Tally? tally = _tallies.Where(candidate => cases is null || candidate.Taken < cases).MinBy(candidate => candidate.Used / candidate.Kind.Share);
            if (tally is null)
            {
                return null;
            }

            int first = tally.Taken;
            int count = Math.Min(tally.Kind.Batch, cases - first ?? int.MaxValue);
            tally.Taken += count;

            // As if it took a moment already, so that the lanes do not all begin with one kind.
            tally.Used += TimeSpan.FromMilliseconds(100);
            return (tally, Enumerable.Range(first, count));
        }
    }

    /// <summary>Notes what cases took.</summary>
    public void Note(Tally tally, int count, int failed, TimeSpan time)
    {
        lock (_lock)
        {
            tally.Run += count;
            tally.Failed += failed;
            tally.Used += time - TimeSpan.FromMilliseconds(100);
        }
    }
}

/// <summary>What was run of a kind.</summary>
internal sealed class Tally(CaseKind kind)
{
    public CaseKind Kind { get; } = kind;

    public int Taken { get; set; }

    public int Run { get; set; }

    public int Failed { get; set; }

    /// <summary>Gets or sets how many different failures were met first by cases of the kind.</summary>
    public int Signatures { get; set; }

    public TimeSpan Used { get; set; }
}
