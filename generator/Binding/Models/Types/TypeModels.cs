using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Sameness;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Models.Types;

/// <summary>The types of a client: each type that has been found, under the name that it has been given.</summary>
internal sealed class TypeModels
{
    private readonly BindingContext _context;
    private readonly NamedTypes _types;
    private readonly TypeNames _names;
    private readonly ComponentTypes _components;
    private readonly PropertyBinder _properties;
    private readonly Dictionary<string, NamedType> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EnumTypeModel> _enums = new(StringComparer.Ordinal);

    public TypeModels(BindingContext context, ComponentTypes components, NamedTypes types, TypeNames names)
    {
        _context = context;
        _components = components;
        _types = types;
        _names = names;
        Defaults = new DefaultBinder(this);
        _properties = new PropertyBinder(this, context.Findings);
        foreach (NamedType type in types.All)
        {
            _byName.Add(names.Of(type), type);
        }
    }

    public DefaultBinder Defaults { get; }

    /// <summary>Gets which schemas differ between requests and responses.</summary>
    public SchemaDirections Directions => _types.Graph.Directions;

    /// <summary>Gets the type of a schema where it is used; null: any JSON.</summary>
    public TypeRef Of(ApiSchema? schema, Direction direction) => Of(_types.Graph.Find(schema, direction));

    /// <summary>Gets the type of a use of a shape.</summary>
    public TypeRef Of(ShapeUse use)
    {
        ShapeUse resolved = _types.Resolve(use);
        TypeRef type = OfResolved(resolved);
        return resolved.IsNullable ? type.AsNullable() : type;
    }

    /// <summary>Gets the types of the cases of a union.</summary>
    public IEnumerable<TypeRef> CasesOf(TypeRef union) => ((UnionContent)_byName[union.Name!].Content).Cases.Select(one => Of(one.Type));

    /// <summary>Gets the model of an enum.</summary>
    public EnumTypeModel EnumOf(string name)
    {
        if (!_enums.TryGetValue(name, out EnumTypeModel? model))
        {
            NamedType type = _byName[name];
            _enums.Add(name, model = BindEnum(type, name, (EnumContent)type.Content));
        }

        return model;
    }

    /// <summary>Tells whether an object can be made without a member being given.</summary>
    public bool CanBeEmpty(string name) =>
        _byName[name] is { Content: ObjectContent model } type && model.Members.All(member => !_properties.IsAsked(member, TagOf(type, member)));

    /// <summary>Makes the models of all types.</summary>
    public IEnumerable<TypeModel> BindAll()
    {
        List<string> names = _byName.Keys.ToList();
        names.Sort(StringComparer.Ordinal);
        return names.Select(name => Bind(_byName[name], name)).ToList();
    }

    private TypeModel Bind(NamedType type, string name) => type.Content switch
    {
        EnumContent => EnumOf(name),
        ObjectContent model => BindObject(type, name, model),
        TupleRecordContent tuple => new TupleTypeModel(
            name, OriginOf(type, name), Document(type), type.First.Schema.IsDeprecated, tuple.Items.Select(Of).ToEquatableArray(), tuple.Rest is { } rest ? Of(rest) : null)
        {
            IsSecret = IsSecret(type),
        },
        UnionContent union => BindUnion(type, name, union),
        _ => throw new InvalidOperationException($"{type.Content.GetType().Name} has no name"),
    };

    private TypeRef OfResolved(ShapeUse use)
    {
        return _types.ContentOf(use) switch
        {
            ScalarContent scalar => TypeRef.Of(scalar.Kind),
            ListContent list => TypeRef.ListOf(Of(list.Item)),
            MapContent map => TypeRef.MapOf(Of(map.Value)),
            TupleContent tuple => new TypeRef(TypeKind.Tuple, null, tuple.Items.Select(Of).ToEquatableArray(), false),
            EnumContent => Named(TypeKind.Enum),
            ObjectContent => Named(TypeKind.Object),
            UnionContent => Named(TypeKind.Union),
            _ => Named(TypeKind.TupleRecord),
        };

        TypeRef Named(TypeKind kind) => TypeRef.Named(kind, _names.Of(_types.TypeOf(use.Shape)));
    }

    private EnumTypeModel BindEnum(NamedType type, string name, EnumContent content)
    {
        IReadOnlyList<string> names = WordNames.Values(content, type.First.Schema, name, _context.Kept, _context.Findings);
        return new EnumTypeModel(
            name,
            OriginOf(type, name),
            Document(type),
            type.First.Schema.IsDeprecated,
            content.Kind,
            content.Values.Select((value, i) => new EnumValueModel(names[i], value.Wire)).ToEquatableArray());
    }

    private ObjectTypeModel BindObject(NamedType type, string name, ObjectContent content)
    {
        IReadOnlyList<string> names = WordNames.Members(content.Members.Select(m => m.Property), name, _context.Kept, _context.Findings);
        TypeRef? additional = content.Additional is { } value ? Of(value) : null;
        return new ObjectTypeModel(
            name,
            OriginOf(type, name),
            Document(type),
            type.First.Schema.IsDeprecated,
            content.Members.Select((member, i) => _properties.Bind(member, names[i], TagOf(type, member))).ToEquatableArray(),
            additional is null || additional.Kind == TypeKind.Any ? null : additional)
        {
            IsAdditionalSecret = content.IsAdditionalSecret,
        };
    }

    private static bool IsSecret(NamedType type) => type.Shapes.Any(shape => SchemaFacts.IsSecret(shape.Schema));

    private string? TagOf(NamedType type, MemberShape member) => TypeNames.ComponentOf(type) is not { } component ? null
        : _components.Families.TagsOf(component).Where(tag => tag.Property == member.Property.Name).Select(tag => tag.Tag).FirstOrDefault();

    private UnionTypeModel BindUnion(NamedType type, string name, UnionContent content)
    {
        List<UnionCaseModel> cases = content.Cases
            .Select(c => new UnionCaseModel("", Of(c.Type).AsNotNullable(), c.Tags.Distinct(StringComparer.Ordinal).ToEquatableArray()))
            .ToList();
        if (content.IsOfScalars)
        {
            cases = cases.OrderBy(c => c.Type.Kind).ToList();
        }

        cases = cases.OrderBy(c => _context.Kept.PositionOfCase(name, c.Type)).ToList();
        IReadOnlyList<string> names = CaseNames.Assign(cases.Select(c => c.Type).ToList(), name, type.First.Schema.Pointer, IsInside, _context.Kept, _context.Findings);
        return new UnionTypeModel(
            name,
            OriginOf(type, name),
            Document(type),
            type.First.Schema.IsDeprecated,
            content.Discriminator,
            cases.Select((c, i) => c with { Name = names[i] }).ToEquatableArray())
        {
            Members = BindMembers(content.Members, name, names),
            IsSecret = IsSecret(type),
        };

        // An inline type is named after the union that it stands in; its case need not say so again.
        bool IsInside(string typeName) => _byName.TryGetValue(typeName, out NamedType? inner) && TypeNames.ComponentOf(inner) is null;
    }

    private EquatableArray<UnionMemberModel> BindMembers(IReadOnlyList<MemberShape> members, string unionName, IReadOnlyList<string> cases)
    {
        IReadOnlyList<string> names = WordNames.UnionMembers(members.Select(m => m.Property), unionName, cases, _context.Kept, _context.Findings);
        return members
            .Select((member, i) => new UnionMemberModel(
                names[i], member.Property.Name, Of(member.Type).AsNullable(), SchemaDocs.OfMember(member.Property.Schema, null), member.Property.Schema.IsDeprecated))
            .ToEquatableArray();
    }

    // What stands in a component belongs to its file, unless it stands in others too.
    private string OriginOf(NamedType type, string name)
    {
        if (TypeNames.ComponentOf(type) is { } component)
        {
            return _names.Of(component);
        }

        return _names.HomeOf(type) is { } home ? home.Root : name;
    }

    // With every place that the type stands for. What only one of them says is not true of the type.
    private DocModel Document(NamedType type)
    {
        ApiComponent? component = TypeNames.ComponentOf(type);
        string[] pointers = component is null
            ? type.Shapes.Select(shape => shape.Schema.Pointer).Distinct(StringComparer.Ordinal).ToArray()
            : _components.All(component).Select(c => c.Schema.Pointer).ToArray();
        bool hasOneText = component is not null || type.Shapes.All(shape =>
            shape.Schema.Title == type.First.Schema.Title && shape.Schema.Description == type.First.Schema.Description);
        DocModel doc = hasOneText && type.Content is not UnionContent { IsOfScalars: true }
            ? SchemaDocs.OfType(type.First.Schema, component?.Name ?? _names.Of(type), pointers.Select(_context.Source))
            : Docs.Places(_context, pointers);
        return component is not null && type.First.Direction == Direction.Sent && _types.Graph.IsReceived(component)
            ? doc with { Remarks = "What a request sends: without the members that only the server sets." + (doc.Remarks is null ? "" : "\n\n" + doc.Remarks) }
            : doc;
    }
}
