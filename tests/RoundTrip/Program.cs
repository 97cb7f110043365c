using System.Collections.Concurrent;
using System.Diagnostics;
using DatabricksApps.Harness;
using DatabricksApps.Instances;

// Two at a time keeps the memory of the largest documents bounded.
const int AtATime = 2;

IReadOnlyList<string> documents = [.. args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).SelectMany(DocumentFiles.Find)];
if (documents.Count == 0)
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/RoundTrip -- [--all] [--times | --checks] DIR-OR-LIST-OR-DOCUMENT...");
    return 2;
}

Project project = new(PackedGenerator.Load(Path.Combine(AppContext.BaseDirectory, "package")), Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest);
if (args.Contains("--checks"))
{
    return Refusals.Run(project, documents);
}

ExpectedMisses expected = ExpectedMisses.Read(Path.Combine(AppContext.BaseDirectory, "expected.txt"));
int mostShown = args.Contains("--all") ? int.MaxValue : 5;
ConcurrentBag<RoundTripResult> results = [];
Stopwatch watch = Stopwatch.StartNew();
Parallel.ForEach(
    Partitioner.Create(documents, EnumerablePartitionerOptions.NoBuffering),
    new ParallelOptions { MaxDegreeOfParallelism = AtATime },
    path =>
    {
        RoundTripResult result = Run(path);
        results.Add(result);
        string[] failures = [.. expected.FindFailures(result)];
        if (failures.Length > 0)
        {
            Console.WriteLine($"FAILED {path}: {failures.Length}\n   {string.Join("\n   ", failures.Take(mostShown))}");
        }
    });

SchemaResult[] schemas = [.. results.SelectMany(result => result.Schemas)];
if (args.Contains("--times"))
{
    foreach (RoundTripResult slow in results.OrderByDescending(result => result.Time).Take(10))
    {
        Console.WriteLine($"{slow.Time.TotalSeconds:F1} s, {slow.Schemas.Count} schemas: {slow.Path}");
    }
}

int equal = schemas.Count(schema => schema.Miss is null);
Console.WriteLine(
    $"{equal} of {schemas.Length} schemas come back equal ({100.0 * equal / Math.Max(1, schemas.Length):F2} %): " +
    $"{schemas.Count(schema => schema.IsNamed)} named ones and {schemas.Count(schema => !schema.IsNamed)} inline ones, " +
    $"{schemas.Sum(schema => (long)schema.Instances)} instances, {watch.Elapsed.TotalSeconds:F0} s");
int failed = results.Count(result => expected.FindFailures(result).Any());
Console.WriteLine($"{results.Count - failed} passed, {failed} failed");
return failed == 0 ? 0 : 1;

RoundTripResult Run(string path)
{
    Stopwatch own = Stopwatch.StartNew();
    try
    {
        return RawDocument.Read(path) is { } document
            ? RoundTripCheck.Run(project, document) with { Time = own.Elapsed }
            : new RoundTripResult(path, "neither JSON nor YAML", []);
    }
    catch (Exception exception)
    {
        return new RoundTripResult(path, exception.ToString(), []);
    }
}
