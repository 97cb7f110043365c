namespace DatabricksApps.Isolation;

/// <summary>What was seen, counted from all threads.</summary>
internal sealed class Tally
{
    private readonly object _gate = new();
    private readonly SortedDictionary<string, long> _outcomes = new(StringComparer.Ordinal);
    private long _right;
    private long _crossed;
    private long _own;
    private long _unsigned;
    private long _atWorkspace;
    private long _unexpected;
    private string? _sample;

    public long Right => Interlocked.Read(ref _right);

    /// <summary>Counts a request that reached the app for a user.</summary>
    /// <param name="user">The user whom it is for.</param>
    /// <param name="authorization">What it carried.</param>
    public void Signed(string user, string authorization)
    {
        if (authorization == "Bearer " + Users.TokenOf(user))
        {
            Interlocked.Increment(ref _right);
        }
        else if (authorization.Length == 0)
        {
            Count(ref _unsigned, $"a call of {user} carried no token");
        }
        else if (authorization == "Bearer " + Users.OwnToken)
        {
            Count(ref _own, $"a call of {user} carried the program's own token");
        }
        else
        {
            Count(ref _crossed, $"a call of {user} carried {authorization}");
        }
    }

    /// <summary>Counts a read of a token.</summary>
    public void Read(string mine, string given, ref long right)
    {
        if (given == mine)
        {
            right++;
        }
        else
        {
            Count(ref _crossed, $"the work of {mine} was given {given}");
        }
    }

    public void Add(long right) => Interlocked.Add(ref _right, right);

    /// <summary>Counts a user's token that the workspace was shown.</summary>
    public void AtWorkspace(string what) => Count(ref _atWorkspace, what);

    public void Unexpected(Exception exception) => Count(ref _unexpected, $"{exception.GetType().Name}: {exception.Message}");

    /// <summary>Counts how a call ended.</summary>
    public void Outcome(string name)
    {
        lock (_gate)
        {
            _outcomes[name] = _outcomes.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>Prints it all.</summary>
    /// <returns>Whether nothing was wrong.</returns>
    public bool Print()
    {
        foreach ((string name, long count) in _outcomes)
        {
            Console.WriteLine($"   {count,10:N0} {name}");
        }

        long failed = _crossed + _own + _unsigned + _atWorkspace + _unexpected;
        if (_sample is not null)
        {
            Console.WriteLine($"first fault: {_sample}");
        }

        Console.WriteLine($"tokens crossed {_crossed}, own identity used {_own}, unsigned {_unsigned}, shown to the workspace {_atWorkspace}, unexpected failures {_unexpected}");
        Console.WriteLine($"{_right} passed, {failed} failed");
        return failed == 0 && _right > 0;
    }

    private void Count(ref long counter, string sample)
    {
        Interlocked.Increment(ref counter);
        Interlocked.CompareExchange(ref _sample, sample, null);
    }
}
