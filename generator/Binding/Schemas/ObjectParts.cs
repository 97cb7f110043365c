using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>The members of an object schema, those of all parts of its <c>allOf</c> together.</summary>
/// <remarks>
/// In JSON Schema each part is checked by itself and nothing is inherited. Authors write a base class and its heir: a
/// schema's own members come last and are the ones that count. By the letter a part's <c>additionalProperties</c> also
/// meets the members of the other parts (2020-12, 10.3.2.3), which nobody means: it is for those that no part names.
/// </remarks>
internal sealed class ObjectParts
{
    // Most objects have no allOf, and nothing to be put together.
    private HashSet<ApiSchema>? _seen;
    private List<ApiProperty>? _merged;
    private Dictionary<string, int>? _indexes;

    public IReadOnlyList<ApiProperty> Properties { get; private set; } = Array.Empty<ApiProperty>();

    public List<ApiProperty> Patterns { get; } = new();

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the parts that are no objects.</summary>
    public List<ApiSchema> Ignored { get; } = new();

    /// <summary>Gets the schema of further members.</summary>
    public ApiSchema? Additional { get; private set; }

    /// <summary>Gets whether further members are explicitly allowed.</summary>
    public bool IsOpen { get; private set; }

    public static ObjectParts Collect(ApiSchema schema)
    {
        ObjectParts parts = new();
        parts.Add(schema);
        return parts;
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

        foreach (ApiProperty property in properties)
        {
            if (_indexes.TryGetValue(property.Name, out int index))
            {
                _merged[index] = SaysLess(property.Schema, _merged[index].Schema) ? _merged[index] : property;
            }
            else
            {
                _indexes.Add(property.Name, _merged.Count);
                _merged.Add(property);
            }
        }
    }

    // A later part says more about a member than an earlier one, unless it only adds a text, or calls an integer a number.
    private static bool SaysLess(ApiSchema later, ApiSchema earlier) =>
        SchemaFacts.IsConstraintOnly(later)
            ? !later.IsReadOnly
            : TypesOf(later) == ApiType.Number && TypesOf(earlier) == ApiType.Integer;

    private static ApiType TypesOf(ApiSchema schema) => SchemaFacts.TypesOf(SchemaFacts.Follow(schema));
}
