using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.Binding.Shapes;

/// <summary>The pass that tells what each schema is.</summary>
/// <remarks>
/// Keywords of JSON Schema restrict independently of each other, and all hold. A C# type says one thing: the keyword that
/// leaves the fewest values decides, constants before branches and branches before types. The rest is the server's to
/// check. Lengths, patterns and bounds are documented and make no type of their own. Shapes are read one after the other
/// and not one inside the other: a schema that holds itself is nothing special, and no document is too deep.
/// </remarks>
internal sealed class ShapeReader
{
    private readonly ShapeMaker _shapes;
    private readonly Families _families;
    private readonly OutputBudget _budget;
    private readonly bool _hasFilesInJson;
    private readonly string? _writer;
    private readonly ObjectShapes _objects;
    private readonly UnionShapes _unions;
    private readonly ArrayShapes _arrays;
    private readonly List<ShapeUse> _pairs = new();
    private int _read;

    /// <param name="components">Which components are one type.</param>
    /// <param name="directions">Which schemas differ between requests and responses.</param>
    /// <param name="budget">How much C# there may be.</param>
    /// <param name="hasFilesInJson">Whether a file can stand inside JSON, as Gradio apps have it.</param>
    /// <param name="writer">What wrote the document, if it says so.</param>
    public ShapeReader(ComponentTypes components, SchemaDirections directions, OutputBudget budget, bool hasFilesInJson, string? writer = null)
    {
        _shapes = new ShapeMaker(components, directions);
        _families = components.Families;
        _budget = budget;
        _hasFilesInJson = hasFilesInJson;
        _writer = writer;
        _objects = new ObjectShapes(this, directions);
        _unions = new UnionShapes(this, _families);
        _arrays = new ArrayShapes(this);
    }

    /// <summary>Gets whether the schemas are a Gradio app's, whose functions put out any JSON whatever a choice says.</summary>
    public bool IsOfGradio => _hasFilesInJson;

    public ShapeMaker Shapes => _shapes;

    /// <summary>Gets the result.</summary>
    public ShapeGraph Graph => _shapes.Graph;

    /// <summary>Gets the models of responses that are there because a request's is named after them.</summary>
    public IReadOnlyList<ShapeUse> Pairs => _pairs;

    /// <summary>Gets what the user should know.</summary>
    public Findings Findings { get; } = new();

    public OutputBudget Budget => _budget;

    /// <summary>Reads all shapes that have been asked of the graph, and those that they hold.</summary>
    public void ReadAll(CancellationToken cancellationToken)
    {
        for (; _read < Graph.All.Count; _read++)
        {
            Shape shape = Graph.All[_read];
            if (shape == Graph.Any.Shape)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            shape.Content = Read(shape);
            _budget.Spend(ShapeCosts.Of(shape));
            if (shape is { Component: { } component, Direction: Direction.Sent } && Graph.IsReceived(component))
            {
                // The model of a request is named after that of the response, which there is therefore too.
                _pairs.Add(_shapes.Use(component, Direction.Received));
            }
        }
    }

    /// <summary>Leaves a schema untyped if the client has no room for another type.</summary>
    public ShapeContent? Refuse(ApiSchema schema) => _budget.IsSpent ? Untyped(schema, OutputBudget.Reason) : null;

    public ShapeContent Untyped(ApiSchema schema, MessageText reason)
    {
        Findings.Untyped(schema.Pointer, reason);
        return ScalarContent.Any;
    }

    private ShapeContent Read(Shape shape)
    {
        ApiSchema schema = shape.Schema;
        if (shape.As != ApiType.None)
        {
            return ReadType(shape.As, shape);
        }

        if (schema.Target is not null)
        {
            return new SameContent(_shapes.UseAll(schema, shape));
        }

        shape.AllowsNull = schema.Types.HasFlag(ApiType.Null) || (schema.Enum?.Any(v => v.Node is null) ?? false);
        return ReadKeywords(shape);
    }

    private ShapeContent ReadKeywords(Shape shape)
    {
        ApiSchema schema = shape.Schema;
        if (schema.Const is { } constant)
        {
            return new ScalarContent(EnumShapes.TypeOfConstant(constant));
        }

        if (schema.Enum is { } values && values.Any(v => v.Node is not null))
        {
            return EnumShapes.Read(this, shape, values);
        }

        if (shape.Component is { } component && component.Schema == schema && _families.MembersOf(component) is { } members)
        {
            return _unions.ReadFamily(shape, component, members);
        }

        if (schema.OneOf.Count > 0 && schema.AnyOf.Count > 0 && !schema.AnyOf.All(SchemaFacts.IsConstraintOnly))
        {
            Findings.Ignored(schema.Pointer, $"of oneOf and anyOf in one schema, oneOf makes the cases");
        }

        // Branches that only restrict, such as `anyOf` of two `required` ("one of both has to be given"), are no cases: the
        // object around them is the type.
        IReadOnlyList<ApiSchema> branches = Formats.WithoutNotFinite(SchemaFacts.Branches(schema));
        if (branches.Count > 0 && !branches.All(SchemaFacts.IsConstraintOnly))
        {
            return _unions.Read(shape, branches);
        }

        if (schema.AllOf.Count > 0)
        {
            return ReadAllOf(shape);
        }

        ApiType types = SchemaFacts.TypesOf(schema);
        return (types & (types - 1)) == ApiType.None ? ReadType(types, shape) : _unions.ReadTypes(shape, types);
    }

    private ShapeContent ReadType(ApiType type, Shape shape) => type switch
    {
        ApiType.String when _hasFilesInJson && Formats.IsBinary(shape.Schema) => new ScalarContent(TypeKind.File),
        ApiType.String => new ScalarContent(Formats.OfString(shape.Schema, _writer)),
        ApiType.Integer => new ScalarContent(Formats.OfInteger(shape.Schema)),
        ApiType.Number => new ScalarContent(Formats.OfNumber(shape.Schema)),
        ApiType.Boolean => new ScalarContent(TypeKind.Boolean),
        ApiType.Array => _arrays.Read(shape),
        ApiType.Object => _objects.Read(shape),
        _ => ScalarContent.Any,
    };

    private ShapeContent ReadAllOf(Shape shape)
    {
        ApiSchema schema = shape.Schema;
        List<ApiSchema> parts = schema.AllOf.Where(p => !SchemaFacts.IsConstraintOnly(p)).ToList();
        bool hasOwn = schema.Properties.Count > 0 || schema.AdditionalProperties == ApiAdditional.Schema;
        bool isHeir = shape.Component is { } heir && parts.Any(p => p.Target is { } target && _families.Inherits(heir, target));
        if (parts.Count == 1 && !hasOwn && !isHeir)
        {
            // In 3.0 nothing may stand beside `$ref`; Pydantic 1 writes every reference with a text like that.
            // allOf of one is how a reference gets a title, a default or null.
            return RequiresMore(parts[0], schema) ? _objects.Read(shape) : ReadParts(parts, shape);
        }

        return hasOwn || parts.Any(SchemaFacts.IsObject) ? _objects.Read(shape)
            : parts.Count == 0 ? ReadType(SchemaFacts.TypesOf(schema), shape)
            : ReadParts(parts, shape);
    }

    /// <summary>Reads parts that are all true of a value as the one that leaves the fewest; what stands beside them is one more.</summary>
    private ShapeContent ReadParts(List<ApiSchema> parts, Shape shape)
    {
        ApiSchema schema = shape.Schema;
        ApiSchema most = Narrowing.Narrowest(parts);
        if (Narrowing.AreApart(parts.Append(schema)))
        {
            Findings.Ignored(schema.Pointer, $"allOf combines several types that are no objects; the one that says most is used");
        }

        if (IsNarrowerThan(schema, most))
        {
            return ReadType(SchemaFacts.TypesOf(schema), shape);
        }

        bool forbidsNull = !shape.AllowsNull && (schema.ForbidsNull || schema.Types != ApiType.None || schema.AllOf.Any(part => part != most && Narrowing.ForbidsNull(part)));
        ShapeUse use = _shapes.UseAll(most, shape);
        return new SameContent(forbidsNull ? use with { IsNeverNull = true } : use);
    }

    // Only where the schema by itself is one type: of an object its members would be missing.
    private static bool IsNarrowerThan(ApiSchema schema, ApiSchema part)
    {
        ApiType types = SchemaFacts.TypesOf(schema);
        ApiSchema alone = new() { Pointer = schema.Pointer, Types = schema.Types, Format = schema.Format, Items = schema.Items, PrefixItems = schema.PrefixItems };
        return types != ApiType.None && (types & (types - 1)) == ApiType.None && Narrowing.IsNarrower(alone, part);
    }

    // What asks for more members than the one part that it is made of is a type of its own. A union cannot be: it stays
    // what it is, and is told.
    private bool RequiresMore(ApiSchema part, ApiSchema schema)
    {
        HashSet<string> required = ObjectParts.Collect(schema).Required;
        ObjectParts members = ObjectParts.Collect(part);
        if (required.IsSubsetOf(members.Required))
        {
            return false;
        }

        bool isObject = SchemaFacts.IsObject(part) && _families.MembersOf(SchemaFacts.Follow(part)) is null;
        if (isObject && members.Properties.Any(property => required.Contains(property.Name) && !members.Required.Contains(property.Name)))
        {
            return true;
        }

        string names = string.Join(", ", required.Except(members.Required).OrderBy(name => name, StringComparer.Ordinal));
        Findings.Ignored(schema.Pointer, isObject
            ? MessageText.Of($"no member is declared that is required: {names}; give it in AdditionalProperties")
            : MessageText.Of($"it requires members of what is no plain object: {names}; the server checks them"));
        return false;
    }

    /// <summary>Makes a shape what another schema is, which stands for all that it says.</summary>
    public SameContent SameAs(ApiSchema schema, Shape shape) => new(_shapes.UseAll(schema, shape));
}
