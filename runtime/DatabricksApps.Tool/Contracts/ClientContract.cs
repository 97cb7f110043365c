using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Pipeline;
using DatabricksApps.Gen.Text;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Contracts;

/// <summary>What the client of a document promises, and where the document says it.</summary>
internal sealed class ClientContract
{
    private readonly string _text;
    private readonly IPositions _positions;

    private ClientContract(string text, IPositions positions, EquatableArray<Fact> facts)
    {
        _text = text;
        _positions = positions;
        Facts = facts;
    }

    public EquatableArray<Fact> Facts { get; }

    /// <summary>Reads a document as the generator does.</summary>
    /// <param name="path">The document's file, by which the files that it refers to are found.</param>
    /// <param name="text">Its text.</param>
    /// <param name="shown">The file as the user writes it.</param>
    /// <param name="options">The metadata of its item.</param>
    /// <param name="kept">The names that a lock keeps.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="name">The file name that its client is called after; null: its own.</param>
    /// <exception cref="ToolException">The generator can make no client of it.</exception>
    public static ClientContract Read(
        string path, string text, string shown, DocumentOptions options, KeptNames kept, CancellationToken cancellationToken, string? name = null)
    {
        Findings findings = new();
        string folder = FilePaths.Normalize(Path.GetDirectoryName(path)! + "/");
        ReadClient read = ClientReader.Read(
            folder + (name ?? Path.GetFileName(path)),
            text,
            // What lies elsewhere is no part of a document that came from an app.
            other => other.StartsWith(folder, StringComparison.Ordinal) && File.Exists(other) ? File.ReadAllText(other) : null,
            options,
            kept,
            findings,
            cancellationToken);
        return read.Client is not null
            ? new ClientContract(text, read.Positions, Surface.Of(read.Client))
            : throw new ToolException(
                $"{shown} gives no client{(findings.Items.Count > 0 ? ": " + findings.Items[0].Message : "")}",
                null,
                "fetch it anew: databricks-apps refresh, or databricks-apps add URL.");
    }

    /// <summary>Gets the same with some of its facts alone.</summary>
    public ClientContract With(EquatableArray<Fact> facts) => new(_text, _positions, facts);

    /// <summary>Finds the lines, from 1, at which the document says something.</summary>
    public IReadOnlyDictionary<string, int> LinesOf(IEnumerable<string> pointers)
    {
        IReadOnlyDictionary<string, (int Offset, int Length)> places = _positions.Find(pointers.Distinct(StringComparer.Ordinal).Where(IsInside));
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        int line = 1, counted = 0;
        foreach ((string pointer, (int offset, _)) in places.OrderBy(place => place.Value.Offset))
        {
            int end = Math.Min(offset, _text.Length);
            line += _text.AsSpan(counted, end - counted).Count('\n');
            counted = end;
            lines[pointer] = line;
        }

        return lines;
    }

    // What another file says has its name before the pointer.
    private static bool IsInside(string pointer) => pointer.Length == 0 || pointer[0] == '/';
}
