using DatabricksApps.Http;

namespace DatabricksApps.Auth;

/// <summary>
/// Where an app is: its address as it was given, or looked up by name when it is first needed. A lookup belongs to no
/// caller, so that one that gives up harms no other; what it found stays, a failure does not.
/// </summary>
internal sealed class AppLocation
{
    private readonly AppLookup? _lookup;
    private readonly AppInquiry? _inquiry;
    private readonly object _gate = new();

    private volatile BaseAddress? _found;
    private Task<BaseAddress>? _running;

    /// <summary>Initializes a location.</summary>
    /// <param name="address">The address; null: it is to be found.</param>
    /// <param name="lookup">Finds the app by its name; null: the name is not known, so the address must be.</param>
    /// <param name="inquiry">Asks how the app is; null: nobody is asked.</param>
    public AppLocation(Uri? address, AppLookup? lookup, AppInquiry? inquiry = null)
    {
        _lookup = lookup;
        _inquiry = inquiry;
        _found = address is null ? null : new BaseAddress(address);
    }

    /// <summary>Gets the address; null: it was not asked for yet.</summary>
    public BaseAddress? Found => _found;

    /// <summary>Gets the address.</summary>
    /// <exception cref="AppException">The app could not be found.</exception>
    public ValueTask<BaseAddress> GetAsync(CancellationToken cancellationToken) =>
        _found is { } found ? new(found) : new(JoinAsync(cancellationToken));

    /// <summary>Asks the workspace how the app is, for the advice of an error; null: nobody is to be asked, or no answer came in time.</summary>
    public ValueTask<AppDescription?> DescribeAsync(CancellationToken cancellationToken) =>
        _inquiry is null ? default : _inquiry.DescribeAsync(cancellationToken);

    private Task<BaseAddress> JoinAsync(CancellationToken cancellationToken)
    {
        Task<BaseAddress> result;
        lock (_gate)
        {
            if (_found is { } found)
            {
                return Task.FromResult(found);
            }

            result = _running ??= Start();
        }

        return result.WaitAsync(cancellationToken);
    }

    private Task<BaseAddress> Start()
    {
        // The lookup is no part of the call that happens to start it: not of its activity, nor of its async locals.
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(FindAsync);
        }
    }

    private async Task<BaseAddress> FindAsync()
    {
        try
        {
            AppDescription app = await _lookup!.FindAsync(CancellationToken.None).ConfigureAwait(false);
            return _found = new BaseAddress(app.Url);
        }
        finally
        {
            lock (_gate)
            {
                _running = null;
            }
        }
    }
}
