using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Schemas;

/// <summary>Reads the named schemas of a document.</summary>
internal sealed class ComponentReader
{
    private readonly DocumentRoot _source;
    private readonly References _references;
    private readonly SchemaReader _schemas;
    private readonly Findings _findings;
    private readonly CancellationToken _cancellationToken;
    private readonly List<ApiComponent> _components = new();

    public ComponentReader(
        DocumentRoot source, References references, SchemaReader schemas, Findings findings, CancellationToken cancellationToken)
    {
        _source = source;
        _references = references;
        _schemas = schemas;
        _findings = findings;
        _cancellationToken = cancellationToken;
    }

    public IReadOnlyList<ApiComponent> Read()
    {
        if (_source.Schemas is { } schemas)
        {
            Add(schemas, _source.SchemasPointer);
        }

        return _components;
    }

    private void Add(JsonObject schemas, string parent)
    {
        foreach (KeyValuePair<string, JsonNode?> member in schemas)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            string pointer = JsonPointer.Append(parent, member.Key);
            if (member.Key == "$ref" && member.Value.AsText() is { } reference)
            {
                AddReferred(schemas, reference, pointer);
                continue;
            }

            _components.Add(_schemas.ReadComponent(member.Key, member.Value, pointer));
        }
    }

    /// <summary>Adds the schemas that a reference in the place of all schemas means, which authors write to split a document.</summary>
    /// <remarks>
    /// The specification has no reference there. It cannot be a schema called <c>$ref</c> either: names are of letters,
    /// digits, <c>.</c>, <c>-</c> and <c>_</c> (OpenAPI, "Components Object"), and a schema is never a text.
    /// </remarks>
    private void AddReferred(JsonObject from, string reference, string pointer)
    {
        if (_references.Resolve(from, reference, out MessageText error) is { Node: JsonObject schemas } target && schemas.Get("$ref") is null)
        {
            Add(schemas, target.Pointer);
            return;
        }

        MessageText reason = error.IsEmpty ? error : MessageText.Of($": {error}");
        _findings.DanglingReference(pointer, $"the schemas cannot be the reference '{reference}'{reason}; they have to stand here");
    }
}
