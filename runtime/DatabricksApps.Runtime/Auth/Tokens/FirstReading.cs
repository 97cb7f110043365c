namespace DatabricksApps.Auth;

/// <summary>Reads until it succeeds; what was read stays, whatever is set since.</summary>
internal sealed class FirstReading<T>(Func<T> read)
    where T : class
{
    private readonly object _gate = new();
    private volatile T? _value;

    /// <exception cref="AppAuthenticationException">It cannot be read yet.</exception>
    public T Get()
    {
        if (_value is { } value)
        {
            return value;
        }

        lock (_gate)
        {
            return _value ??= read();
        }
    }
}
