using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Schemas;

/// <summary>Reads schemas from the document's own nodes.</summary>
/// <remarks>
/// Every place is read once, so that a reference into the middle of a schema
/// gives the same node as the way through its properties. References are linked by <see cref="SchemaLinks"/> after
/// the schema around them is complete; the recursion is bounded by <see cref="DocumentLimits.Depth"/>.
/// </remarks>
internal sealed class SchemaReader
{
    private readonly References _references;
    private readonly Findings _findings;
    private readonly SchemaLinks _links;
    private readonly KindChecks _kinds;
    private readonly Dictionary<(JsonNode, DynamicScope?), ApiSchema> _read = new();
    private readonly HashSet<(JsonNode, DynamicScope?)> _open = new();
    private DynamicScope? _scope;
    private int _generics;
    private int _depth;

    public SchemaReader(DocumentRoot source, References references, Findings findings, KindChecks kinds)
    {
        _kinds = kinds;
        _references = references;
        _findings = findings;
        _links = new SchemaLinks(source, references, findings, this);
    }

    /// <summary>Reads a schema that gets a name, wherever it stands.</summary>
    public ApiComponent ReadComponent(string name, JsonNode? node, string pointer)
    {
        ApiComponent component = new() { Name = name, Schema = Read(node, pointer) };
        if (node is not null)
        {
            _links.AddComponent(node, component);
        }

        return component;
    }

    /// <summary>Links every reference that was read.</summary>
    public void Link() => _links.Link();

    /// <summary>Reads a schema; JSON null or another value that is no schema allows anything.</summary>
    public ApiSchema Read(JsonNode? node, string pointer)
    {
        if (node is not JsonObject members)
        {
            return ReadScalar(node, pointer);
        }

        DynamicScope? outer = _scope;
        if (!_read.TryGetValue((members, outer), out ApiSchema? schema))
        {
            _scope = DynamicScope.Around(members, outer);
            _open.Add((members, outer));
            _kinds.Check(members, pointer, MemberKinds.Schema);
            if (members.Get("discriminator") is JsonObject discriminator)
            {
                _kinds.Check(discriminator, JsonPointer.Append(pointer, "discriminator"), MemberKinds.Discriminator);
            }

            SchemaKeywords keywords = SchemaKeywords.Sort(members);
            schema = NullableSchemas.IsAround(keywords)
                ? NullableSchemas.Wrap(ReadNotNull(members, keywords, pointer), pointer)
                : ReadNotNull(members, keywords, pointer);
            _read.Add((members, outer), schema);
            _scope = outer;
        }

        return schema;
    }

    private ApiSchema ReadScalar(JsonNode? node, string pointer)
    {
        // true and false are schemas: anything, and nothing (JSON Schema 2020-12, 4.3.2). Null is what YAML makes of a key with
        // nothing behind it, which its author has yet to fill.
        bool? flag = node is JsonValue ? node.AsFlag() : null;
        if (flag is null)
        {
            _findings.Repaired(pointer, $"a schema is an object, not {node.KindName()}; any value is allowed");
        }

        return new ApiSchema { Pointer = pointer, IsNever = flag == false };
    }

    private ApiSchema ReadNotNull(JsonObject members, in SchemaKeywords keywords, string pointer) =>
        keywords.Ref.AsText() is not null ? ReadReference(members, keywords, pointer, pointer)
        : WrappedReferences.In(keywords, pointer) is { } wrapped
            ? ReadReference(wrapped, WrappedReferences.Beside(keywords, wrapped), pointer, pointer + "/allOf/0")
        : ReadKeywords(keywords, pointer, Array.Empty<ApiSchema>());

    /// <summary>Reads a reference.</summary>
    /// <param name="members">The object that has it.</param>
    /// <param name="keywords">The reference, and what stands beside it.</param>
    /// <param name="pointer">The place of the schema that it is.</param>
    /// <param name="place">The place of the reference.</param>
    private ApiSchema ReadReference(JsonObject members, in SchemaKeywords keywords, string pointer, string place)
    {
        string reference = keywords.Ref.AsText()!;
        if (_scope is { } scope && scope.TargetOf(members) is { } bound)
        {
            return _links.ReferenceTo(bound, keywords, pointer);
        }

        if (_scope is not null && ReadInScope(members, reference) is { } generic)
        {
            return ReadKeywords(keywords, pointer, new[] { generic });
        }

        // In 3.0 what stands beside `$ref` is ignored, in 3.1 both hold. Who writes members beside a reference means both, so
        // the reference is one more part of `allOf`.
        return keywords.Has(KeywordSets.BesideReference)
            ? ReadKeywords(keywords, pointer, new[] { _links.Reference(members, reference, default, pointer, place) })
            : _links.Reference(members, reference, keywords, pointer, place);
    }

    /// <summary>Reads what a reference points at anew, where it refers dynamically to what is bound here; null if it does not.</summary>
    private ApiSchema? ReadInScope(JsonObject from, string reference)
    {
        if (_references.Resolve(from, reference, out _) is not { } target || !_scope!.IsAskedBy(target.Node))
        {
            return null;
        }

        // Each use of a generic is a schema of its own, and in it others: so there may be as many as nobody writes.
        if (_generics == DocumentLimits.Generics || _depth == DocumentLimits.References)
        {
            _findings.Ignored(target.Pointer, $"generics lie in each other too deep, or are too many; a $dynamicRef in it has its own anchor");
            return null;
        }

        // A generic that holds itself is the one that is being read.
        _generics++;
        _depth++;
        ApiSchema schema = _open.Contains((target.Node, _scope)) && !_read.ContainsKey((target.Node, _scope))
            ? _links.ReferenceTo(target.Node, default, target.Pointer, _scope)
            : Read(target.Node, target.Pointer);
        _depth--;
        return schema;
    }

    /// <summary>Reads a schema in a scope, after everything around it.</summary>
    public ApiSchema Read(JsonNode node, string pointer, DynamicScope? scope)
    {
        _scope = scope;
        ApiSchema schema = Read(node, pointer);
        _scope = null;
        return schema;
    }

    private ApiSchema ReadKeywords(in SchemaKeywords keywords, string pointer, IReadOnlyList<ApiSchema> references)
    {
        // Without a type any value is allowed, null too, so that `nullable` has nothing to add. `additionalProperties` comes
        // first: `unevaluatedProperties` is what authors of 3.1 write beside `allOf`, where the former would forbid the members
        // of the other parts. `additionalItems` means something beside an array of `items` only.
        ApiType types = SchemaTypes.Read(keywords.Type, pointer, _findings, out string? impliedFormat);
        bool isNullable = NullableSchemas.IsInside(keywords);
        if (isNullable && types != ApiType.None)
        {
            types |= ApiType.Null;
        }

        (string? minimum, string? exclusiveMinimum) =
            SchemaLimits.ReadBound(keywords.Minimum, keywords.ExclusiveMinimum);
        (string? maximum, string? exclusiveMaximum) =
            SchemaLimits.ReadBound(keywords.Maximum, keywords.ExclusiveMaximum);
        bool isTuple = keywords.Items is JsonArray;
        SchemaNotes.Add(keywords, pointer, _findings);
        ApiSchema? additional = keywords.AdditionalProperties is null
            ? ReadAdditional(keywords.UnevaluatedProperties, "unevaluatedProperties", pointer, out ApiAdditional kind)
            : ReadAdditional(keywords.AdditionalProperties, "additionalProperties", pointer, out kind);
        JsonNode? rest = isTuple ? keywords.AdditionalItems : keywords.Items ?? keywords.UnevaluatedItems;
        return new ApiSchema
        {
            Pointer = pointer,
            Types = types,
            ForbidsNull = NullableSchemas.IsForbidden(keywords),
            IsNullableAlone = NullableSchemas.IsAlone(keywords),
            Format = keywords.Format.AsText() ?? impliedFormat,
            Annotations = SchemaAnnotations.Read(keywords),
            Const = SchemaValues.Read(keywords.Const, keywords.Has(SchemaKeyword.Const)),
            Enum = SchemaValues.ReadEnum(keywords.Enum, isNullable),
            Properties = ReadProperties(keywords.Properties, "properties", pointer),
            // As a flag it is a 2.0 parameter's, or that of JSON Schema's draft 3, which OpenAPI never had in a schema.
            Required = keywords.Has(SchemaKeyword.Required) ? keywords.Required.AsTexts() : Array.Empty<string>(),
            DependentRequired = SchemaValues.ReadDependentRequired(keywords.DependentRequired),
            AdditionalProperties = kind,
            AdditionalPropertiesSchema = additional,
            PatternProperties = ReadProperties(keywords.PatternProperties, "patternProperties", pointer),
            // An array of `items` is the tuple of JSON Schema before 2020-12.
            Items = isTuple
                ? ReadItems(rest, "additionalItems", pointer)
                : ReadItems(rest, keywords.Items is null ? "unevaluatedItems" : "items", pointer),
            PrefixItems = isTuple
                ? ReadList(keywords.Items, "items", pointer)
                : ReadList(keywords.PrefixItems, "prefixItems", pointer),
            IsItemsForbidden = IsFalse(rest),
            MinItems = SchemaLimits.ReadCount(keywords.MinItems, "minItems", pointer, _findings),
            MaxItems = SchemaLimits.ReadCount(keywords.MaxItems, "maxItems", pointer, _findings),
            AllOf = references.Count == 0 ? ReadList(keywords.AllOf, "allOf", pointer) : references.Concat(ReadList(keywords.AllOf, "allOf", pointer)).ToList(),
            AnyOf = NullableSchemas.Allow(ReadList(keywords.AnyOf, "anyOf", pointer), isNullable, pointer),
            OneOf = NullableSchemas.Allow(ReadList(keywords.OneOf, "oneOf", pointer), isNullable, pointer),
            Discriminator = _links.Discriminator(keywords.Discriminator, pointer),
            DiscriminatorValue = keywords.DiscriminatorValue.AsText(),
            ContentMediaType = keywords.ContentMediaType.AsText(),
            ContentEncoding = keywords.ContentEncoding.AsText(),
            ContentSchema = keywords.ContentSchema is null
                ? null
                : Read(keywords.ContentSchema, JsonPointer.Append(pointer, "contentSchema")),
            Pattern = keywords.Pattern.AsText(),
            Minimum = minimum,
            Maximum = maximum,
            ExclusiveMinimum = exclusiveMinimum,
            ExclusiveMaximum = exclusiveMaximum,
            MinLength = SchemaLimits.ReadCount(keywords.MinLength, "minLength", pointer, _findings),
            MaxLength = SchemaLimits.ReadCount(keywords.MaxLength, "maxLength", pointer, _findings),
            MultipleOf = SchemaLimits.ReadNumber(keywords.MultipleOf),
            MinProperties = SchemaLimits.ReadCount(keywords.MinProperties, "minProperties", pointer, _findings),
            MaxProperties = SchemaLimits.ReadCount(keywords.MaxProperties, "maxProperties", pointer, _findings),
        };
    }

    // By JSON Schema a missing keyword allows as much as `true` or `{}` does (2020-12, 10.3.2.3). Authors do not mean the
    // same: Pydantic writes true for `extra="allow"`, and nothing where it drops what it does not know.
    private ApiSchema? ReadAdditional(JsonNode? node, string keyword, string pointer, out ApiAdditional kind)
    {
        kind = node switch
        {
            null => ApiAdditional.Unspecified,
            JsonObject { Count: > 0 } => ApiAdditional.Schema,
            _ when IsFalse(node) => ApiAdditional.Forbidden,
            _ => ApiAdditional.Allowed,
        };
        return kind == ApiAdditional.Schema ? Read(node, JsonPointer.Append(pointer, keyword)) : null;
    }

    private IReadOnlyList<ApiProperty> ReadProperties(JsonNode? node, string keyword, string pointer)
    {
        if (node is not JsonObject { Count: > 0 } members)
        {
            return Array.Empty<ApiProperty>();
        }

        string parent = JsonPointer.Append(pointer, keyword);
        if (members.Get("$ref").AsText() is { } reference && _references.Resolve(members, reference, out _) is { } target
            && target.Node is JsonObject referred)
        {
            _findings.Repaired(JsonPointer.Append(parent, "$ref"), $"'{keyword}' is no place for a reference; it is read as what '{reference}' holds");
            (members, parent) = (referred, target.Pointer);
        }

        List<ApiProperty> properties = new(members.Count);
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            properties.Add(new ApiProperty
            {
                Name = member.Key,
                Schema = Read(member.Value, JsonPointer.Append(parent, member.Key)),
            });
        }

        return properties;
    }

    private ApiSchema? ReadItems(JsonNode? node, string keyword, string pointer) =>
        node is null || IsFalse(node) ? null : Read(node, JsonPointer.Append(pointer, keyword));

    private IReadOnlyList<ApiSchema> ReadList(JsonNode? node, string keyword, string pointer)
    {
        string parent = JsonPointer.Append(pointer, keyword);
        if (node is not JsonArray { Count: > 0 } items)
        {
            return node is JsonObject single ? new[] { Read(single, parent) } : Array.Empty<ApiSchema>();
        }

        ApiSchema[] schemas = new ApiSchema[items.Count];
        for (int i = 0; i < schemas.Length; i++)
        {
            schemas[i] = Read(items[i], JsonPointer.Append(parent, i));
        }

        return schemas;
    }

    private static bool IsFalse(JsonNode? node) => node is JsonValue && node.AsFlag() == false;
}
