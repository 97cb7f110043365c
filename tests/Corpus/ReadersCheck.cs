using DatabricksApps.Readers;

namespace DatabricksApps.Corpus;

/// <summary>Holds the generator's reader against Microsoft.OpenApi, which reads the same documents by other means.</summary>
internal sealed class ReadersCheck
{
    /// <summary>The differences of a document that are printed.</summary>
    private const int MostPrinted = 20;

    private readonly List<string> _unread = [];
    private readonly Dictionary<string, int> _explained = [];
    private int _agreed;
    private int _passed;
    private int _failed;

    /// <summary>Compares the readers over documents, and prints what is not explained.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> documents)
    {
        ReadersCheck check = new();
        foreach (string document in documents)
        {
            check.Add(document);
        }

        check.PrintSummary();
        return check._failed == 0 && check._passed > 0 ? 0 : 1;
    }

    private void Add(string path)
    {
        ReaderComparison comparison;
        try
        {
            comparison = ReaderComparison.Of(path, File.ReadAllText(path));
        }
        catch (Exception exception)
        {
            Fail(path, [exception.ToString()]);
            return;
        }

        _agreed += comparison.Agreed;
        foreach (DifferenceRule rule in comparison.Differences.Select(item => item.Rule).OfType<DifferenceRule>())
        {
            _explained[rule.Name] = _explained.GetValueOrDefault(rule.Name) + 1;
        }

        string[] unexplained = [.. comparison.Differences.Where(item => item.Rule is null).Select(item => item.Difference.ToString())];
        if (comparison.IsRefused)
        {
            Fail(path, ["the generator does not read what the library reads: " + comparison.Unread]);
        }
        else if (comparison.Unread is { } reason)
        {
            _unread.Add($"{reason.ReplaceLineEndings(" ")}\n   {path}");
        }
        else if (unexplained.Length > 0)
        {
            Fail(path, unexplained);
        }
        else
        {
            _passed++;
        }
    }

    private void Fail(string path, string[] reasons)
    {
        _failed++;
        string more = reasons.Length > MostPrinted ? $"\n   and {reasons.Length - MostPrinted} more" : "";
        Console.WriteLine($"FAILED {path}\n   {string.Join("\n   ", reasons.Take(MostPrinted))}{more}");
    }

    private void PrintSummary()
    {
        Console.WriteLine($"{_agreed} facts are the same");
        foreach (DifferenceRule rule in DifferenceRules.All.Where(rule => _explained.ContainsKey(rule.Name)))
        {
            Console.WriteLine($"{_explained[rule.Name]} differ, explained: {rule.Name}. {rule.Reason}");
        }

        Console.WriteLine($"{_unread.Count} documents not read by the library");
        foreach (IGrouping<string, string> group in _unread.Select(item => item.Split("\n   ")).GroupBy(parts => parts[0], parts => parts[1]))
        {
            Console.WriteLine($"{group.Count()} of them: {group.Key}\n   {string.Join("\n   ", group)}");
        }

        Console.WriteLine($"{_passed} passed, {_failed} failed");
    }
}
