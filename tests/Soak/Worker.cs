using DatabricksApps.Soak.InventoryApi;

namespace DatabricksApps.Soak;

/// <summary>A caller: three of four of its calls are good, and one meets a fault.</summary>
internal sealed class Worker(int seed, IReadOnlyList<Fault> faults, Clients clients, Tally tally)
{
    /// <summary>How long a call that stalls is waited for.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(0.5);

    /// <summary>How long any call may take, whatever happens, before it counts as hanging.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    private readonly Random _random = new(seed);

    public async Task RunAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            if (_random.Next(4) > 0)
            {
                await CallWellAsync();
            }
            else
            {
                await CallBadlyAsync(faults[_random.Next(faults.Count)]);
            }
        }
    }

    private async Task CallWellAsync()
    {
        try
        {
            await GoodCallAsync(clients.Good).WaitAsync(s_longest);
            tally.Count();
        }
        catch (Exception exception)
        {
            tally.Fail("a good call: " + exception);
        }
    }

    private Task GoodCallAsync(InventoryClient client) => _random.Next(6) switch
    {
        0 => client.Items.ListItemsAsync(limit: 10),
        1 => Typical.EventsAsync(client, new(), CancellationToken.None),
        2 => Typical.LinesAsync(client, new(), CancellationToken.None),
        3 => client.Items.WriteLabelAsync(2, "Saw"),
        _ => client.Items.ReadItemAsync(1),
    };

    private async Task CallBadlyAsync(Fault fault)
    {
        AppRequestOptions options = new() { Headers = { [Fault.Header] = fault.Name } };
        if (fault.Name.StartsWith("stall", StringComparison.Ordinal))
        {
            options.Timeout = s_patience;
        }

        string told = "a success";
        Exception? thrown = null;
        try
        {
            await fault.Call(clients.For(fault), options, CancellationToken.None).WaitAsync(s_longest);
        }
        catch (Exception exception)
        {
            thrown = exception;
            told = exception switch
            {
                AppException failure => failure.Reason.ToString(),
                OperationCanceledException => nameof(OperationCanceledException),
                _ => exception.GetType().Name,
            };
        }

        tally.Count(fault, told, thrown);
    }
}
