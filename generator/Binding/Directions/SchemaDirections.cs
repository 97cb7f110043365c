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
        HashSet<ApiSchema> all = new();
        Reach(components.Select(c => c.Schema).Concat(sent).Concat(received), all);
        foreach (ApiSchema schema in all)
        {
            if (schema.Discriminator is { } discriminator)
            {
                NoteTags(schema, discriminator);
            }
        }

        List<ApiSchema> differing = all.Where(DiffersItself).ToList();
        if (differing.Count > 0)
        {
            Spread(differing, HoldersOf(all));
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
        direction == Direction.Sent && SchemaFacts.IsReadOnly(property.Schema) && !_tags.Contains((owner, property.Name));

    /// <summary>Tells whether a member is never required, because a response has none.</summary>
    public static bool IsOptional(ApiProperty property, Direction direction) =>
        direction == Direction.Received && SchemaFacts.IsWriteOnly(property.Schema);

    private bool DiffersItself(ApiSchema schema)
    {
        foreach (ApiProperty property in MembersOf(schema))
        {
            if (IsLeftOut(schema, property, Direction.Sent) || (SchemaFacts.IsWriteOnly(property.Schema) && IsRequired(schema, property)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRequired(ApiSchema schema, ApiProperty property) => schema.AllOf.Count == 0
        ? schema.Required.Contains(property.Name)
        : ObjectParts.Collect(schema).Required.Contains(property.Name);

    private Dictionary<ApiSchema, Holder> HoldersOf(HashSet<ApiSchema> all)
    {
        Dictionary<ApiSchema, Holder> holders = new(all.Count);
        foreach (ApiSchema schema in all)
        {
            foreach (ApiSchema part in PartsOf(schema))
            {
                holders.TryGetValue(part, out Holder? others);
                holders[part] = new Holder(schema, others);
            }
        }

        return holders;
    }

    private void Spread(List<ApiSchema> differing, Dictionary<ApiSchema, Holder> holders)
    {
        Stack<ApiSchema> open = new(differing);
        while (open.Count > 0)
        {
            ApiSchema schema = open.Pop();
            if (_differing.Add(schema) && holders.TryGetValue(schema, out Holder? holder))
            {
                for (; holder is not null; holder = holder.Next)
                {
                    open.Push(holder.Schema);
                }
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

    /// <summary>A schema that holds another one, and the next that does.</summary>
    private sealed class Holder(ApiSchema schema, Holder? next)
    {
        public ApiSchema Schema => schema;

        public Holder? Next => next;
    }

    private static bool IsAllOf(ApiSchema schema, ApiSchema part) =>
        schema.Properties.Count == 0
        && schema.AdditionalProperties != ApiAdditional.Schema
        && schema.AllOf.All(other => other == part || SchemaFacts.IsConstraintOnly(other));

    private static IReadOnlyList<ApiProperty> MembersOf(ApiSchema schema) =>
        schema.AllOf.Count == 0 ? schema.Properties : ObjectParts.Collect(schema).Properties;

    // What holds nothing never differs: it need not be gone through, and most schemas are that.
    private static bool HoldsNothing(ApiSchema schema) => schema is
    {
        Target: null, Items: null, AdditionalPropertiesSchema: null, ContentSchema: null, Discriminator: null, Properties.Count: 0,
        PatternProperties.Count: 0, AllOf.Count: 0, AnyOf.Count: 0, OneOf.Count: 0, PrefixItems.Count: 0,
    };

    // Written out, not composed of queries: it is asked for every schema of the document.
    private List<ApiSchema> PartsOf(ApiSchema schema)
    {
        _parts.Clear();
        AddAll(MembersOf(schema));
        AddAll(schema.PatternProperties);
        foreach (ApiSchema part in schema.AllOf)
        {
            // What inherits a base has its members, which is not to say that it holds its heirs. What is nothing but a
            // reference with a title is the base itself, and so each of its heirs.
            if (part.Target is null || _families.MembersOf(part.Target.Schema) is not { } members || (IsAllOf(schema, part) && !members.Any(heir => heir.Schema == schema)))
            {
                Add(part);
            }
        }

        AddSchemas(schema.AnyOf);
        AddSchemas(schema.OneOf);
        AddSchemas(UnionParts.Joined(schema));
        AddSchemas(schema.PrefixItems);
        if (_families.MembersOf(schema) is { } heirs)
        {
            AddSchemas(heirs.Select(heir => heir.Schema));
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
                Add(property.Schema);
            }
        }

        void AddSchemas(IEnumerable<ApiSchema> parts)
        {
            foreach (ApiSchema part in parts)
            {
                Add(part);
            }
        }

        void Add(ApiSchema? part)
        {
            if (part is not null && !HoldsNothing(part))
            {
                _parts.Add(part);
            }
        }
    }
}
