using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Harness;

/// <summary>A file of a project: a document of ours if it is marked as the targets mark it.</summary>
public sealed class Document : AdditionalText
{
    private readonly SourceText _text;

    public Document(string path, string text, bool isMarked = true, params (string Name, string Value)[] metadata)
        : this(path, SourceText.From(text, Encoding.UTF8), isMarked, metadata)
    {
    }

    public Document(string path, SourceText text, bool isMarked = true, params (string Name, string Value)[] metadata)
    {
        Path = path;
        _text = text;
        Metadata = metadata.ToDictionary(
            item => "build_metadata.AdditionalFiles.DatabricksApp" + item.Name, item => item.Value);
        if (isMarked)
        {
            Metadata.Add("build_metadata.AdditionalFiles.DatabricksAppDocument", "true");
        }
    }

    public override string Path { get; }

    /// <summary>Gets the item's metadata, under the names that the compiler sees.</summary>
    public Dictionary<string, string> Metadata { get; }

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
