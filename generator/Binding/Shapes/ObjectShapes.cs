using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Shapes;

/// <summary>Reads object schemas: as an object with members, or as a map where the members have no names.</summary>
/// <remarks>
/// Every model keeps members that it does not declare, closed ones too: the app may be newer than the document. So
/// <c>additionalProperties: false</c> changes no type; what is sent the server checks.
/// </remarks>
internal sealed class ObjectShapes
{
    private readonly ShapeReader _reader;
    private readonly SchemaDirections _directions;

    public ObjectShapes(ShapeReader reader, SchemaDirections directions)
    {
        _reader = reader;
        _directions = directions;
    }

    public ShapeContent Read(Shape shape)
    {
        ApiSchema schema = shape.Schema;
        ObjectParts parts = ObjectParts.Collect(schema);
        foreach (ApiSchema ignored in parts.Ignored)
        {
            _reader.Findings.Ignored(ignored.Pointer, $"this part of allOf is no plain object; its members are kept in AdditionalProperties");
        }

        ReportUndeclared(schema, parts);
        if (parts.Properties.Count == 0 && ReadMap(parts, shape) is { } map)
        {
            return map;
        }

        if (_reader.Refuse(schema) is { } untyped)
        {
            return untyped;
        }

        if (parts.Patterns.Count > 0)
        {
            _reader.Findings.Ignored(schema.Pointer, $"members by patternProperties beside named ones are kept in AdditionalProperties");
        }

        List<MemberShape> members = new(parts.Properties.Count);
        foreach (ApiProperty property in parts.Properties)
        {
            _reader.Budget.Spend(ShapeCosts.Of(property));
            if (!_directions.IsLeftOut(schema, property, shape.Direction))
            {
                bool isRequired = parts.Required.Contains(property.Name) && !SchemaDirections.IsOptional(property, shape.Direction);
                members.Add(new MemberShape(property, Use(property.Schema, shape, property.Name), isRequired));
            }
        }

        return new ObjectContent(members, parts.Additional is { } value ? Use(value, shape, "Value") : null)
        {
            IsAdditionalSecret = (parts.Additional is { } more && SchemaFacts.IsSecret(more)) || parts.Patterns.Any(pattern => SchemaFacts.IsSecret(pattern.Schema)),
        };
    }

    // It may be a slip of the pen, and what it is nothing says: a member that must be set would ask for what no app has.
    private void ReportUndeclared(ApiSchema schema, ObjectParts parts)
    {
        string names = string.Join(", ", parts.Required.Except(parts.Properties.Select(property => property.Name)).OrderBy(name => name, StringComparer.Ordinal));
        if (names.Length > 0)
        {
            _reader.Findings.Ignored(schema.Pointer + "/required", $"what is required is not declared: {names}; nothing asks for it, and it is given and kept with the members that have no name");
        }
    }

    private ShapeContent? ReadMap(ObjectParts parts, Shape shape)
    {
        if (parts.Additional is { } value)
        {
            // Members by a pattern are of the pattern's type, the others of this one: together they are any.
            return new MapContent(Use(value, shape, "Value"), parts.Patterns.Select(p => Use(p.Schema, shape, "Value")).ToList());
        }

        // A pattern says which keys are valid, which no C# map does; what the values are, it says as well as a schema for all.
        if (parts.Patterns.Count == 1)
        {
            return new MapContent(Use(parts.Patterns[0].Schema, shape, "Value"), new List<ShapeUse>());
        }

        if (parts.Patterns.Count > 1)
        {
            _reader.Findings.Ignored(shape.Schema.Pointer, $"members by several patternProperties are kept as JSON, since a C# map has values of one type");
        }

        // A named object without members is a class that its author has yet to fill; an inline one is a free-form dict.
        return shape.Component is null || parts.IsOpen || parts.Patterns.Count > 1 || (shape.Schema.AllOf.Count > 0 && parts.Ignored.Count > 0)
            ? new MapContent(_reader.Graph.Any, new List<ShapeUse>())
            : null;
    }

    private ShapeUse Use(ApiSchema schema, Shape owner, string role) => _reader.Shapes.Use(schema, owner, role);
}
