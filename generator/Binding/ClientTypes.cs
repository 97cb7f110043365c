using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Models.Types;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Sameness;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding;

/// <summary>The passes from the schemas that calls name to the types of a client.</summary>
/// <remarks>
/// Each pass knows only the results of those before it: which components are one type, which way values go, what each
/// schema is, which of them are one type, what those are called, their models.
/// </remarks>
internal sealed class ClientTypes
{
    private readonly BindingContext _context;
    private readonly ComponentTypes _components;
    private readonly IReadOnlyList<SchemaRoot> _roots;

    private ClientTypes(BindingContext context, ComponentTypes components, IReadOnlyList<SchemaRoot> roots, NamedTypes types)
    {
        _context = context;
        _components = components;
        _roots = roots;
        Types = types;
    }

    /// <summary>Gets the types, which have no names yet.</summary>
    public NamedTypes Types { get; }

    /// <summary>Finds the types of a client.</summary>
    /// <param name="context">The document.</param>
    /// <param name="components">Its components.</param>
    /// <param name="directions">Which schemas differ between requests and responses.</param>
    /// <param name="roots">The schemas that calls name.</param>
    /// <param name="unused">The components that have a type though no call leads to them.</param>
    /// <param name="hasFilesInJson">Whether a file can stand inside JSON, as Gradio apps have it.</param>
    /// <param name="writer">What wrote the document, if it says so.</param>
    public static ClientTypes Find(
        BindingContext context,
        ComponentTypes components,
        SchemaDirections directions,
        IReadOnlyList<SchemaRoot> roots,
        IEnumerable<ApiComponent> unused,
        bool hasFilesInJson,
        string? writer = null)
    {
        ShapeReader reader = new(components, directions, context.TypeBudget, hasFilesInJson, writer);
        List<ShapeUse> uses = roots.Select(root => reader.Shapes.Use(root.Schema, root.Direction, root.Roles)).ToList();
        uses.AddRange(unused.Select(component => reader.Shapes.Use(component, Direction.Received)));
        reader.ReadAll(context.CancellationToken);
        Roles.Assign(reader.Graph);
        context.Findings.Add(reader.Findings);
        uses.AddRange(reader.Pairs);

        NamedTypes types = NamedTypes.Find(reader.Graph, uses);
        context.Findings.Add(types.Findings);
        return new ClientTypes(context, components, roots, types);
    }

    /// <summary>Names the types.</summary>
    /// <param name="calls">The names of the calls.</param>
    /// <param name="others">The types that are no schema.</param>
    /// <param name="reserved">The names of the client itself.</param>
    public TypeNames Name(
        IReadOnlyDictionary<object, CallName> calls, IReadOnlyList<(object Owner, Wanted Wanted)> others, IEnumerable<string> reserved)
    {
        TypeNames names = TypeNames.Assign(Types, _components, new TypePlaces(Types.Graph, _roots), calls, others, reserved, _context.Kept);
        _context.Findings.Add(names.Findings);
        return names;
    }

    /// <summary>Makes the models of the types.</summary>
    public TypeModels Model(TypeNames names) => new(_context, _components, Types, names);

    /// <summary>Puts all types of a client in their order.</summary>
    public static EquatableArray<TypeModel> Complete(IEnumerable<TypeModel> types) =>
        UnionConstants.Complete(UnionTags.Complete(types.ToList()).ToList()).OrderBy(type => type.Name, StringComparer.Ordinal).ToEquatableArray();
}
