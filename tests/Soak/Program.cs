// Calls an app that fails in every way, from many callers at once, and counts what they are told wrongly:
//   dotnet run -c Release --project tests/Soak -- [--seconds 300] [--workers 24] [--seed 1]
using System.Diagnostics;
using System.Globalization;
using DatabricksApps.Soak;
using DatabricksApps.Soak.Faults;
using LocalInventory;

// What may be held after a minute's calls or an hour's alike: connections, buffers of the pools, compiled code.
const long mostHeld = 32 * 1024 * 1024;

int seconds = Option("--seconds", 300);
int workers = Option("--workers", 24);
int seed = Option("--seed", 1);

Fault[] faults = [.. AnswerFaults.All, .. ConnectionFaults.All, .. CallerFaults.All];
await using LocalInventoryApp good = await LocalInventoryApp.StartAsync();
await using FaultServer bad = await FaultServer.StartAsync(faults);
using Clients clients = new(good.BaseAddress, bad);
Tally tally = new();

// Each fault once, and then all of them at once: what is held afterwards is what keeps being held.
Stopwatch clock = Stopwatch.StartNew();
await RunAsync(Math.Max(1, seconds / 10));
long before = Held();
await RunAsync(Math.Max(1, seconds - (seconds / 10)));
long after = Held();
if (after - before > mostHeld)
{
    tally.Fail(string.Create(CultureInfo.InvariantCulture, $"{(after - before) / 1e6:N1} MB more are held at the end than at the start"));
}

tally.Print(Console.Out);
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{tally.Calls:N0} calls with {tally.Faults:N0} faults of {faults.Length} kinds in {clock.Elapsed.TotalSeconds:N0} s; " +
    $"held {before / 1e6:N1} MB at the start and {after / 1e6:N1} MB at the end; working set at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB"));
Console.WriteLine($"{tally.Calls - tally.Wrong} passed, {tally.Wrong} failed");
return tally.Wrong == 0 ? 0 : 1;

async Task RunAsync(int time)
{
    using CancellationTokenSource end = new(TimeSpan.FromSeconds(time));
    await Task.WhenAll(Enumerable.Range(0, workers).Select(i => Task.Run(() => new Worker((seed * 1000) + i, faults, clients, tally).RunAsync(end.Token))));
}

static long Held()
{
    GC.Collect();
    GC.WaitForPendingFinalizers();
    GC.Collect();
    return GC.GetTotalMemory(forceFullCollection: true);
}

int Option(string name, int otherwise) =>
    Array.IndexOf(args, name) is int index and >= 0 ? int.Parse(args[index + 1], CultureInfo.InvariantCulture) : otherwise;
