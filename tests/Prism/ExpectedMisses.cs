namespace DatabricksApps.Prism;

/// <summary>The operations that are known to miss: <c>folder/file.json /paths/~1items/get reason</c> a line.</summary>
internal sealed class ExpectedMisses
{
    private readonly ILookup<string, string> _byDocument;

    private ExpectedMisses(ILookup<string, string> byDocument) => _byDocument = byDocument;

    public static ExpectedMisses Read(string file) => new(File.ReadLines(file)
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' ', 3))
        .ToLookup(parts => parts[0], parts => parts[1]));

    /// <summary>Finds the misses that were not expected.</summary>
    public IEnumerable<string> FindFailures(DocumentResult result)
    {
        string key = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(result.Path))) + "/" + Path.GetFileName(result.Path);
        string[] expected = [.. _byDocument[key]];
        return result.Operations
            .Where(operation => operation.IsServed && !operation.IsPassed && !expected.Contains(operation.Pointer))
            .Select(operation => $"{operation.Pointer}: {string.Join("; ", operation.Calls.Where(call => call.Outcome > CallOutcome.NotServed).Take(1).Select(call => $"({call.Call}) {call.Outcome}: {call.Reason}"))}");
    }
}
