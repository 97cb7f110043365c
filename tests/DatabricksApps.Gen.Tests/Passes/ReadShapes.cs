using DatabricksApps.Gen.Binding;
using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Sameness;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.Tests.OpenApi;

namespace DatabricksApps.Gen.Tests.Passes;

/// <summary>The components of a document after the passes up to their shapes, as short texts without any C# name.</summary>
internal sealed class ReadShapes
{
    private readonly List<(ApiComponent Component, ShapeUse Use)> _roots;

    private ReadShapes(Reading reading)
    {
        IReadOnlyList<ApiComponent> schemas = reading.Document.Schemas;
        ComponentTypes components = new(schemas);
        ShapeReader reader = new(components, new SchemaDirections(schemas, components.Families, [], []), new OutputBudget(0), hasFilesInJson: false);
        Graph = reader.Graph;
        _roots = [.. schemas.Select(component => (component, reader.Shapes.Use(component, Direction.Received)))];
        reader.ReadAll(TestContext.Current.CancellationToken);
        Roles.Assign(Graph);
    }

    public ShapeGraph Graph { get; }

    public static ReadShapes Of(string schemas) => new(Reading.OfSchemas(schemas));

    /// <summary>Gets the shape of a component.</summary>
    public Shape this[string name] => _roots.Single(use => use.Component.Name == name).Use.Shape;

    /// <summary>Gets the types that have names.</summary>
    public NamedTypes Types() => NamedTypes.Find(Graph, _roots.Select(root => root.Use));

    /// <summary>Gets what a component is; what it refers to stands behind an arrow, and is not followed.</summary>
    public string Text(string name) => Text(this[name]);

    private string Text(Shape shape) => Text(shape.Content) + (shape.AllowsNull ? "?" : "");

    private string Text(ShapeUse use) => (use.IsReference ? "→" + use.Shape.Component!.Name : Text(use.Shape)) + (use.IsNullable ? "?" : "");

    private string Text(ShapeContent content) => content switch
    {
        ScalarContent scalar => scalar.Kind.ToString(),
        SameContent same => $"={Text(same.Other)}",
        ListContent list => $"[{Text(list.Item)}]",
        MapContent map => $"{{{string.Join(" & ", map.Others.Prepend(map.Value).Select(Text))}}}",
        TupleContent tuple => $"({Join(tuple.Items)})",
        TupleRecordContent tuple => $"({Join(tuple.Items)}, …{(tuple.Rest is { } rest ? Text(rest) : "")})",
        EnumContent values => $"{values.Kind}<{string.Join("|", values.Values.Select(value => value.Wire))}>",
        ObjectContent model => $"{{{string.Join(", ", model.Members.Select(m => $"{m.Property.Name}{(m.IsRequired ? "!" : "")}: {Text(m.Type)}"))}}}"
            + (model.Additional is { } more ? $" & {{{Text(more)}}}" : ""),
        UnionContent union => string.Join(" | ", union.Cases.Select(c => Text(c.Type) + (c.Tags.Count > 0 ? $"[{string.Join(",", c.Tags)}]" : "")))
            + (union.Discriminator is { } by ? " by " + by : ""),
        _ => throw new InvalidOperationException(),
    };

    private string Join(IEnumerable<ShapeUse> uses) => string.Join(", ", uses.Select(Text));
}
