using System.Diagnostics;
using DatabricksApps.Fuzz;
using DatabricksApps.Fuzz.Workers;

if (args is [Messages.WorkerArgument])
{
    return WorkerLoop.Run();
}

FuzzOptions options;
try
{
    options = FuzzOptions.Parse(args);
}
catch (FormatException exception)
{
    Console.Error.WriteLine($"{exception.Message}\n{FuzzOptions.Usage}");
    return 2;
}

IReadOnlyList<CaseKind> kinds = CaseKinds.Select(options.Documents, options.Case is { } one ? [one.Kind] : options.Only);
if (kinds.Count == 0)
{
    Console.Error.WriteLine(FuzzOptions.Usage);
    return 2;
}

Schedule schedule = new(kinds, options.Cases);
FailureReport report = new(options);
Fuzzer fuzzer = new(options, schedule, report);
Stopwatch watch = Stopwatch.StartNew();
if (options.Case is { } again)
{
    await fuzzer.RunOnceAsync(kinds[0].Create(options.Seed, again.Number));
}
else if (options.Input is { } input)
{
    await fuzzer.RunOnceAsync(new FuzzCase(kinds[0].Name, 0, Path.GetFileName(input), await File.ReadAllBytesAsync(input)));
}
else
{
    await fuzzer.RunAsync();
}

Console.WriteLine($"\nseed {options.Seed}, {options.Documents.Count} documents, {watch.Elapsed.TotalSeconds:F0} s\n");
Console.WriteLine($"{"kind",-12}{"cases",12}{"a second",12}{"failed",12}{"first of",12}");
foreach (Tally tally in schedule.Tallies)
{
    double perSecond = tally.Run / Math.Max(0.001, tally.Used.TotalSeconds);
    Console.WriteLine($"{tally.Kind.Name,-12}{tally.Run,12:N0}{perSecond,12:N1}{tally.Failed,12:N0}{tally.Signatures,12:N0}");
}

// Of the failures that are one cause, as far as can be told, the first counts.
int passed = options.Case is null && options.Input is null ? schedule.Tallies.Sum(tally => tally.Run - tally.Failed) : report.Count == 0 ? 1 : 0;
Console.WriteLine($"\n{passed} passed, {report.Count} failed");
return report.Count == 0 ? 0 : 1;
