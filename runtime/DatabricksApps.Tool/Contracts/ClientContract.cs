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
    private readonly IReadOnlyDictionary<string, ReferencedFile> _files;

    private ClientContract(string text, IPositions positions, IReadOnlyDictionary<string, ReferencedFile> files, EquatableArray<Fact> facts)
    {
        _text = text;
        _positions = positions;
        _files = files;
        Facts = facts;
    }

    public EquatableArray<Fact> Facts { get; }

    /// <summary>Reads a document as the generator does.</summary>
    /// <param name="path">The document's file, by which the files that it refers to are found.</param>
    /// <param name="text">Its text.</param>
    /// <param name="shown">The file as the user writes it.</param>
    /// <param name="options">The metadata of its item.</param>
    /// <param name="open">Gives the text of another file that it refers to; null: there is none.</param>
    /// <param name="kept">The names that a lock keeps.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="name">The file name that its client is called after; null: its own.</param>
    /// <exception cref="ToolException">The generator can make no client of it.</exception>
    public static ClientContract Read(
        string path, string text, string shown, DocumentOptions options, Func<string, string?> open, KeptNames kept, CancellationToken cancellationToken, string? name = null)
    {
        Findings findings = new();
        string full = FilePaths.Normalize(path);
        ReadClient read = ClientReader.Read(
            name is null ? full : full[..(full.LastIndexOf('/') + 1)] + name,
            text,
            open,
            options,
            kept,
            findings,
            cancellationToken);
        return read.Client is not null
            ? new ClientContract(text, read.Positions, read.Files, Surface.Of(read.Client))
            : throw NoClient(shown, findings);
    }

    /// <summary>Says that the generator can make no client of a document.</summary>
    public static ToolException NoClient(string shown, Findings findings) => new(
        $"{shown} gives no client{(findings.Items.Count > 0 ? ": " + findings.Items[0].Message : "")}",
        null,
        "fetch it anew: databricks-apps refresh, or databricks-apps add URL.");

    /// <summary>Gets the same with some of its facts alone.</summary>
    public ClientContract With(EquatableArray<Fact> facts) => new(_text, _positions, _files, facts);

    /// <summary>Finds the lines, from 1, at which the document, or a file that it refers to, says something.</summary>
    public IReadOnlyDictionary<string, int> LinesOf(IEnumerable<string> pointers)
    {
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        foreach (IGrouping<string, string> file in pointers.Distinct(StringComparer.Ordinal).GroupBy(pointer => Pointers.Split(pointer).File, StringComparer.Ordinal))
        {
            if (file.Key.Length == 0)
            {
                Add(file.Key, _text, _positions);
            }
            else if (_files.TryGetValue(file.Key, out ReferencedFile? other))
            {
                Add(file.Key + "#", other.Text, other.Positions);
            }

            void Add(string prefix, string text, IPositions positions)
            {
                int line = 1, counted = 0;
                foreach ((string pointer, (int offset, _)) in positions.Find(file.Select(pointer => Pointers.Split(pointer).Pointer)).OrderBy(place => place.Value.Offset))
                {
                    int end = Math.Min(offset, text.Length);
                    line += text.AsSpan(counted, end - counted).Count('\n');
                    counted = end;
                    lines[prefix + pointer] = line;
                }
            }
        }

        return lines;
    }

    /// <summary>Gets the file that a pointer is in, as the user writes it.</summary>
    /// <param name="pointer">The pointer.</param>
    /// <param name="shown">The document as the user writes it.</param>
    public static string FileOf(string pointer, string shown) => Pointers.Split(pointer).File is { Length: > 0 } file
        ? shown[..(shown.LastIndexOfAny(['/', '\\']) + 1)] + file
        : shown;
}
