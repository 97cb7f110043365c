using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.Binding.Shapes;

/// <summary>Reads <c>oneOf</c>, <c>anyOf</c>, several types and inherited bases as unions.</summary>
/// <remarks>
/// Null is no case: it is taken out, and what uses the union may be null. Which cases are one type, and whether more than
/// one is left, is seen when all shapes are known.
/// </remarks>
internal sealed class UnionShapes
{
    private static readonly ApiType[] s_types =
    {
        ApiType.String, ApiType.Integer, ApiType.Number, ApiType.Boolean, ApiType.Array, ApiType.Object,
    };

    private readonly ShapeReader _reader;
    private readonly Families _families;

    public UnionShapes(ShapeReader reader, Families families)
    {
        _reader = reader;
        _families = families;
    }

    public ShapeContent Read(Shape shape, IReadOnlyList<ApiSchema> all)
    {
        List<ApiSchema> branches = all.Where(b => !SchemaFacts.IsNull(b)).ToList();
        shape.AllowsNull |= branches.Count < all.Count;
        return ReadCases(shape, branches);
    }

    /// <summary>Reads a schema with several types as a union of them.</summary>
    public ShapeContent ReadTypes(Shape shape, ApiType types)
    {
        List<ApiType> each = s_types.Where(type => types.HasFlag(type)).ToList();
        bool isOfScalars = shape.Component is null && each.All(type => type is not (ApiType.Array or ApiType.Object));
        List<CaseShape> cases = each
            .Select(type => new CaseShape(_reader.Shapes.UseAs(type, shape, type.ToString()), Array.Empty<string>()))
            .ToList();
        return isOfScalars
            ? new UnionContent(null, cases, true)
            : _reader.Refuse(shape.Schema) ?? new UnionContent(null, cases, false);
    }

    /// <summary>Reads a base schema with a discriminator as a union of the schemas that inherit it.</summary>
    public ShapeContent ReadFamily(Shape shape, ApiComponent component, IReadOnlyList<ApiComponent> members)
    {
        if (_reader.Refuse(shape.Schema) is { } untyped)
        {
            return untyped;
        }

        ApiDiscriminator discriminator = shape.Schema.Discriminator!;
        List<CaseShape> cases = members
            .Select(member => new CaseShape(_reader.Shapes.Use(member, shape.Direction), FamilyTags(shape.Schema, member)))
            .ToList();

        // A base that no mapping leaves out can be a value itself, of a type of its own beside the union, which is what a
        // reference to the base means.
        if (Families.IsOwnMember(component, members))
        {
            List<string> tags = DiscriminatorTags.Stated(discriminator, component, shape.Schema).Except(cases.SelectMany(c => c.Tags)).ToList();
            if (tags.Count > 0)
            {
                cases.Add(new CaseShape(_reader.Shapes.UseAs(ApiType.Object, shape, "Base"), tags));
            }
        }

        return new UnionContent(discriminator.PropertyName, cases, false);
    }

    // A base among the members is told by the values of all that it stands for.
    private List<string> FamilyTags(ApiSchema parent, ApiComponent member) =>
        _families.Below(member)
            .SelectMany(m => DiscriminatorTags.Stated(parent.Discriminator!, m, parent)
                .Concat(member.Schema.Discriminator is { } inner ? DiscriminatorTags.Stated(inner, m, member.Schema) : EquatableArray<string>.Empty))
            .Distinct(StringComparer.Ordinal)
            .ToList();

    private ShapeContent ReadCases(Shape shape, List<ApiSchema> branches)
    {
        ApiSchema schema = shape.Schema;
        if (branches.Count == 0)
        {
            return ScalarContent.Any;
        }

        if (branches.Count == 1)
        {
            return _reader.SameAs(UnionParts.WithCommon(schema, branches[0], isOnly: true), shape);
        }

        if (LiteralsOf(branches) is { } literals)
        {
            return EnumShapes.Read(_reader, shape, literals);
        }

        if (IsDecimal(branches))
        {
            return new ScalarContent(TypeKind.Decimal);
        }

        // A union that is a component has a name by its author, which is kept.
        bool isOfScalars = shape.Component is null && branches.All(IsScalar);
        if (!isOfScalars && _reader.Refuse(schema) is { } untyped)
        {
            return untyped;
        }

        // Most authors repeat in every case what stands beside them.
        ObjectParts? common = isOfScalars ? null : UnionParts.Common(schema);
        if (common is not null && branches.Any(branch => branch.Target is not null && UnionParts.Lacks(branch, common)))
        {
            _reader.Findings.Ignored(
                schema.Pointer, $"a case of oneOf or anyOf that is a reference stays what it is: of what stands beside it, members that it does not declare are in its AdditionalProperties, and what is required the server checks");
        }

        ReportContradictions(schema, branches);
        List<ApiSchema> whole = branches.Select(branch => UnionParts.WithCommon(schema, branch)).ToList();
        DiscriminatorFacts discriminator = isOfScalars ? DiscriminatorFacts.None(branches.Count) : DiscriminatorFacts.Of(schema, whole);
        return new UnionContent(
            discriminator.PropertyName,
            branches
                .Select((branch, i) => new CaseShape(_reader.Shapes.Use(whole[i], shape, CaseRoles.Of(branch, i, discriminator.Tags[i])), discriminator.Tags[i].ToList()))
                .ToList(),
            isOfScalars)
        {
            Members = common is null ? Array.Empty<MemberShape>() : common.Properties
                .Select(property => new MemberShape(property, _reader.Shapes.Use(property.Schema, shape, property.Name), IsRequired: false))
                .ToList(),
        };
    }

    private void ReportContradictions(ApiSchema schema, IReadOnlyList<ApiSchema> branches)
    {
        if (schema.Discriminator is { } discriminator && branches.All(branch => branch.Target is not null))
        {
            foreach (string key in branches.SelectMany(branch => DiscriminatorTags.Contradicted(discriminator, branch.Target!)).Distinct(StringComparer.Ordinal))
            {
                _reader.Findings.Ignored(
                    JsonPointer.Append(schema.Pointer + "/discriminator/mapping", key), $"the constant of the case that the mapping names is another value, and counts");
            }
        }
    }

    // Literal["a"] | Literal["b"] is an enum, and so is an inline enum of strings beside any other string. One of numbers
    // holds no string.
    private static List<ApiValue>? LiteralsOf(List<ApiSchema> branches)
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
        return areStrings || areNumbers ? values : null;
    }

    // Pydantic takes a Decimal as a number or as a string of digits, and writes both as an `anyOf`.
    private static bool IsDecimal(List<ApiSchema> branches) =>
        branches.Count == 2
        && branches.Any(b => b.Target is null && SchemaFacts.TypesOf(b) is ApiType.Number or ApiType.Integer)
        && branches.Any(b => b.Target is null && Formats.IsDecimalPattern(b.Pattern));

    private static bool IsScalar(ApiSchema branch) =>
        branch.Target is null
        && branch.Enum is null
        && branch.AllOf.Count == 0
        && SchemaFacts.Branches(branch).Count == 0
        && (SchemaFacts.ConstantOf(branch) is not null
            || SchemaFacts.TypesOf(branch) is ApiType.String or ApiType.Integer or ApiType.Number or ApiType.Boolean);
}
