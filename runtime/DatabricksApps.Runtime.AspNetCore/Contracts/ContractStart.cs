using Microsoft.Extensions.Hosting;

namespace DatabricksApps.AspNetCore.Contracts;

/// <summary>Looks once at the start, beside it: nothing waits for what comes of it.</summary>
internal sealed class ContractStart(IEnumerable<ContractWatch> watches) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start goes on meanwhile.
        await Task.Yield();
        foreach (ContractWatch watch in watches)
        {
            await watch.LookAsync(stoppingToken).ConfigureAwait(false);
        }
    }
}
