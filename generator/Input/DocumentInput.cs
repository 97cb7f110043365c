using System.Threading;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Input;

/// <summary>A document that the user gave.</summary>
/// <param name="Source">The file. The compiler makes a new one when, and only when, its text may have changed.</param>
/// <param name="Options">The metadata of its item.</param>
/// <param name="Findings">What is wrong with the metadata.</param>
internal sealed record DocumentInput(AdditionalText Source, DocumentOptions Options, EquatableArray<Finding> Findings)
{
    /// <summary>The metadata that the targets put on documents, so that other additional files are left alone.</summary>
    private const string Marker = "build_metadata.AdditionalFiles.DatabricksAppDocument";

    public string Path => Source.Path;

    /// <summary>Reads the text; null if the file cannot be read.</summary>
    public SourceText? ReadText(CancellationToken cancellationToken) => Source.GetText(cancellationToken);

    /// <summary>Makes an input of an additional file; null if the file is no document of ours.</summary>
    public static DocumentInput? From(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        if (!metadata.TryGetValue(Marker, out string? marker) || marker != "true")
        {
            return null;
        }

        Findings findings = new();
        DocumentOptions read = new DocumentOptionsReader(metadata, options.GlobalOptions, findings).Read();
        return new DocumentInput(file, read, findings.Items.ToEquatableArray());
    }
}
