using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>The members of an object schema, those of all parts of its <c>allOf</c> together.</summary>
/// <remarks>
/// In JSON Schema each part is checked by itself and nothing is inherited. Authors write a base class and its heir: a
/// schema's own members come last and are the ones that count. By the letter a part's <c>additionalProperties</c> also
/// meets the members of the other parts (2020-12, 10.3.2.3), which nobody means: it is for those that no part names.
/// </remarks>
internal sealed class ObjectParts
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly string _owner;

    /// <param name="owner">The pointer of what has the members.</param>
    public ObjectParts(string owner) => _owner = owner;

    public List<ApiProperty> Properties { get; } = new();

    public List<ApiProperty> Patterns { get; } = new();

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the parts that are no objects.</summary>
    public List<ApiSchema> Ignored { get; } = new();

    /// <summary>Gets the schema of further members.</summary>
    public ApiSchema? Additional { get; private set; }

    /// <summary>Gets whether further members are explicitly allowed.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Collects what a schema and all parts of its <c>allOf</c> say.</summary>
    public static ObjectParts Collect(ApiSchema schema)
    {
        ObjectParts parts = new(SchemaFacts.Follow(schema).Pointer);
        parts.Add(schema, new HashSet<ApiSchema>());
        return parts;
    }

    /// <summary>Puts the members of alternatives beside each other; one that several have is whatever one of them says.</summary>
    /// <param name="owner">The pointer of what has the alternatives.</param>
    /// <param name="alternatives">The members of each.</param>
    public static ObjectParts OfAlternatives(string owner, IReadOnlyList<ObjectParts> alternatives)
    {
        ObjectParts joined = new(owner);
        foreach (IGrouping<string, ApiProperty> member in alternatives.SelectMany(parts => parts.Properties).GroupBy(p => p.Name, StringComparer.Ordinal))
        {
            joined.Add(AnyOf(member.ToList()), alternatives.All(parts => parts.Required.Contains(member.Key)));
        }

        joined.Patterns.AddRange(alternatives.SelectMany(parts => parts.Patterns));
        joined.Additional = alternatives.Select(parts => parts.Additional).FirstOrDefault(schema => schema is not null);
        joined.IsOpen = alternatives.Any(parts => parts.IsOpen);
        return joined;
    }

    /// <summary>Adds a member, unless there is one of its name.</summary>
    public void Add(ApiProperty property, bool isRequired)
    {
        if (!_indexes.ContainsKey(property.Name))
        {
            _indexes.Add(property.Name, Properties.Count);
            Properties.Add(property);
            if (isRequired)
            {
                Required.Add(property.Name);
            }
        }
    }

    private static ApiProperty AnyOf(IReadOnlyList<ApiProperty> members)
    {
        List<ApiSchema> schemas = members.Select(member => member.Schema).Distinct().ToList();
        return schemas.Select(SchemaFacts.Follow).Distinct().Count() == 1
            ? members[0]
            : new ApiProperty { Name = members[0].Name, Schema = new ApiSchema { Pointer = schemas[0].Pointer, AnyOf = schemas } };
    }

    private void Add(ApiSchema schema, HashSet<ApiSchema> seen)
    {
        schema = SchemaFacts.Follow(schema);
        if (!seen.Add(schema))
        {
            return;
        }

        foreach (ApiSchema part in schema.AllOf)
        {
            if (SchemaFacts.IsObject(part) || SchemaFacts.IsConstraintOnly(part))
            {
                Add(part, seen);
            }
            else
            {
                Ignored.Add(part);
            }
        }

        Required.UnionWith(schema.Required);
        Patterns.AddRange(schema.PatternProperties);
        Additional = schema.AdditionalPropertiesSchema ?? Additional;
        IsOpen |= schema.AdditionalProperties == ApiAdditional.Allowed;
        foreach (ApiProperty property in schema.Properties)
        {
            if (_indexes.TryGetValue(property.Name, out int index))
            {
                Properties[index] = Join(Properties[index], property);
            }
            else
            {
                _indexes.Add(property.Name, Properties.Count);
                Properties.Add(property);
            }
        }
    }

    // Both are true of the member. Where one of them says all that the other does, it is that one, and keeps its name; a later
    // part says more than an earlier one, unless it only adds a text, or leaves more values.
    private ApiProperty Join(ApiProperty earlier, ApiProperty later)
    {
        (ApiSchema before, ApiSchema after) = (earlier.Schema, later.Schema);
        ApiSchema type = SchemaFacts.IsConstraintOnly(after) || (!SchemaFacts.IsConstraintOnly(before) && Narrowing.IsNarrower(before, after)) ? before : after;
        ApiSchema other = type == before ? after : before;
        bool isSaid = !Adds(other, type) && !(Narrowing.ForbidsNull(other) && !Narrowing.ForbidsNull(type));
        return isSaid
            ? type == before ? earlier : later
            : new ApiProperty { Name = later.Name, Schema = after.JoinedTo(before, PlaceOf(later)) };
    }

    // What is joined stands where it is joined, whatever components the parts are of.
    private string PlaceOf(ApiProperty member) => JsonPointer.Append(_owner + "/properties", member.Name);

    // Members and marks that the type has not. Of two components the later one is the type, as a class overrides.
    private static bool Adds(ApiSchema other, ApiSchema type)
    {
        ApiSchema followed = SchemaFacts.Follow(type);
        bool isMark = SchemaFacts.IsConstraintOnly(other)
            && ((other.IsReadOnly && !type.IsReadOnly) || (other.IsWriteOnly && !type.IsWriteOnly) || other.Required.Any(name => !followed.Required.Contains(name)));
        return isMark || ((other.Target is null || type.Target is null) && SchemaFacts.IsObject(type) && AddsMembers(SchemaFacts.Follow(other), followed));
    }

    private static bool AddsMembers(ApiSchema other, ApiSchema type) =>
        other.Required.Any(name => !type.Required.Contains(name))
        || other.Properties.Any(property => !type.Properties.Any(known => known.Name == property.Name));
}
