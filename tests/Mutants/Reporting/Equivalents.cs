namespace DatabricksApps.Mutants.Reporting;

/// <summary>
/// The mutants that are known to be without effect. Four lines and an empty one each: the file, <c>- </c> and what stands
/// there, <c>+ </c> and the mutant, and why nobody could notice. Lines with <c>#</c> are comments.
/// </summary>
internal sealed class Equivalents
{
    private readonly Dictionary<(string File, string Original, string Mutated), string> _reasons;

    private Equivalents(Dictionary<(string, string, string), string> reasons) => _reasons = reasons;

    /// <summary>Reads the list.</summary>
    /// <exception cref="FormatException">An entry is not of the form.</exception>
    public static Equivalents Read(IEnumerable<string> lines)
    {
        Dictionary<(string, string, string), string> reasons = [];
        List<string> entry = [];
        foreach (string line in lines.Select(line => line.Trim()).Where(line => !line.StartsWith('#')).Append(""))
        {
            if (line.Length > 0)
            {
                entry.Add(line);
            }
            else if (entry.Count > 0)
            {
                Add(reasons, entry);
                entry = [];
            }
        }

        return new Equivalents(reasons);
    }

    /// <summary>Gets the files, each with what stands there.</summary>
    public IEnumerable<(string File, string Original)> Places => _reasons.Keys.Select(key => (key.File, key.Original));

    /// <summary>Gets why a mutant is without effect, or null if it is not known to be.</summary>
    public string? ReasonOf(Mutant mutant) => _reasons.GetValueOrDefault((mutant.File, mutant.Original, mutant.Mutated));

    private static void Add(Dictionary<(string, string, string), string> reasons, List<string> entry)
    {
        // Of a mutant that leaves something out nothing stands behind the plus.
        if (entry.Count < 4 || !entry[1].StartsWith("- ", StringComparison.Ordinal) || entry[2][0] != '+')
        {
            throw new FormatException($"The list of equivalent mutants has an entry without its four lines: {entry[0]}");
        }

        reasons[(entry[0], entry[1][2..], entry[2][1..].Trim())] = string.Join(' ', entry.Skip(3));
    }
}
