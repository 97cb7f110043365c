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
    private readonly string _owner;

    // Most objects have no allOf, and nothing to be put together.
    private HashSet<ApiSchema>? _seen;
    private List<ApiProperty>? _merged;
    private Dictionary<string, int>? _indexes;

    /// <param name="owner">The pointer of what has the members.</param>
    public ObjectParts(string owner) => _owner = owner;

    public IReadOnlyList<ApiProperty> Properties { get; private set; } = Array.Empty<ApiProperty>();

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
        parts.Add(schema);
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
        (List<ApiProperty> merged, Dictionary<string, int> indexes) = Merged();
        if (!indexes.ContainsKey(property.Name))
        {
            indexes.Add(property.Name, merged.Count);
            merged.Add(property);
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

    private void Add(ApiSchema schema)
    {
        schema = SchemaFacts.Follow(schema);
        _seen ??= schema.AllOf.Count > 0 ? new() : null;
        if (_seen?.Add(schema) == false)
        {
            return;
        }

        foreach (ApiSchema part in schema.AllOf)
        {
            if (SchemaFacts.IsObject(part) || SchemaFacts.IsConstraintOnly(part))
            {
                Add(part);
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
        if (Properties.Count == 0)
        {
            Properties = schema.Properties;
        }
        else if (schema.Properties.Count > 0)
        {
            Merge(schema.Properties);
        }
    }

    private void Merge(IReadOnlyList<ApiProperty> properties)
    {
        (List<ApiProperty> merged, Dictionary<string, int> indexes) = Merged();
        foreach (ApiProperty property in properties)
        {
            if (indexes.TryGetValue(property.Name, out int index))
            {
                merged[index] = Join(merged[index], property);
            }
            else
            {
                indexes.Add(property.Name, merged.Count);
                merged.Add(property);
            }
        }
    }

    private (List<ApiProperty> Properties, Dictionary<string, int> Indexes) Merged()
    {
        if (_merged is null || _indexes is null)
        {
            _merged = Properties.ToList();
            _indexes = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int i = 0; i < _merged.Count; i++)
            {
                _indexes.Add(_merged[i].Name, i);
            }

            Properties = _merged;
        }

        return (_merged, _indexes);
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
