using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.AspNetCore.Contracts;

/// <summary>
/// What a program relies on of a document: the file that its build has written beside it. That is the lines of the lock that the
/// program uses, each with how it does so, and of which document they are.
/// </summary>
internal sealed class UsedContract
{
    private const string Read = "read";
    private const string Set = "set";
    private const string Named = "named";

    private readonly HashSet<string> _reads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private UsedContract(IReadOnlyDictionary<string, string> head, EquatableArray<Fact> lines)
    {
        Document = head.GetValueOrDefault("document", "");
        Hash = head.GetValueOrDefault("sha256", "");
        BasePath = head.GetValueOrDefault("base");
        IsOpen = head.GetValueOrDefault("uses") == "all";
        Facts = lines.Select(Unmarked).ToEquatableArray();
    }

    /// <summary>Gets the document as the project names it.</summary>
    public string Document { get; }

    /// <summary>Gets the hash of the document that the program was built from (<see cref="Gen.Tasks.DocumentHash"/>).</summary>
    public string Hash { get; }

    /// <summary>Gets the path that the item sets in place of that of the document's server; null: none.</summary>
    public string? BasePath { get; }

    /// <summary>Gets whether all counts: the client is a library's, and what others use of it was not known when it was built.</summary>
    public bool IsOpen { get; }

    public EquatableArray<Fact> Facts { get; }

    /// <summary>Gets the client that a file is about; null: it is no such file.</summary>
    public static string? ClientOf(string text) => HeadOf(text).GetValueOrDefault("client");

    /// <summary>Reads the file.</summary>
    /// <exception cref="FormatException">A line of it is no fact.</exception>
    public static UsedContract Parse(string text)
    {
        string lines = string.Join('\n', text.Split('\n').Where(line => !line.StartsWith('@')));
        return new UsedContract(HeadOf(text), LockReader.Read(lines, (line, problem) => throw new FormatException($"line {line + 1}: {problem}")));
    }

    /// <summary>Tells whether code reads a member.</summary>
    public bool IsRead(Fact fact) => IsOpen || _reads.Contains(fact.Key);

    /// <summary>Tells whether code sets a member.</summary>
    public bool IsSet(Fact fact) => IsOpen || _sets.Contains(fact.Key);

    /// <summary>Tells whether code names a value of an enum.</summary>
    public bool IsNamed(Fact fact) => IsOpen || _names.Contains(fact.Key);

    private static Dictionary<string, string> HeadOf(string text) => text.Split('\n')
        .Where(line => line.StartsWith('@'))
        .Select(line => line.TrimEnd('\r')[1..].Split(' ', 2))
        .Where(words => words.Length == 2)
        .GroupBy(words => words[0], StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First()[1], StringComparer.Ordinal);

    // The uses stand behind the words of the fact.
    private Fact Unmarked(Fact fact)
    {
        List<string> words = [.. fact.Words];
        while (words is [.., var last] && SetOf(fact.Kind, last) is { } uses)
        {
            uses.Add(fact.Key);
            words.RemoveAt(words.Count - 1);
        }

        return words.Count == fact.Words.Count ? fact : fact with { Words = words.ToEquatableArray() };
    }

    private HashSet<string>? SetOf(FactKind kind, string word) => (kind, word) switch
    {
        (FactKind.Member, Read) => _reads,
        (FactKind.Member, Set) => _sets,
        (FactKind.Value, Named) => _names,
        _ => null,
    };
}
