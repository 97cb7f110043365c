using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Addresses;

/// <summary>The other files that a document refers to, each read when the first reference is followed.</summary>
/// <remarks>
/// A pointer into another file has the file's name before it, as in <c>common.yaml#/components/schemas/Item</c>; a
/// pointer into the document itself starts with a slash or is empty.
/// </remarks>
internal sealed class ReferencedFiles
{
    private readonly string _document;
    private readonly Func<string, string?> _open;
    private readonly Findings _findings;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, (ReferencedFile? File, MessageText Error)> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReferencedFile> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonNode, ReferencedFile> _byRoot = new();

    /// <param name="document">The document's path.</param>
    /// <param name="open">Gets the text of a file of the project by its full path, with slashes; null if there is none.</param>
    /// <param name="findings">Takes what is wrong in the files.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public ReferencedFiles(string document, Func<string, string?> open, Findings findings, CancellationToken cancellationToken)
    {
        _document = FilePaths.Normalize(document);
        _open = open;
        _findings = findings;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Gets the files that were read, by what stands before <c>#</c> in their pointers.</summary>
    public IReadOnlyDictionary<string, ReferencedFile> ByName => _byName;

    /// <summary>Splits a pointer into its file (null: the document) and the pointer in it.</summary>
    public (ReferencedFile? File, string Pointer) Split(string pointer)
    {
        int hash = pointer.IndexOf('#');
        return hash >= 0 && _byName.TryGetValue(pointer.Substring(0, hash), out ReferencedFile? file)
            ? (file, pointer.Substring(hash + 1))
            : (null, pointer);
    }

    /// <summary>Gets the file of a root; null for the document's own.</summary>
    public ReferencedFile? OfRoot(JsonNode root) => _byRoot.TryGetValue(root, out ReferencedFile? file) ? file : null;

    /// <summary>Tells whether a reference names the document itself.</summary>
    public bool IsDocument(ReferencedFile? from, string reference) => FilePaths.Resolve(PathOf(from), reference) == _document;

    /// <summary>Opens the file that a reference names.</summary>
    /// <param name="from">The file with the reference; null: the document.</param>
    /// <param name="reference">The part of the reference before <c>#</c>.</param>
    /// <param name="error">Why there is none.</param>
    public ReferencedFile? Open(ReferencedFile? from, string reference, out MessageText error)
    {
        string path = FilePaths.Resolve(PathOf(from), reference);
        if (!_byPath.TryGetValue(path, out (ReferencedFile? File, MessageText Error) known))
        {
            known = Read(path);
            _byPath.Add(path, known);
        }

        error = known.Error;
        return known.File;
    }

    private string PathOf(ReferencedFile? from) => from?.Path ?? _document;

    private (ReferencedFile? File, MessageText Error) Read(string path)
    {
        if (_open(path) is not { } text)
        {
            return (null, $"is no file of the project; add it as a DatabricksApp or AdditionalFiles item");
        }

        try
        {
            string name = FilePaths.Relative(_document, path);
            (JsonNode? root, IPositions positions) = DocumentText.Parse(path, text, name, _findings, _cancellationToken);
            ReferencedFile file = new(path, name, text, root, positions);
            _byName.Add(name, file);
            if (root is not null)
            {
                _byRoot.Add(root, file);
            }

            return (file, default);
        }
        catch (DocumentException exception)
        {
            return (null, $"cannot be read: {exception.Text}");
        }
    }
}
