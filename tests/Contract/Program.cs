// What changed between two documents, and what a lock says, over many documents:
//
//   dotnet run -c Release --project tests/Contract -- PAIRS [--show]   each pair's change is found, and told to the code that calls
//   dotnet run -c Release --project tests/Contract -- --locks CORPUS [--write FOLDER]   size, time and stability of locks
//   dotnet run -c Release --project tests/Contract -- --mutations CORPUS [--only WORDS] [--turns NUMBER]   each kind of change once
//   dotnet run -c Release --project tests/Contract -- --live CORPUS [--only WORDS] [--turns NUMBER]   the same, as a running program sees it
//   dotnet run -c Release --project tests/Contract -- --builds CORPUS [--only WORDS]   what stands beside the client of each change compiles
//   dotnet run -c Release --project tests/Contract -- --cost   the compile of 300 files that call a client, with and without pending changes
//   dotnet run -c Release --project tests/Contract -- --large DOCUMENT   the lock of 13 MB of it, and what the generator does with it
using System.Diagnostics;
using System.Globalization;
using DatabricksApps.Contract;
using DatabricksApps.Contract.Cost;
using DatabricksApps.Contract.Live;
using DatabricksApps.Contract.Mutations;
using DatabricksApps.Contract.Pairs;
using DatabricksApps.Gen.Contract;

if (args is ["--locks", var corpus, ..])
{
    return Locks.Run(corpus, args is [_, _, "--write", var folder] ? folder : null);
}

if (args is ["--large", var file])
{
    return Large.Run(file);
}

if (args is ["--cost"])
{
    return CostRun.Run();
}

if (args is ["--mutations", var documents, ..])
{
    return MutationRun.Run(documents, OnlyOf(args), TurnsOf(args));
}

if (args is ["--live", var served, ..])
{
    return LiveRun.Run(served, OnlyOf(args), TurnsOf(args));
}

if (args is ["--builds", var changed, ..])
{
    return BuildRun.Run(changed, args is [_, _, "--only", var words] ? words : null);
}

if (args is not ([_] or [_, "--show"]))
{
    Console.Error.WriteLine("Usage: tests/Contract -- PAIRS [--show] | --locks CORPUS [--write FOLDER] | --mutations CORPUS [--only WORDS] [--turns NUMBER] | --live CORPUS [--only WORDS] [--turns NUMBER] | --builds CORPUS [--only WORDS] | --cost | --large DOCUMENT");
    return 2;
}

int passed = 0, failed = 0;
foreach (string pair in Directory.GetDirectories(args[0]).Order(StringComparer.Ordinal))
{
    Action<string> show = args.Length > 1 ? Console.WriteLine : _ => { };
    show(Path.GetFileName(pair));
    if (!Expected.IsThere(pair))
    {
        // One that somebody is trying out: what is expected of it nobody says yet.
        BuildCheck.Show(pair, Console.WriteLine);
        continue;
    }

    if ((DifferenceCheck.Run(pair) ?? BuildCheck.Run(pair, show)) is { } wrong)
    {
        failed++;
        Console.WriteLine($"FAILED {Path.GetFileName(pair)}: {wrong}");
    }
    else
    {
        passed++;
    }
}

Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;

static string? OnlyOf(string[] args) => args is [_, _, "--only", var only, ..] ? only : null;

static int TurnsOf(string[] args) => args is [.., "--turns", var turns] ? int.Parse(turns, CultureInfo.InvariantCulture) : 1;
