using System.Collections.Concurrent;
using System.Diagnostics;
using DatabricksApps.Corpus;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;

// Two at a time keeps the memory of the largest documents bounded.
const int AtATime = 2;

if (args is ["--readers", _, ..])
{
    return ReadersCheck.Run([.. args.Skip(1).SelectMany(DocumentFiles.Find)]);
}

if (args is ["--paging", _, ..])
{
    PagingList.Write(PackedGenerator.Load(Path.Combine(AppContext.BaseDirectory, "package")), [.. args.Skip(1).SelectMany(DocumentFiles.Find)]);
    return 0;
}

bool wantsNames = args.Contains("--names");
int write = Array.IndexOf(args, "--write");
string? folder = write >= 0 ? args.ElementAtOrDefault(write + 1) : null;
IReadOnlyList<string> documents =
    [.. args.Where((arg, i) => !arg.StartsWith("--", StringComparison.Ordinal) && (write < 0 || i != write + 1)).SelectMany(DocumentFiles.Find)];
if (documents.Count == 0 || (write >= 0 && folder is null))
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Corpus -- [--readers | --paging | [--names] [--write FOLDER]] DIR-OR-LIST-OR-DOCUMENT...");
    return 2;
}

IIncrementalGenerator generator = PackedGenerator.Load(Path.Combine(AppContext.BaseDirectory, "package"));
if (folder is not null)
{
    OutputFolder.Write(generator, documents, folder);
    return 0;
}

DocumentCheck check = new(
    generator,
    ExpectedSkips.Read(Path.Combine(AppContext.BaseDirectory, "expected.txt")));
ConcurrentBag<DocumentOutcome> outcomes = [];
Stopwatch watch = Stopwatch.StartNew();
Parallel.ForEach(
    Partitioner.Create(documents, EnumerablePartitionerOptions.NoBuffering),
    new ParallelOptions { MaxDegreeOfParallelism = AtATime },
    path =>
    {
        DocumentOutcome outcome = RunGuarded(path);
        outcomes.Add(outcome);
        if (!outcome.IsPassed)
        {
            Console.WriteLine($"FAILED {path}\n   {string.Join("\n   ", outcome.Failures.Take(5))}");
        }
    });

NameStatistics names = new();
foreach (DocumentOutcome outcome in outcomes)
{
    names.Add(outcome);
}

int operations = outcomes.Sum(outcome => outcome.Operations.Count);
int covered = outcomes.Sum(outcome => outcome.Covered.Count());
int passed = outcomes.Count(outcome => outcome.IsPassed);
if (wantsNames)
{
    Console.WriteLine(names);
}

Console.WriteLine($"{covered} of {operations} operations have a method ({100.0 * covered / Math.Max(1, operations):F2} %), {watch.Elapsed.TotalSeconds:F0} s");
Console.WriteLine($"{passed} passed, {outcomes.Count - passed} failed");
return passed == outcomes.Count ? 0 : 1;

DocumentOutcome RunGuarded(string path)
{
    try
    {
        return check.Run(path);
    }
    catch (Exception exception)
    {
        return new DocumentOutcome(path, [exception.ToString()], [], []);
    }
}
