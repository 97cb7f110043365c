using System.Diagnostics;
using DatabricksApps.Harness;
using DatabricksApps.Prism;

IReadOnlyList<string> documents = [.. args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).SelectMany(DocumentFiles.Find)];
if (documents.Count == 0)
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Prism -- [--all] [--unserved] DIR-OR-LIST-OR-DOCUMENT...");
    return 2;
}

PrismInstallation.Ensure();
Project project = new(PackedGenerator.Load(Path.Combine(AppContext.BaseDirectory, "package")), Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest);
ExpectedMisses expected = ExpectedMisses.Read(Path.Combine(AppContext.BaseDirectory, "expected.txt"));
int mostShown = args.Contains("--all") ? int.MaxValue : 5;
Stopwatch watch = Stopwatch.StartNew();
List<DocumentResult> results = [];
foreach (string path in documents)
{
    DocumentResult result = await RunAsync(path);
    results.Add(result);
    Report(result);
}

OperationResult[] all = [.. results.SelectMany(result => result.Operations)];
OperationResult[] served = [.. all.Where(operation => operation.IsServed)];
int passed = served.Count(operation => operation.IsPassed);
Console.WriteLine($"Prism serves {served.Length} of {all.Length} operations; the client and Prism agree on {passed} of them ({100.0 * passed / Math.Max(1, served.Length):F2} %), {watch.Elapsed.TotalSeconds:F0} s");
int failed = results.Count(result => expected.FindFailures(result).Any());
Console.WriteLine($"{results.Count - failed} passed, {failed} failed");
return failed == 0 ? 0 : 1;

async Task<DocumentResult> RunAsync(string path)
{
    try
    {
        return await DocumentRun.RunAsync(project, path);
    }
    catch (Exception exception)
    {
        return new DocumentResult(path, exception.ToString(), []);
    }
}

void Report(DocumentResult result)
{
    string[] failures = [.. expected.FindFailures(result)];
    if (failures.Length > 0)
    {
        Console.WriteLine($"FAILED {result.Path}: {failures.Length} of {result.Operations.Count}\n   {string.Join("\n   ", failures.Take(mostShown).Select(Indent))}");
    }

    if (result.Error is not null)
    {
        Console.WriteLine($"NOT SERVED {result.Path}: {result.Operations.Count} operations: {Indent(result.Error[..Math.Min(result.Error.Length, 600)])}");
    }

    if (args.Contains("--unserved"))
    {
        foreach (OperationResult operation in result.Operations.Where(operation => operation.Calls.Any(call => call.Outcome == CallOutcome.NotServed)))
        {
            Console.WriteLine($"   not served: {operation.Pointer}: {Indent(string.Join("; ", operation.Calls.Select(call => $"{call.Call}: {call.Outcome} {call.Reason}")))}");
        }
    }
}

static string Indent(string text) => text.Replace("\n", "\n      ");
