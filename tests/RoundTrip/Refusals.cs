using DatabricksApps.Harness;
using DatabricksApps.Instances;

/// <summary>Tries the rules of documents, by which values are checked before they are sent.</summary>
internal static class Refusals
{
    public static int Run(Project project, IReadOnlyList<string> documents)
    {
        List<RefusalResult> results = [];
        int failed = 0;
        foreach (string path in documents)
        {
            RefusalResult result = Try(project, path);
            results.Add(result);
            if (result.Failures.Count > 0)
            {
                failed++;
                Console.WriteLine($"FAILED {path}: {result.Failures.Count}\n   {string.Join("\n   ", result.Failures.Take(5))}");
            }
        }

        Console.WriteLine(
            $"{results.Sum(result => result.Rules)} rules: {results.Sum(result => result.Allowed)} values that the documents allow, " +
            $"{results.Sum(result => result.Failures.Count)} of them refused; {results.Sum(result => result.Forbidden)} that break a bound, " +
            $"{results.Sum(result => result.Refused)} of them refused");
        Console.WriteLine($"{results.Count - failed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    private static RefusalResult Try(Project project, string path)
    {
        try
        {
            return RawDocument.Read(path) is { } document ? RefusalCheck.Run(project, document) : new RefusalResult(path);
        }
        catch (Exception exception)
        {
            RefusalResult failure = new(path);
            failure.Failures.Add(exception.ToString());
            return failure;
        }
    }
}
