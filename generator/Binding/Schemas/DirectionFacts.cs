using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Identity;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Tells which schemas differ between requests and responses.</summary>
/// <remarks>
/// A <c>readOnly</c> member is the server's to set: a request has none. A <c>writeOnly</c> member is required in
/// requests only (OpenAPI 3.0, "Schema Object"). What holds a schema that differs, differs too. JSON Schema leaves it to the
/// server to ignore or refuse what is <c>readOnly</c> (2020-12, Validation 9.4): not to send it is right either way.
/// </remarks>
internal sealed class DirectionFacts
{
    private readonly HashSet<ApiSchema> _differing = new();
    private readonly HashSet<ApiSchema> _received = new();
    private readonly HashSet<string> _discriminators = new(StringComparer.Ordinal);
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);
    private readonly Dictionary<ApiSchema, IReadOnlyList<ApiComponent>> _members = new();
    private readonly List<ApiSchema> _parts = new();

    public DirectionFacts(ApiDocument document, Families families)
    {
        foreach (ApiComponent component in document.Schemas)
        {
            if (families.MembersOf(component) is { } members)
            {
                _members.Add(component.Schema, members);
            }
        }

        Dictionary<ApiSchema, List<ApiSchema>> holders = Explore(document);
        Queue<ApiSchema> open = new(holders.Keys.Where(DiffersItself).ToList());
        while (open.Count > 0)
        {
            ApiSchema schema = open.Dequeue();
            if (_differing.Add(schema))
            {
                holders[schema].ForEach(open.Enqueue);
            }
        }

        if (_differing.Count > 0)
        {
            Reach(document.Operations.SelectMany(o => o.Responses).SelectMany(r => SchemasOf(r.Content))
                .Concat(Incoming(document).SelectMany(SchemasOf)));
        }
    }

    /// <summary>Tells whether a request has another model of the schema than a response.</summary>
    public bool Differs(ApiSchema schema) => _differing.Contains(schema);

    /// <summary>Tells whether the schema is part of a response.</summary>
    public bool IsReceived(ApiSchema schema) => _received.Contains(schema);

    /// <summary>Tells whether a member has no place in a request. What tells the cases of a union apart always has one.</summary>
    public bool IsLeftOut(ApiProperty property, Direction direction) =>
        direction == Direction.Sent && IsReadOnly(property.Schema) && !_discriminators.Contains(property.Name);

    /// <summary>Tells whether a member is never required, because a response has none.</summary>
    public static bool IsOptional(ApiProperty property, Direction direction) =>
        direction == Direction.Received && IsWriteOnly(property.Schema);

    private static bool IsReadOnly(ApiSchema schema) => schema.IsReadOnly || SchemaFacts.Follow(schema).IsReadOnly;

    private static bool IsWriteOnly(ApiSchema schema) => schema.IsWriteOnly || SchemaFacts.Follow(schema).IsWriteOnly;

    private bool DiffersItself(ApiSchema schema) => MembersOf(schema).Any(p =>
        IsLeftOut(p, Direction.Sent) || (IsWriteOnly(p.Schema) && _required.Contains(p.Name)));

    /// <summary>Finds every schema of the document, with those that hold it.</summary>
    private Dictionary<ApiSchema, List<ApiSchema>> Explore(ApiDocument document)
    {
        Dictionary<ApiSchema, List<ApiSchema>> holders = new();
        Stack<ApiSchema> open = new();
        foreach (ApiSchema root in document.Schemas.Select(c => c.Schema).Concat(document.Operations.Concat(Incoming(document)).SelectMany(SchemasOf)))
        {
            Add(root, null);
        }

        while (open.Count > 0)
        {
            ApiSchema schema = open.Pop();
            _required.UnionWith(schema.Required);
            if (schema.Discriminator is { } discriminator)
            {
                _discriminators.Add(discriminator.PropertyName);
            }

            foreach (ApiSchema part in PartsOf(schema))
            {
                Add(part, schema);
            }
        }

        return holders;

        void Add(ApiSchema schema, ApiSchema? holder)
        {
            if (!holders.TryGetValue(schema, out List<ApiSchema>? known))
            {
                holders.Add(schema, known = new());
                open.Push(schema);
            }

            if (holder is not null)
            {
                known.Add(holder);
            }
        }
    }

    private void Reach(IEnumerable<ApiSchema> roots)
    {
        Stack<ApiSchema> open = new(roots);
        while (open.Count > 0)
        {
            ApiSchema schema = open.Pop();
            if (_received.Add(schema))
            {
                foreach (ApiSchema part in PartsOf(schema))
                {
                    open.Push(part);
                }
            }
        }
    }

    // The app sends these, so that the client's side receives their bodies as it receives answers.
    private static IEnumerable<ApiOperation> Incoming(ApiDocument document) =>
        document.Webhooks.Concat(document.Operations.SelectMany(o => o.Callbacks));

    private static IEnumerable<ApiSchema> SchemasOf(ApiOperation operation) =>
        operation.Parameters.Select(p => p.Schema).OfType<ApiSchema>()
            .Concat(operation.RequestBody is { } body ? SchemasOf(body.Content) : Enumerable.Empty<ApiSchema>())
            .Concat(operation.Responses.SelectMany(r => SchemasOf(r.Content)));

    private static IEnumerable<ApiSchema> SchemasOf(IReadOnlyList<ApiMediaType> content) =>
        content.SelectMany(c => new[] { c.Schema, c.ItemSchema }).OfType<ApiSchema>();

    private static IReadOnlyList<ApiProperty> MembersOf(ApiSchema schema) =>
        schema.AllOf.Count == 0 ? schema.Properties : ObjectParts.Collect(schema).Properties;

    // Written out, not composed of queries: it is asked for every schema of the document.
    private List<ApiSchema> PartsOf(ApiSchema schema)
    {
        _parts.Clear();
        AddAll(MembersOf(schema));
        AddAll(schema.PatternProperties);
        foreach (ApiSchema part in schema.AllOf)
        {
            // What inherits a base has its members, which is not to say that it holds its heirs.
            if (part.Target is null || !_members.ContainsKey(part.Target.Schema))
            {
                _parts.Add(part);
            }
        }

        _parts.AddRange(schema.AnyOf);
        _parts.AddRange(schema.OneOf);
        _parts.AddRange(schema.PrefixItems);
        if (_members.TryGetValue(schema, out IReadOnlyList<ApiComponent>? heirs))
        {
            _parts.AddRange(heirs.Select(heir => heir.Schema));
        }

        Add(schema.Target?.Schema);
        Add(schema.Items);
        Add(schema.AdditionalPropertiesSchema);
        Add(schema.ContentSchema);
        return _parts;

        void AddAll(IReadOnlyList<ApiProperty> properties)
        {
            foreach (ApiProperty property in properties)
            {
                _parts.Add(property.Schema);
            }
        }

        void Add(ApiSchema? part)
        {
            if (part is not null)
            {
                _parts.Add(part);
            }
        }
    }
}
