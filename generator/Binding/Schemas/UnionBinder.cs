using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DatabricksApps.Gen.Binding.Identity;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Binds <c>oneOf</c>, <c>anyOf</c> and type arrays: to the one type that remains without null, else to a union.</summary>
/// <remarks>
/// <c>oneOf</c> wants exactly one branch to match and <c>anyOf</c> at least one, which matters to who checks a value and
/// not to who reads it: either lists the cases. Pydantic writes <c>oneOf</c> where it has a discriminator and <c>anyOf</c>
/// for all other unions, <c>X | None</c> among them. A value that matches several cases is not refused.
/// </remarks>
internal sealed class UnionBinder
{
    private static readonly ApiType[] s_types =
    {
        ApiType.String, ApiType.Integer, ApiType.Number, ApiType.Boolean, ApiType.Array, ApiType.Object,
    };

    private readonly BindingContext _context;
    private readonly SchemaBinder _schemas;
    private readonly ScalarUnions _shared;

    public UnionBinder(BindingContext context, SchemaBinder schemas)
    {
        _context = context;
        _schemas = schemas;
        _shared = new ScalarUnions(context);
    }

    public TypeRef Bind(ApiSchema schema, IReadOnlyList<ApiSchema> all, Hint hint)
    {
        List<ApiSchema> branches = all.Where(b => !SchemaFacts.IsNull(b)).ToList();
        TypeRef type = BindCases(schema, branches, hint.WithNull(branches.Count < all.Count));
        return branches.Count < all.Count && type.Kind != TypeKind.Any ? type.AsNullable() : type;
    }

    /// <summary>Binds a schema with several types to a union of them.</summary>
    public TypeRef BindTypes(ApiType types, ApiSchema schema, Hint hint)
    {
        List<ApiType> each = s_types.Where(type => types.HasFlag(type)).ToList();
        if (hint.Component is null && each.All(type => type is not (ApiType.Array or ApiType.Object)))
        {
            return _shared.Bind(schema, each.Select(type => _schemas.BindType(type, schema, hint)));
        }

        if (_schemas.Refuse(schema) is { } untyped)
        {
            return untyped;
        }

        string name = _schemas.Declare(TypeKind.Union, schema, hint);
        return Finish(
            name,
            schema,
            hint,
            null,
            each.Select(type => (_schemas.BindType(type, schema, hint.Named(name + type)), EquatableArray<string>.Empty)).ToList());
    }

    /// <summary>Binds a base schema with a discriminator to a union of the schemas that inherit it.</summary>
    public TypeRef BindFamily(ApiComponent component, ApiSchema schema, IReadOnlyList<ApiComponent> members, Hint hint)
    {
        if (_schemas.Refuse(schema) is { } untyped)
        {
            return untyped;
        }

        string name = _schemas.Declare(TypeKind.Union, schema, hint);
        List<(TypeRef, EquatableArray<string>)> cases = new(members.Count + 1);
        foreach (ApiComponent member in members)
        {
            cases.Add((_schemas.Components.Bind(member, hint.Direction), FamilyTags(schema.Discriminator!, member)));
        }

        // A base that no mapping leaves out can be a value itself. Its own type then needs another name than the union, which
        // is what a reference to the base means.
        if (Families.IsOwnMember(component, members))
        {
            EquatableArray<string> tags = DiscriminatorFacts.StatedTags(schema.Discriminator!, component)
                .Except(cases.SelectMany(c => c.Item2)).ToEquatableArray();
            if (!tags.IsEmpty)
            {
                cases.Add((_schemas.BindType(ApiType.Object, schema, hint.Named(name + "Base")), tags));
            }
        }

        return Finish(name, schema, hint, schema.Discriminator!.PropertyName, cases);
    }

    // A base among the members is told by the values of all that it stands for.
    private EquatableArray<string> FamilyTags(ApiDiscriminator discriminator, ApiComponent member) =>
        _schemas.Families.Below(member)
            .SelectMany(m => DiscriminatorFacts.StatedTags(discriminator, m)
                .Concat(member.Schema.Discriminator is { } inner ? DiscriminatorFacts.StatedTags(inner, m) : EquatableArray<string>.Empty))
            .Distinct(StringComparer.Ordinal)
            .ToEquatableArray();

    private TypeRef BindCases(ApiSchema schema, List<ApiSchema> branches, Hint hint)
    {
        if (branches.Count == 0)
        {
            return TypeRef.Of(TypeKind.Any);
        }

        if (branches.Count == 1)
        {
            return _schemas.Bind(branches[0], hint);
        }

        if (BindLiterals(schema, branches, hint) is { } literals)
        {
            return literals;
        }

        if (BindDecimal(branches) is { } number)
        {
            return number;
        }

        // A union that is a component has a name by its author, which is kept.
        if (hint.Component is null && branches.All(ScalarUnions.IsScalar))
        {
            return _shared.Bind(schema, branches.Select(branch => _schemas.Bind(branch, hint)));
        }

        if (_schemas.Refuse(schema) is { } untyped)
        {
            return untyped;
        }

        // By JSON Schema both hold: each case has the members beside it too. Most authors repeat them in every case.
        if (schema.Properties.Count > 0)
        {
            _context.Findings.Ignored(
                schema.Pointer, $"the properties beside oneOf or anyOf are kept by each case, in AdditionalProperties where it does not declare them");
        }

        DiscriminatorFacts discriminator = DiscriminatorFacts.Of(schema, branches);
        string name = _schemas.Declare(TypeKind.Union, schema, hint);
        List<(TypeRef, EquatableArray<string>)> cases = new(branches.Count);
        for (int i = 0; i < branches.Count; i++)
        {
            Hint child = hint.Named(name).Child(CaseHint(branches[i], i));
            cases.Add((_schemas.Bind(branches[i], child), discriminator.Tags[i]));
        }

        return Finish(name, schema, hint, discriminator.PropertyName, cases);
    }

    private TypeRef Finish(string name, ApiSchema schema, Hint hint, string? discriminator, List<(TypeRef Type, EquatableArray<string> Tags)> bound)
    {
        List<(TypeRef Type, List<string> Tags)> distinct = new();
        bool isNullable = false;
        foreach ((TypeRef type, EquatableArray<string> tags) in bound)
        {
            if (type.Kind == TypeKind.Any)
            {
                // One case allows anything, so the union does.
                return Retract(name, hint) ? TypeRef.Of(TypeKind.Any) : AddUnion(name, schema, hint, null, distinct);
            }

            isNullable |= type.IsNullable;
            TypeRef plain = type.AsNotNullable();
            if (LeadsTo(name, plain))
            {
                // A union that is a case of itself: it adds no value, and would ask itself for ever.
                continue;
            }

            int same = distinct.FindIndex(c => c.Type == plain || IsOpenEnumOver(c.Type, plain));
            if (same < 0)
            {
                distinct.Add((plain, tags.ToList()));
            }
            else
            {
                distinct[same].Tags.AddRange(tags);
            }
        }

        TypeRef result = distinct.Count == 1 && Retract(name, hint)
            ? distinct[0].Type
            : AddUnion(name, schema, hint, discriminator, distinct);
        return isNullable ? result.AsNullable() : result;
    }

    private TypeRef AddUnion(string name, ApiSchema schema, Hint hint, string? discriminator, List<(TypeRef Type, List<string> Tags)> cases)
    {
        NameScope names = new(ReservedNames.UnionMembers, new[] { name });
        UnionTypeModel model = new(
            name,
            hint.Origin,
            _schemas.Document(schema, hint),
            schema.IsDeprecated,
            discriminator,
            cases.Select(c => new UnionCaseModel(names.Take(CaseName(c.Type, name, hint.Origin)), c.Type, c.Tags.Distinct(StringComparer.Ordinal).ToEquatableArray())).ToEquatableArray());
        return TypeRef.Named(TypeKind.Union, _context.Shared.Add(model, hint));
    }

    // An inline type is named after the union that it stands in; its case need not say so again.
    private string CaseName(TypeRef type, string union, string origin)
    {
        string name = CaseNames.Of(type);
        return type.Name is { } typeName
            && typeName.Length > union.Length
            && typeName.StartsWith(union, StringComparison.Ordinal)
            && char.IsUpper(typeName[union.Length])
            && _context.Find<TypeModel>(typeName)?.Origin == origin
            ? name.Substring(union.Length)
            : name;
    }

    // The name of a union that turned out to be none is free again.
    private bool Retract(string name, Hint hint)
    {
        if (hint.Component is not null)
        {
            return _schemas.Components.TryRetract(hint.Component, hint.Direction);
        }

        _context.TypeNames.Release(name);
        return true;
    }

    // From union to union as far as a document likes, so not by recursion.
    private bool LeadsTo(string union, TypeRef type)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<TypeRef> open = new();
        open.Push(type);
        while (open.Count > 0)
        {
            TypeRef current = open.Pop();
            if (current.Kind != TypeKind.Union || !seen.Add(current.Name!))
            {
                continue;
            }

            if (current.Name == union)
            {
                return true;
            }

            foreach (UnionCaseModel unionCase in _context.Find<UnionTypeModel>(current.Name)?.Cases ?? EquatableArray<UnionCaseModel>.Empty)
            {
                open.Push(unionCase.Type);
            }
        }

        return false;
    }

    // Literal["a"] | Literal["b"] is an enum, and so is an inline enum of strings beside any other string. One of numbers
    // holds no string.
    private TypeRef? BindLiterals(ApiSchema schema, List<ApiSchema> branches, Hint hint)
    {
        List<ApiValue> values = new();
        bool hasText = false;
        foreach (ApiSchema branch in branches)
        {
            if (branch.Target is not null)
            {
                return null;
            }

            if (branch.Const is { Node: not null } constant)
            {
                values.Add(constant);
            }
            else if (branch.Enum is { } list)
            {
                values.AddRange(list.Where(v => v.Node is not null));
            }
            else if (SchemaFacts.TypesOf(branch) != ApiType.String || Formats.OfString(branch) != TypeKind.String)
            {
                return null;
            }
            else
            {
                hasText = true;
            }
        }

        bool areStrings = values.Count > 1 && values.All(v => v.Node!.GetValueKind() == JsonValueKind.String);
        bool areNumbers = values.Count > 1 && !hasText && values.All(v => v.Node!.GetValueKind() == JsonValueKind.Number);
        return areStrings || areNumbers ? new EnumBinder(_context, _schemas).Bind(schema, values, hint) : null;
    }

    // Pydantic takes a Decimal as a number or as a string of digits, and writes both as an `anyOf`.
    private static TypeRef? BindDecimal(List<ApiSchema> branches)
    {
        bool hasNumber = branches.Any(b => b.Target is null && SchemaFacts.TypesOf(b) is ApiType.Number or ApiType.Integer);
        bool hasPattern = branches.Any(b => b.Target is null && Formats.IsDecimalPattern(b.Pattern));
        return branches.Count == 2 && hasNumber && hasPattern ? TypeRef.Of(TypeKind.Decimal) : null;
    }

    // An open enum holds every string, so a plain string beside it adds nothing.
    private bool IsOpenEnumOver(TypeRef known, TypeRef added) =>
        known.Kind == TypeKind.Enum && added.Kind == TypeKind.String
        && _context.Find<EnumTypeModel>(known.Name) is { Kind: EnumKind.String };

    private static string CaseHint(ApiSchema branch, int index)
    {
        string title = Words.Pascal(branch.Title ?? string.Empty);
        return title.Length > 0 ? title : SchemaFacts.TypesOf(branch) switch
        {
            ApiType.Array => "List",
            ApiType.Object => branch.Properties.Count == 0 ? "Map" : "Object" + Number(index),
            ApiType.String => "Text",
            _ => "Option" + Number(index),
        };
    }

    private static string Number(int index) => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
