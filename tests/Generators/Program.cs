using DatabricksApps.Generators;
using DatabricksApps.Harness;

// Each measurement runs in a process of its own, which is this program again.
if (args is [Child.Argument, .. var task])
{
    await Child.RunAsync(task);
    return 0;
}

string[] documents = [.. args.SelectMany(DocumentFiles.Find)];
if (documents.Length == 0 || !documents.All(document => document.EndsWith(".json", StringComparison.OrdinalIgnoreCase)))
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Generators -- DIR-OR-LIST-OR-DOCUMENT...   (JSON documents)");
    return 2;
}

foreach (string document in documents)
{
    await Comparison.PrintAsync(Path.GetFullPath(document));
}

return 0;
