using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Identity;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Binds object schemas: to a model, or to a map where the members have no names.</summary>
/// <remarks>
/// Every model keeps members that it does not declare, closed ones too: the app may be newer than the document. So
/// <c>additionalProperties: false</c> changes no type; what is sent the server checks.
/// </remarks>
internal sealed class ObjectBinder
{
    private readonly BindingContext _context;
    private readonly SchemaBinder _schemas;
    private readonly PropertyBinder _properties;
    private readonly Dictionary<(ApiSchema, Direction), string> _models = new();
    private readonly HashSet<(ApiSchema, Direction)> _underWay = new();
    private readonly HashSet<(ApiSchema, Direction)> _usedUnderWay = new();

    public ObjectBinder(BindingContext context, SchemaBinder schemas)
    {
        _context = context;
        _schemas = schemas;
        _properties = new PropertyBinder(context, schemas);
    }

    public TypeRef Bind(ApiSchema schema, Hint hint)
    {
        ObjectParts parts = ObjectParts.Collect(schema);
        foreach (ApiSchema ignored in parts.Ignored)
        {
            _context.Findings.Ignored(ignored.Pointer, $"this part of allOf is no plain object; its members are kept in AdditionalProperties");
        }

        if (parts.Properties.Count == 0 && BindMap(parts, schema, hint) is { } map)
        {
            return map;
        }

        // allOf brings an inline object into every schema that inherits it, also into itself: it is one type everywhere.
        if (_models.TryGetValue((schema, hint.Direction), out string? name))
        {
            if (_underWay.Contains((schema, hint.Direction)))
            {
                _usedUnderWay.Add((schema, hint.Direction));
            }

            return TypeRef.Named(TypeKind.Object, name);
        }

        return _schemas.Refuse(schema) ?? TypeRef.Named(TypeKind.Object, BindModel(parts, schema, hint));
    }

    private TypeRef? BindMap(ObjectParts parts, ApiSchema schema, Hint hint)
    {
        if (parts.Additional is { } value)
        {
            // Members by a pattern are of the pattern's type, the others of this one: together they are any.
            TypeRef type = _schemas.Bind(value, hint.Child("Value"));
            return TypeRef.MapOf(parts.Patterns.All(p => _schemas.Bind(p.Schema, hint.Child("Value")) == type) ? type : TypeRef.Of(TypeKind.Any));
        }

        // A pattern says which keys are valid, which no C# map does; what the values are, it says as well as a schema for all.
        if (parts.Patterns.Count == 1)
        {
            return TypeRef.MapOf(_schemas.Bind(parts.Patterns[0].Schema, hint.Child("Value")));
        }

        // A named object without members is a class that its author has yet to fill; an inline one is a free-form dict.
        return hint.Component is null || parts.IsOpen || parts.Patterns.Count > 1 || schema.AllOf.Count > 0 && parts.Ignored.Count > 0
            ? TypeRef.MapOf(TypeRef.Of(TypeKind.Any))
            : null;
    }

    private string BindModel(ObjectParts parts, ApiSchema schema, Hint hint)
    {
        string name = _schemas.Declare(TypeKind.Object, schema, hint);
        (ApiSchema, Direction) key = (schema, hint.Direction);
        _models.Add(key, name);
        _underWay.Add(key);
        _schemas.AddName();
        _context.Budget.Spend(parts.Properties.Sum(OutputCosts.Of));
        NameScope members = new(ReservedNames.ObjectMembers, new[] { name });
        List<PropertyModel> properties = new(parts.Properties.Count);
        foreach (ApiProperty property in parts.Properties.Where(p => !_schemas.Directions.IsLeftOut(p, hint.Direction)))
        {
            bool isRequired = parts.Required.Contains(property.Name) && !DirectionFacts.IsOptional(property, hint.Direction);
            properties.Add(_properties.Bind(property, isRequired, members, hint with { Name = name }));
        }

        if (parts.Patterns.Count > 0)
        {
            _context.Findings.Ignored(schema.Pointer, $"members by patternProperties beside named ones are kept in AdditionalProperties");
        }

        TypeRef? additional = parts.Additional is { } value ? _schemas.Bind(value, hint.Child("Value")) : null;
        ObjectTypeModel type = new(
            name,
            hint.Origin,
            _schemas.Document(schema, hint),
            schema.IsDeprecated,
            properties.ToEquatableArray(),
            additional is null || additional.Kind == TypeKind.Any ? null : additional);
        _underWay.Remove(key);

        // Its members may name it already: then it keeps its name, even where an equal type is known.
        _models[key] = _usedUnderWay.Contains(key)
            ? _context.Shared.AddNamed(type)
            : _context.Shared.Add(type, schema, hint);
        return _models[key];
    }
}

/// <summary>The members of an object schema, those of all parts of its <c>allOf</c> together.</summary>
/// <remarks>
/// In JSON Schema each part is checked by itself and nothing is inherited. Authors write a base class and its heir: a
/// schema's own members come last and are the ones that count. By the letter a part's <c>additionalProperties</c> also
/// meets the members of the other parts (2020-12, 10.3.2.3), which nobody means: it is for those that no part names.
/// </remarks>
internal sealed class ObjectParts
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    public List<ApiProperty> Properties { get; } = new();

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
        parts.Add(schema, new HashSet<ApiSchema>());
        return parts;
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
                Properties[index] = SaysLess(property.Schema, Properties[index].Schema) ? Properties[index] : property;
            }
            else
            {
                _indexes.Add(property.Name, Properties.Count);
                Properties.Add(property);
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
