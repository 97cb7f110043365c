using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Contracts;

/// <summary>The lock of a document: what was accepted of it.</summary>
internal sealed class AcceptedLock
{
    private readonly Dictionary<string, int> _lines;

    private AcceptedLock(EquatableArray<Fact> facts, Dictionary<string, int> lines, string? appScopes)
    {
        Facts = facts;
        AppScopes = appScopes;
        _lines = lines;
    }

    public EquatableArray<Fact> Facts { get; }

    /// <summary>Gets the scopes that the app asked its users for when it was last asked; null: that is not noted.</summary>
    public string? AppScopes { get; }

    /// <summary>Gets the file of the lock of a document.</summary>
    public static string PathOf(string document) => ProjectLock.PathOf(document);

    /// <summary>Reads the lock of a document; null: it was never accepted.</summary>
    /// <exception cref="ToolException">It cannot be read.</exception>
    public static async Task<AcceptedLock?> ReadAsync(string path, string shown, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        string text = await File.ReadAllTextAsync(path, cancellationToken);
        EquatableArray<Fact> facts = LockReader.Read(text, (line, problem) => throw new ToolException(
            $"{shown}:{line + 1}: {problem}", null, null));
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        int number = 0;
        string? appScopes = null;
        foreach (string line in text.Split('\n'))
        {
            number++;
            appScopes ??= line.StartsWith(LockFile.ScopesHead, StringComparison.Ordinal) ? line[LockFile.ScopesHead.Length..].TrimEnd() : null;
            int gap = line.IndexOf("  ", StringComparison.Ordinal);
            lines.TryAdd(gap < 0 ? line.TrimEnd('\r') : line[..gap], number);
        }

        return new AcceptedLock(facts, lines, appScopes);
    }

    /// <summary>Writes a lock, unless the file says the same.</summary>
    /// <returns>Whether it was written.</returns>
    public static async Task<bool> WriteAsync(string path, string document, EquatableArray<Fact> facts, string? appScopes, CancellationToken cancellationToken)
    {
        string text = LockFile.Write(Path.GetFileName(document), facts, appScopes);

        // A checkout may end lines by CR LF.
        if (File.Exists(path) && (await File.ReadAllTextAsync(path, cancellationToken)).Replace("\r\n", "\n", StringComparison.Ordinal) == text)
        {
            return false;
        }

        await AtomicFile.WriteAsync(path, text, cancellationToken);
        return true;
    }

    /// <summary>Gets the line, from 1, of a fact.</summary>
    public int? LineOf(Fact fact) => _lines.TryGetValue(fact.LockKey.Length > 0 ? fact.LockKey : LockText.Escape(fact), out int line) ? line : null;
}
