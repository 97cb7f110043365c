using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Identity;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Decides which C# type a schema becomes.</summary>
/// <remarks>
/// Keywords of JSON Schema restrict independently of each other, and all hold. A C# type says one thing: the keyword that
/// leaves the fewest values decides, constants before branches and branches before types. The rest is the server's to
/// check. Lengths, patterns and bounds are documented and make no type of their own.
/// </remarks>
internal sealed class SchemaBinder
{
    /// <summary>The largest type that is spelled where it is used (see <see cref="TypeRef.Size"/>); people write a tenth of that.</summary>
    public const int LargestType = 250;

    private readonly BindingContext _context;
    private readonly Nesting _nesting = new();
    private readonly ObjectBinder _objects;
    private readonly EnumBinder _enums;
    private readonly UnionBinder _unions;
    private readonly ArrayBinder _arrays;

    public SchemaBinder(BindingContext context)
    {
        _context = context;
        Families = new Families(context.Document.Schemas);
        Directions = new DirectionFacts(context.Document, Families);
        Components = new ComponentBinder(context, this);
        _objects = new ObjectBinder(context, this);
        _enums = new EnumBinder(context, this);
        _unions = new UnionBinder(context, this);
        _arrays = new ArrayBinder(context, this);
    }

    public Families Families { get; }

    public DirectionFacts Directions { get; }

    public ComponentBinder Components { get; }

    /// <summary>Binds a schema where it is used.</summary>
    public TypeRef Bind(ApiSchema? schema, Hint hint)
    {
        if (schema is null)
        {
            return TypeRef.Of(TypeKind.Any);
        }

        return schema.Target is { } component
            ? WithNull(Components.Bind(component, hint.Direction), hint.IsNullable)
            : BindInline(schema, hint);
    }

    /// <summary>Binds a schema that is no reference.</summary>
    public TypeRef BindInline(ApiSchema schema, Hint hint)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        if (hint.Direction == Direction.Sent && !Directions.Differs(schema))
        {
            hint = hint with { Direction = Direction.Received };
        }

        if (!_nesting.TryEnter(schema, hint.Direction, out MessageText reason))
        {
            return Untyped(schema, reason);
        }

        hint = hint.WithNull(schema.Types.HasFlag(ApiType.Null) || (schema.Enum?.Any(v => v.Node is null) ?? false));
        TypeRef type = BindKeywords(schema, hint);
        _nesting.Leave();
        return type.Size > LargestType
            ? Untyped(schema, $"lists, maps and tuples lie in each other so deep or wide that C# would spell the type with {type.Size} names")
            : WithNull(type, hint.IsNullable);
    }

    /// <summary>Notes that a type has got a name, which stands for it wherever it is met from now on.</summary>
    public void AddName() => _nesting.AddName();

    /// <summary>Leaves a schema untyped if the client has no room for another type.</summary>
    public TypeRef? Refuse(ApiSchema schema) => _context.Budget.IsSpent ? Untyped(schema, OutputBudget.Reason) : null;

    /// <summary>Names a new type and, for a component, makes the name known before the type's members are bound.</summary>
    public string Declare(TypeKind kind, ApiSchema schema, Hint hint)
    {
        if (hint.Component is not null)
        {
            Components.Declare(hint.Component, hint.Direction, WithNull(TypeRef.Named(kind, hint.Name), hint.IsNullable));
            return hint.Name;
        }

        string name = _context.TypeNames.Take(hint.Name);
        if (name != hint.Name)
        {
            _context.Findings.Renamed(schema.Pointer, $"the inline type is called '{name}', because '{hint.Name}' is another type");
        }

        return name;
    }

    /// <summary>Documents a new type, with every place that it stands for.</summary>
    public DocModel Document(ApiSchema schema, Hint hint)
    {
        string[] pointers = hint.Component is { } component ? Components.Pointers(component) : new[] { schema.Pointer };
        DocModel doc = Docs.BindType(_context, schema, hint.Component?.Name ?? hint.Name, pointers);
        return hint is { Direction: Direction.Sent, Component: { } sent } && Components.IsReceived(sent)
            ? doc with { Remarks = "What a request sends: without the members that only the server sets." + (doc.Remarks is null ? "" : "\n\n" + doc.Remarks) }
            : doc;
    }

    public TypeRef Untyped(ApiSchema schema, MessageText reason)
    {
        _context.Findings.Untyped(schema.Pointer, reason);
        return TypeRef.Of(TypeKind.Any);
    }

    /// <summary>Lets a type be null, where it is not any value at all.</summary>
    public static TypeRef WithNull(TypeRef type, bool isNullable) =>
        isNullable && type.Kind != TypeKind.Any ? type.AsNullable() : type;

    private TypeRef BindKeywords(ApiSchema schema, Hint hint)
    {
        if (schema.Const is { } constant)
        {
            return EnumBinder.TypeOfConstant(constant);
        }

        if (schema.Enum is { } values && values.Any(v => v.Node is not null))
        {
            return _enums.Bind(schema, values, hint);
        }

        if (hint.Component is { } component && Families.MembersOf(component) is { } members)
        {
            return _unions.BindFamily(component, schema, members, hint);
        }

        if (schema.OneOf.Count > 0 && schema.AnyOf.Count > 0 && !schema.AnyOf.All(SchemaFacts.IsConstraintOnly))
        {
            _context.Findings.Ignored(schema.Pointer, $"of oneOf and anyOf in one schema, oneOf makes the cases");
        }

        // Branches that only restrict, such as `anyOf` of two `required` ("one of both has to be given"), are no cases: the
        // object around them is the type.
        IReadOnlyList<ApiSchema> branches = SchemaFacts.Branches(schema);
        if (branches.Count > 0 && !branches.All(SchemaFacts.IsConstraintOnly))
        {
            return _unions.Bind(schema, branches, hint);
        }

        if (schema.AllOf.Count > 0)
        {
            return BindAllOf(schema, hint);
        }

        ApiType types = SchemaFacts.TypesOf(schema);
        return (types & (types - 1)) == ApiType.None ? BindType(types, schema, hint) : _unions.BindTypes(types, schema, hint);
    }

    /// <summary>Binds a schema as if it had this one type.</summary>
    public TypeRef BindType(ApiType type, ApiSchema schema, Hint hint) => type switch
    {
        ApiType.String when _context.HasFilesInJson && Formats.IsBinary(schema) => TypeRef.Of(TypeKind.File),
        ApiType.String => TypeRef.Of(Formats.OfString(schema)),
        ApiType.Integer => TypeRef.Of(Formats.OfInteger(schema)),
        ApiType.Number => TypeRef.Of(Formats.OfNumber(schema)),
        ApiType.Boolean => TypeRef.Of(TypeKind.Boolean),
        ApiType.Array => _arrays.Bind(schema, hint),
        ApiType.Object => _objects.Bind(schema, hint),
        _ => TypeRef.Of(TypeKind.Any),
    };

    private TypeRef BindAllOf(ApiSchema schema, Hint hint)
    {
        List<ApiSchema> parts = schema.AllOf.Where(p => !SchemaFacts.IsConstraintOnly(p)).ToList();
        bool hasOwn = schema.Properties.Count > 0 || schema.AdditionalProperties == ApiAdditional.Schema;
        bool isHeir = hint.Component is { } heir && parts.Any(p => p.Target is { } target && Families.Inherits(heir, target));
        if (parts.Count == 1 && !hasOwn && !isHeir)
        {
            // In 3.0 nothing may stand beside `$ref`; Pydantic 1 writes every reference with a text like that.
            // allOf of one is how a reference gets a title, a default or null.
            return Bind(parts[0], hint);
        }

        if (hasOwn || parts.Any(SchemaFacts.IsObject))
        {
            return _objects.Bind(schema, hint);
        }

        if (parts.Count == 0)
        {
            return BindType(SchemaFacts.TypesOf(schema), schema, hint);
        }

        // Of parts that are all true of the value, the one that says most names it.
        ApiSchema most = parts.FirstOrDefault(p => SchemaFacts.Follow(p) is { Enum: not null } or { Const: not null })
            ?? parts.FirstOrDefault(p => SchemaFacts.Follow(p).Format is not null)
            ?? parts[0];
        if (parts.Select(p => SchemaFacts.TypesOf(SchemaFacts.Follow(p))).Where(types => types != ApiType.None).Distinct().Count() != 1)
        {
            _context.Findings.Ignored(schema.Pointer, $"allOf combines several types that are no objects; the one that says most is used");
        }

        return Bind(most, hint);
    }
}
