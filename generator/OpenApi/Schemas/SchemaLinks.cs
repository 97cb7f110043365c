using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Schemas;

/// <summary>The references of schemas: noted while schemas are read, linked when that is done.</summary>
/// <remarks>Linking afterwards and from a list makes cycles harmless and keeps the recursion to one schema.</remarks>
internal sealed class SchemaLinks
{
    private readonly DocumentRoot _source;
    private readonly References _references;
    private readonly Findings _findings;
    private readonly SchemaReader _reader;
    private readonly Dictionary<JsonNode, ApiComponent> _components = new();
    private readonly Queue<(JsonNode Node, string Pointer, DynamicScope? Scope, Action<ApiComponent> Link)> _pending = new();
    private readonly Dictionary<(JsonNode, DynamicScope), ApiComponent> _inScope = new();

    public SchemaLinks(DocumentRoot source, References references, Findings findings, SchemaReader reader)
    {
        _source = source;
        _references = references;
        _findings = findings;
        _reader = reader;
    }

    public void AddComponent(JsonNode node, ApiComponent component) => _components.Add(node, component);

    /// <summary>Makes the schema that is a reference, with the annotations beside it.</summary>
    /// <remarks>
    /// They describe this use of the target and not the target: a <c>default</c> or <c>readOnly</c> here holds for one member.
    /// 3.0 ignores them ("Reference Object"), 3.1 does not; whoever writes them means them under either label.
    /// </remarks>
    /// <param name="from">The object that has the reference.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="beside">What stands beside it.</param>
    /// <param name="pointer">The place of the schema that it is.</param>
    /// <param name="place">The place of the reference, which is told where it leads nowhere.</param>
    public ApiSchema Reference(JsonObject from, string reference, in SchemaKeywords beside, string pointer, string place)
    {
        (JsonNode Node, string Pointer)? target = FollowToSchema(from, reference, JsonPointer.Append(place, "$ref"));
        return Reference(target, null, reference, beside, pointer);
    }

    /// <summary>Makes the schema that refers to a node, in a scope or in none.</summary>
    public ApiSchema ReferenceTo(JsonNode node, in SchemaKeywords beside, string pointer, DynamicScope? scope = null) =>
        Reference((node, _references.PointerOf(node)), scope, "", beside, pointer);

    private ApiSchema Reference((JsonNode Node, string Pointer)? target, DynamicScope? scope, string reference, in SchemaKeywords beside, string pointer)
    {
        ApiSchema schema = new()
        {
            Pointer = pointer,
            ReferenceError = target is null ? reference : null,
            ForbidsNull = NullableSchemas.IsForbidden(beside),
            Annotations = SchemaAnnotations.Read(beside),
        };
        if (target is { } found)
        {
            _pending.Enqueue((found.Node, found.Pointer, scope, component => schema.Target = component));
        }

        return schema;
    }

    /// <summary>Reads the keyword <c>discriminator</c>, which in 2.0 is the property's name alone.</summary>
    /// <remarks>A mapping whose target is missing loses that one value; the property still tells the others apart.</remarks>
    public ApiDiscriminator? Discriminator(JsonNode? node, string pointer)
    {
        string? name = node is JsonObject members ? members.GetText("propertyName") : node.AsText();
        if (name is null)
        {
            return null;
        }

        List<KeyValuePair<string, ApiComponent>> mapping = new();
        if (node is JsonObject { } discriminator && discriminator.GetObject("mapping") is { } entries)
        {
            foreach (KeyValuePair<string, JsonNode?> entry in entries)
            {
                AddMapping(mapping, entry.Key, entry.Value, entries, pointer + "/discriminator/mapping");
            }
        }

        return new ApiDiscriminator { PropertyName = name, Mapping = mapping };
    }

    /// <summary>Links what is noted, reading the schemas that are not named ones.</summary>
    public void Link()
    {
        while (_pending.Count > 0)
        {
            (JsonNode node, string pointer, DynamicScope? scope, Action<ApiComponent> link) = _pending.Dequeue();
            if (scope is not null)
            {
                if (!_inScope.TryGetValue((node, scope), out ApiComponent? generic))
                {
                    generic = new ApiComponent { Name = PointerNames.Of(pointer), IsNamed = false, Schema = _reader.Read(node, pointer, scope) };
                    _inScope.Add((node, scope), generic);
                }

                link(generic);
                continue;
            }

            if (!_components.TryGetValue(node, out ApiComponent? component))
            {
                component = new ApiComponent { Name = PointerNames.Of(pointer), IsNamed = PointerNames.IsName(pointer), Schema = _reader.Read(node, pointer) };
                _components.Add(node, component);
            }

            link(component);
        }
    }

    private void AddMapping(
        List<KeyValuePair<string, ApiComponent>> mapping, string value, JsonNode? node, JsonObject from, string pointer)
    {
        // `Cat` can be a name and a relative address. It is a name if there is one (OpenAPI 3.1.1, "Discriminator Object",
        // recommends it): an address would be written `./Cat`.
        string? reference = node.AsText();
        JsonNode? named = reference is null ? null : _source.Schemas?.Get(reference);
        (JsonNode Node, string Pointer)? target = named is not null
            ? (named, JsonPointer.Append(_source.SchemasPointer, reference!))
            : reference is null ? null : Follow(from, reference, out _);
        if (target is not { } found)
        {
            _findings.DanglingReference(
                JsonPointer.Append(pointer, value),
                $"the discriminator's value '{value}' names '{reference}', which is not in the document");
            return;
        }

        // The place in the list is kept now: linking comes in another order.
        int index = mapping.Count;
        mapping.Add(default);
        _pending.Enqueue((found.Node, found.Pointer, null, component => mapping[index] = new(value, component)));
    }

    /// <summary>Finds the target; a reference that leads to itself has none, which is told as what C# has no type for.</summary>
    private (JsonNode Node, string Pointer)? FollowToSchema(JsonObject from, string reference, string pointer)
    {
        (JsonNode Node, string Pointer)? first = Follow(from, reference, out MessageText error);
        HashSet<JsonNode> seen = new();
        string at = first?.Pointer ?? "";
        for (JsonNode? current = first?.Node; current is JsonObject members && seen.Add(current);)
        {
            JsonObject holder = WrappedReferences.HolderIn(members, at);
            if (ReferenceEquals(holder, from))
            {
                // Each reference of a circle is told at its own place; what leads into it from outside has a target.
                _findings.Untyped(pointer, $"'{reference}' leads back to itself and says nothing; any value is allowed");
                return null;
            }

            string? next = holder.Get("$ref").AsText();
            if (next is not null && seen.Count > DocumentLimits.References)
            {
                (first, error) = (null, $"'{reference}' leads from reference to reference without end");
                break;
            }

            // A target whose own reference dangles is found; its finding stands at that place.
            (JsonNode Node, string Pointer)? further = next is null ? null : _references.Resolve(holder, next, out _);
            (current, at) = (further?.Node, further?.Pointer ?? "");
        }

        if (first is null)
        {
            _findings.DanglingReference(pointer, $"{error}; any value is allowed");
        }

        return first;
    }

    private (JsonNode Node, string Pointer)? Follow(JsonObject from, string reference, out MessageText error) =>
        _references.Resolve(from, reference, out error);
}
