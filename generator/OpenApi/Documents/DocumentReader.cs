using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.OpenApi.Operations;
using DatabricksApps.Gen.OpenApi.Schemas;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Documents;

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
        ReferencedFiles files = new(path, open, findings, cancellationToken);
        try
        {
            (JsonNode? root, IPositions positions) = DocumentText.Parse(path, text, "", findings, cancellationToken);
            DocumentRoot source = DocumentVersion.Identify(root, files);
            ApiDocument document = Read(source, findings, cancellationToken);
            document.Length = text.Length + files.ByName.Values.Sum(file => (long)file.Text.Length);
            return new ReadResult(document, positions, files.ByName);
        }
        catch (DocumentException exception)
        {
            findings.Add(exception.ToFinding());
            return new ReadResult(null, new FixedPosition(exception.Offset), files.ByName);
        }
    }

    private static ApiDocument Read(DocumentRoot source, Findings findings, CancellationToken cancellationToken)
    {
        References references = new(source);
        KindChecks kinds = new(findings);
        kinds.Check(source.Root, "", MemberKinds.Root);
        SchemaReader schemas = new(source, references, findings, kinds);
        if (source.Root.GetObject("components") is { } parts)
        {
            kinds.Check(parts, "/components", MemberKinds.Components);
        }

        IReadOnlyList<ApiComponent> components = new ComponentReader(source, references, schemas, findings, cancellationToken).Read();
        VersionReader version = VersionReader.Create(source, schemas, new ObjectReferences(references, findings), findings, kinds);
        DocumentDefaults defaults = DocumentDefaults.Read(source.Root, version);
        IncomingCalls incoming = new(version, defaults, findings);
        JsonObject info = source.Root.GetObject("info") ?? new JsonObject();
        kinds.Check(info, "/info", MemberKinds.Info);
        ApiDocument document = new()
        {
            Title = info.GetText("title"),
            Summary = info.GetText("summary"),
            Generator = source.Root.GetText("x-generator"),
            Description = info.GetText("description"),
            Version = info.GetText("version"),
            Webhooks = incoming.ReadWebhooks(source.Root),
            Operations = new PathItems(version, defaults, findings, incoming).Read(source.Root, cancellationToken),
            Schemas = components,
            TagDescriptions = ReadTags(source.Root, kinds),
            SecuritySchemes = version.ReadSecuritySchemes(),
        };
        schemas.Link();
        return document;
    }

    // Of two tags of a name the first one counts.
    private static IReadOnlyDictionary<string, string> ReadTags(JsonObject root, KindChecks kinds)
    {
        Dictionary<string, string> descriptions = new(StringComparer.Ordinal);
        foreach ((JsonObject tag, string pointer) in kinds.Objects(root.Get("tags"), "/tags"))
        {
            kinds.Check(tag, pointer, MemberKinds.Tag);
            if (tag.GetText("name") is { } name && tag.GetText("description") is { } description && !descriptions.ContainsKey(name))
            {
                descriptions.Add(name, description);
            }
        }

        return descriptions;
    }
}
