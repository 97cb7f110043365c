using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Reads an OpenAPI document of any version, in JSON or YAML.</summary>
internal static class DocumentReader
{
    /// <summary>Reads a document, repairing what can be.</summary>
    /// <param name="path">The file's path: its extension helps to tell JSON from YAML, its name finds references to itself.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="open">Gets the text of another file of the project by its path, with slashes; null if there is none.</param>
    /// <param name="findings">Takes what is wrong, and why there is no document if there is none.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static ReadResult Read(
        string path, string text, Func<string, string?> open, Findings findings, CancellationToken cancellationToken)
    {
        SourceFiles files = new(path, open, findings, cancellationToken);
        try
        {
            (Source source, IPositions positions) = DocumentText.Parse(path, text, files, findings, cancellationToken);
            ApiDocument document = Read(source, findings, cancellationToken);
            document.Length = text.Length + files.ByName.Values.Sum(file => (long)file.Text.Length);
            return new ReadResult(document, positions, files.ByName);
        }
        catch (DocumentException exception)
        {
            findings.Add(exception.Id, "", exception.Text);
            return new ReadResult(null, new FixedPosition(exception.Offset), files.ByName);
        }
    }

    private static ApiDocument Read(Source source, Findings findings, CancellationToken cancellationToken)
    {
        References references = new(source);
        SchemaReader schemas = new(source, references, findings);
        JsonObject outline = OutlineBuilder.Create(source, references, findings, cancellationToken).Build();
        IReadOnlyList<ApiComponent> components = new ComponentReader(source, references, schemas, findings, cancellationToken).Read();
        ApiDocument document = new OutlineReader(source, schemas).Read(outline, components);
        schemas.Link();
        return document;
    }
}
