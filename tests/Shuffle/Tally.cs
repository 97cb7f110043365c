namespace DatabricksApps.Shuffle;

/// <summary>Counts and prints what was found.</summary>
internal sealed class Tally
{
    /// <summary>How many differences of a document are shown.</summary>
    private const int Shown = 5;

    /// <summary>How many differences of a kind are shown in the end.</summary>
    private const int Examples = 3;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<DifferenceKind, List<string>> _kinds = [];
    private int _passed;
    private int _failed;

    public bool IsPassed => _failed == 0;

    /// <summary>Counts a document.</summary>
    public void Add(string name, IReadOnlyList<Difference> differences)
    {
        lock (_lock)
        {
            foreach (Difference difference in differences)
            {
                if (!_kinds.TryGetValue(difference.Fact.Kind, out List<string>? all))
                {
                    _kinds.Add(difference.Fact.Kind, all = []);
                }

                all.Add($"{Path.GetFileName(name)}: {Shortened(difference)}");
            }

            Add(name, differences.Count == 0
                ? null
                : $"{differences.Count} differ\n   {string.Join("\n   ", differences.Take(Shown).Select(Shortened))}");
        }
    }

    /// <summary>Counts a document that may have failed.</summary>
    public void Add(string name, string? failure)
    {
        lock (_lock)
        {
            if (failure is null)
            {
                _passed++;
                return;
            }

            _failed++;
            Console.WriteLine($"FAILED {name}: {failure}");
        }
    }

    /// <summary>Prints the sums.</summary>
    public void Print()
    {
        foreach ((DifferenceKind kind, List<string> all) in _kinds)
        {
            // The shortest are the easiest to follow.
            Console.WriteLine($"{all.Count,8} {kind}, such as");
            foreach (string example in all.OrderBy(text => text.Length).ThenBy(text => text, StringComparer.Ordinal).Take(Examples))
            {
                Console.WriteLine($"         {example}");
            }
        }

        Console.WriteLine($"{_passed} passed, {_failed} failed");
    }

    private static string Shortened(Difference difference)
    {
        string text = difference.ToString();
        return text.Length <= 400 ? text : text[..400] + "…";
    }
}
