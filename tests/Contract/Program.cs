// What changed between two documents, and what a lock says, over many documents:
//
//   dotnet run -c Release --project tests/Contract -- PAIRS         each pair's change is found, and nothing else
//   dotnet run -c Release --project tests/Contract -- --locks CORPUS [--write FOLDER]   size, time and stability of locks
using System.Diagnostics;
using DatabricksApps.Contract;
using DatabricksApps.Gen.Contract;

if (args is ["--locks", var corpus, ..])
{
    return Locks.Run(corpus, args is [_, _, "--write", var folder] ? folder : null);
}

if (args is not [var pairs])
{
    Console.Error.WriteLine("Usage: tests/Contract -- PAIRS | --locks CORPUS [--write FOLDER]");
    return 2;
}

int passed = 0, failed = 0;
foreach (string pair in Directory.GetDirectories(pairs).Order(StringComparer.Ordinal))
{
    if (PairCheck.Run(pair) is { } wrong)
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
