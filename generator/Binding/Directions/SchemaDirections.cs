using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Directions;

/// <summary>The pass that tells which way values go, and which schemas differ between requests and responses.</summary>
/// <remarks>
/// A <c>readOnly</c> member is the server's to set: a request has none. A <c>writeOnly</c> member is required in
/// requests only (OpenAPI 3.0, "Schema Object"). What holds a schema that differs, differs too. JSON Schema leaves it to the
/// server to ignore or refuse what is <c>readOnly</c> (2020-12, Validation 9.4): not to send it is right either way.
/// </remarks>
internal sealed class SchemaDirections
{
    private readonly HashSet<ApiSchema> _differing = new();
    private readonly HashSet<ApiSchema> _received = new();
    private readonly HashSet<ApiSchema> _sent = new();
    private readonly HashSet<(ApiSchema, string)> _tags = new();
    private readonly Families _families;
    private readonly List<ApiSchema> _parts = new();

    /// <param name="components">The components of the document.</param>
    /// <param name="families">The base schemas with a discriminator.</param>
    /// <param name="sent">The schemas of what the client sends.</param>
    /// <param name="received">The schemas of what it receives, in answers and in calls of the app.</param>
    public SchemaDirections(
        IReadOnlyList<ApiComponent> components, Families families, IReadOnlyList<ApiSchema> sent, IReadOnlyList<ApiSchema> received)
    {
        _families = families;
        Dictionary<ApiSchema, List<ApiSchema>> holders = Explore(components.Select(c => c.Schema).Concat(sent).Concat(received));
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
            Reach(received, _received);
            Reach(sent, _sent);
        }
    }

    /// <summary>Tells whether a request has another model of the schema than a response.</summary>
    public bool Differs(ApiSchema schema) => _differing.Contains(schema);

    /// <summary>Tells whether a schema that differs is part of what is received.</summary>
    public bool IsReceived(ApiSchema schema) => _received.Contains(schema);

    /// <summary>Tells whether a schema that differs is part of what is sent.</summary>
    public bool IsSent(ApiSchema schema) => _sent.Contains(schema);

    /// <summary>Tells whether a member has no place in a request. What tells the cases of a union apart always has one.</summary>
    public bool IsLeftOut(ApiSchema owner, ApiProperty property, Direction direction) =>
        direction == Direction.Sent && IsReadOnly(property.Schema) && !_tags.Contains((owner, property.Name));

    /// <summary>Tells whether a member is never required, because a response has none.</summary>
    public static bool IsOptional(ApiProperty property, Direction direction) =>
        direction == Direction.Received && IsWriteOnly(property.Schema);

    private static bool IsReadOnly(ApiSchema schema) => schema.IsReadOnly || SchemaFacts.Follow(schema).IsReadOnly;

    private static bool IsWriteOnly(ApiSchema schema) => schema.IsWriteOnly || SchemaFacts.Follow(schema).IsWriteOnly;

    private bool DiffersItself(ApiSchema schema) => MembersOf(schema).Any(property =>
        IsLeftOut(schema, property, Direction.Sent) || (IsWriteOnly(property.Schema) && IsRequired(schema, property)));

    private static bool IsRequired(ApiSchema schema, ApiProperty property) => schema.AllOf.Count == 0
        ? schema.Required.Contains(property.Name)
        : ObjectParts.Collect(schema).Required.Contains(property.Name);

    /// <summary>Finds every schema of the document, with those that hold it.</summary>
    private Dictionary<ApiSchema, List<ApiSchema>> Explore(IEnumerable<ApiSchema> roots)
    {
        Dictionary<ApiSchema, List<ApiSchema>> holders = new();
        Stack<ApiSchema> open = new();
        foreach (ApiSchema root in roots)
        {
            Add(root, null);
        }

        while (open.Count > 0)
        {
            ApiSchema schema = open.Pop();
            if (schema.Discriminator is { } discriminator)
            {
                NoteTags(schema, discriminator);
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

    // The cases of a union and the members of a family, with what they are put together of.
    private void NoteTags(ApiSchema schema, ApiDiscriminator discriminator)
    {
        Stack<ApiSchema> open = new(schema.OneOf.Concat(schema.AnyOf));
        open.Push(schema);
        foreach (ApiComponent member in _families.MembersOf(schema) ?? Array.Empty<ApiComponent>())
        {
            open.Push(member.Schema);
        }

        while (open.Count > 0)
        {
            ApiSchema tagged = SchemaFacts.Follow(open.Pop());
            if (_tags.Add((tagged, discriminator.PropertyName)))
            {
                foreach (ApiSchema part in tagged.AllOf)
                {
                    open.Push(part);
                }
            }
        }
    }

    private void Reach(IEnumerable<ApiSchema> roots, HashSet<ApiSchema> reached)
    {
        Stack<ApiSchema> open = new(roots);
        while (open.Count > 0)
        {
            ApiSchema schema = open.Pop();
            if (reached.Add(schema))
            {
                foreach (ApiSchema part in PartsOf(schema))
                {
                    open.Push(part);
                }
            }
        }
    }

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
            if (part.Target is null || _families.MembersOf(part.Target.Schema) is null)
            {
                _parts.Add(part);
            }
        }

        _parts.AddRange(schema.AnyOf);
        _parts.AddRange(schema.OneOf);
        _parts.AddRange(UnionParts.Joined(schema));
        _parts.AddRange(schema.PrefixItems);
        if (_families.MembersOf(schema) is { } heirs)
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
