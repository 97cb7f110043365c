using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.OpenApi.Schemas;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.Gradio;

/// <summary>Reads the schemas of inputs and outputs, of which each carries its own definitions.</summary>
/// <remarks>
/// Definitions that say the same are one: the first keeps its place, and references to the others lead there. A file,
/// which Gradio describes as an object with a path on the server, becomes a binary string, because that is what it is
/// to a caller.
/// </remarks>
internal sealed class GradioSchemas
{
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiComponent> _bySaying = new(StringComparer.Ordinal);
    private readonly List<ApiComponent> _components = new();
    private readonly SchemaReader _reader;

    public GradioSchemas(JsonObject root, Findings findings, CancellationToken cancellationToken)
    {
        DocumentRoot source = new(root, isSwagger: false, new ReferencedFiles("", _ => null, findings, cancellationToken));
        _reader = new SchemaReader(source, new References(source), findings, new KindChecks(findings));
    }

    /// <summary>Gets the named schemas read so far.</summary>
    public IReadOnlyList<ApiComponent> Components => _components;

    /// <summary>Links every reference that was read.</summary>
    public void Link() => _reader.Link();

    /// <summary>Reads the schema of an input or output.</summary>
    public ApiSchema Read(JsonNode? node, string pointer)
    {
        if (node is not JsonObject schema)
        {
            return new ApiSchema { Pointer = pointer };
        }

        SchemaRepair.Apply(schema);
        ReadDefinitions(schema, pointer);
        return schema.GetText("title") is { Length: > 0 } title && schema.GetObject("properties") is not null
            ? new ApiSchema { Pointer = pointer, Target = Component(title, schema, pointer), Annotations = new ApiAnnotations { Description = schema.GetText("description") } }
            : _reader.Read(schema, pointer);
    }

    private void ReadDefinitions(JsonObject schema, string pointer)
    {
        if (schema.GetObject("$defs") is not { } definitions)
        {
            return;
        }

        string parent = JsonPointer.Append(pointer, "$defs");
        Dictionary<string, string> places = new(StringComparer.Ordinal);
        List<(string Name, JsonObject Definition, string Place)> added = new();
        foreach (KeyValuePair<string, JsonNode?> member in definitions)
        {
            if (member.Value is JsonObject definition)
            {
                string saying = SayingOf(member.Key, definition, definitions);
                if (!_places.TryGetValue(saying, out string? place))
                {
                    place = JsonPointer.Append(parent, member.Key);
                    _places.Add(saying, place);
                    added.Add((member.Key, definition, place));
                }

                // A pointer in a reference is part of a URL.
                places.Add("#/$defs/" + member.Key, "#" + place.Replace("%", "%25"));
            }
        }

        Redirect(schema, places);
        foreach ((string name, JsonObject definition, string place) in added)
        {
            _components.Add(_reader.ReadComponent(name, definition, place));
        }
    }

    private ApiComponent Component(string title, JsonObject schema, string pointer)
    {
        string saying = Saying(title, schema);
        if (!_bySaying.TryGetValue(saying, out ApiComponent? component))
        {
            component = _reader.ReadComponent(title, schema, pointer);
            _components.Add(component);
            _bySaying.Add(saying, component);
        }

        return component;
    }

    /// <summary>Spells a definition with everything that it refers to: what has one spelling is one type.</summary>
    private static string SayingOf(string name, JsonObject definition, JsonObject definitions)
    {
        // Each once, in the order in which they are met: along every way there is to it, a definition would be spelled
        // twice as often with each level.
        StringBuilder saying = new();
        HashSet<string> seen = new(StringComparer.Ordinal) { name };
        Queue<(string Name, JsonObject Definition)> open = new();
        open.Enqueue((name, definition));
        while (open.Count > 0)
        {
            (string current, JsonObject said) = open.Dequeue();
            saying.Append(Saying(current, said)).Append('\n');
            foreach (string other in ReferencesOf(said))
            {
                if (definitions.Get(other) is JsonObject referred && seen.Add(other))
                {
                    open.Enqueue((other, referred));
                }
            }
        }

        return saying.ToString();
    }

    private static string Saying(string name, JsonObject schema)
    {
        JsonObject copy = (JsonObject)schema.DeepClone();
        copy.Remove("$defs");
        return name + ":" + copy.ToJsonString();
    }

    private static IEnumerable<string> ReferencesOf(JsonNode? node) => SchemaRepair.Objects(node)
        .Select(schema => schema.GetText("$ref"))
        .Where(reference => reference is not null && reference.StartsWith("#/$defs/", StringComparison.Ordinal))
        .Select(reference => reference!.Substring("#/$defs/".Length));

    private static void Redirect(JsonObject schema, Dictionary<string, string> places)
    {
        foreach (JsonObject item in SchemaRepair.Objects(schema).ToList())
        {
            if (item.GetText("$ref") is { } reference && places.TryGetValue(reference, out string? place))
            {
                item["$ref"] = place;
            }
        }
    }
}
