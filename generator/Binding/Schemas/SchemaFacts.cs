using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>What can be concluded from the keywords of one schema.</summary>
internal static class SchemaFacts
{
    /// <summary>Through how many <c>allOf</c>, each in a part of the one before, an object inherits.</summary>
    private const int DeepestAllOf = 100;

    private const ApiType Scalars = ApiType.String | ApiType.Integer | ApiType.Number | ApiType.Boolean;

    /// <summary>Follows references to the schema that says something.</summary>
    public static ApiSchema Follow(ApiSchema schema)
    {
        // Nearly every reference is followed once, which can be no circle.
        HashSet<ApiSchema>? seen = null;
        while (schema.Target is { } target)
        {
            if (target.Schema.Target is not null && !(seen ??= new()).Add(schema))
            {
                break;
            }

            schema = target.Schema;
        }

        return schema;
    }

    /// <summary>Gets a schema, what it refers to, and so on to the one that says something: each may describe the value, and the nearest counts.</summary>
    public static IEnumerable<ApiSchema> Along(ApiSchema schema)
    {
        yield return schema;
        for (ApiSchema end = Follow(schema); schema != end;)
        {
            schema = schema.Target!.Schema;
            yield return schema;
        }
    }

    /// <summary>Gets the default; a JSON null is one.</summary>
    public static ApiValue? DefaultOf(ApiSchema schema) =>
        schema.Target is null ? schema.Default : Along(schema).Select(each => each.Default).FirstOrDefault(value => value is not null);

    /// <summary>Tells whether only the server sets a value.</summary>
    public static bool IsReadOnly(ApiSchema schema) => schema.IsReadOnly || (schema.Target is not null && Along(schema).Any(each => each.IsReadOnly));

    /// <summary>Tells whether only requests have a value.</summary>
    public static bool IsWriteOnly(ApiSchema schema) => schema.IsWriteOnly || (schema.Target is not null && Along(schema).Any(each => each.IsWriteOnly));

    /// <summary>Tells whether a schema allows any value, and says no more than <c>{}</c> does.</summary>
    public static bool SaysNothing(ApiSchema schema) => SaysNothing(schema, null, depth: 0);

    /// <summary>Gets the types but null, inferred from other keywords where the document gives none.</summary>
    public static ApiType TypesOf(ApiSchema schema)
    {
        ApiType types = schema.Types & ~ApiType.Null;
        if ((types & (ApiType.Integer | ApiType.Number)) != ApiType.None && Formats.IsNumberPattern(schema.Pattern))
        {
            types &= ~ApiType.String;
        }

        if (types != ApiType.None)
        {
            // A number is also what an integer is.
            return types.HasFlag(ApiType.Number) ? types & ~ApiType.Integer : types;
        }

        if (schema.Properties.Count > 0 || schema.PatternProperties.Count > 0
            || schema.AdditionalProperties is ApiAdditional.Schema or ApiAdditional.Forbidden)
        {
            return ApiType.Object;
        }

        if (schema.Items is not null || schema.PrefixItems.Count > 0)
        {
            return ApiType.Array;
        }

        if (Formats.ImpliedNumber(schema) is var number and not ApiType.None)
        {
            return number;
        }

        return Formats.ImpliesString(schema.Format) || schema.ContentMediaType is not null || schema.ContentEncoding is not null
            ? ApiType.String
            : ApiType.None;
    }

    /// <summary>Tells whether a schema, by itself, allows nothing but null.</summary>
    public static bool IsNull(ApiSchema schema)
    {
        ApiSchema followed = Follow(schema);
        return (followed.Types == ApiType.Null && !HasBranches(followed) && followed.Properties.Count == 0)
            || followed.IsNullableAlone
            || (followed.Const is { Node: null })
            || (followed.Enum is { Count: > 0 } values && values.All(v => v.Node is null));
    }

    /// <summary>Tells whether a schema says itself that it allows null.</summary>
    public static bool AllowsNull(ApiSchema schema) =>
        schema.Types.HasFlag(ApiType.Null)
        || schema.Enum?.Any(v => v.Node is null) == true
        || Branches(schema).Any(IsNull);

    /// <summary>Tells whether a schema consists of the branches of a union, texts aside.</summary>
    public static bool IsBranchesOnly(ApiSchema schema) =>
        schema.Has(KeywordSets.Branches) && !schema.Has(KeywordSets.AroundBranches);

    /// <summary>Gets the one value that a schema allows, whatever says so: itself, what it refers to, a part; null if it allows others.</summary>
    public static ApiValue? ConstantOf(ApiSchema schema) => ConstantOf(schema, null, depth: 0);

    private static ApiValue? ConstantOf(ApiSchema schema, HashSet<ApiSchema>? seen, int depth)
    {
        ApiSchema followed = Follow(schema);
        if (followed.Const is { } constant)
        {
            return constant;
        }

        if (followed.Enum is { Count: > 0 } values)
        {
            return values.All(value => value.Json == values[0].Json) ? values[0] : null;
        }

        if (followed.Types == ApiType.Null && !HasBranches(followed) && followed.Properties.Count == 0)
        {
            return ApiValue.Null;
        }

        return HasBranches(followed) && depth < DeepestAllOf ? ConstantOfParts(followed, seen ?? new(), depth) : null;
    }

    // Parts may be shared and may hold what they are a part of: each is asked once.
    private static ApiValue? ConstantOfParts(ApiSchema schema, HashSet<ApiSchema> seen, int depth) =>
        !seen.Add(schema) ? null
        : Branches(schema) is { Count: 1 } only && ConstantOf(only[0], seen, depth + 1) is { } value ? value
        : schema.AllOf.Select(part => ConstantOf(part, seen, depth + 1)).FirstOrDefault(part => part is not null);

    /// <summary>Gets the branches of a union: those of <c>oneOf</c>, else of <c>anyOf</c>.</summary>
    public static IReadOnlyList<ApiSchema> Branches(ApiSchema schema) =>
        schema.OneOf.Count > 0 ? schema.OneOf : schema.AnyOf;

    /// <summary>Tells whether a schema only restricts what another one beside it describes.</summary>
    public static bool IsConstraintOnly(ApiSchema schema) =>
        schema.Target is null
        && schema.ReferenceError is null
        && !schema.Has(KeywordSets.Shape)
        && schema.AdditionalProperties != ApiAdditional.Schema
        && (schema.Types & (Scalars | ApiType.Array | ApiType.Null)) == ApiType.None
        && !schema.IsNever;

    /// <summary>Tells whether a value of a schema holds, outside of the members of an object, what is not to be shown.</summary>
    /// <remarks>Pydantic's <c>SecretStr</c> has both marks; other writers have one of them.</remarks>
    public static bool IsSecret(ApiSchema schema)
    {
        HashSet<ApiSchema> seen = new();
        Stack<ApiSchema> open = new();
        open.Push(schema);
        while (open.Count > 0)
        {
            ApiSchema current = open.Pop();
            if (!seen.Add(current))
            {
                continue;
            }

            if (current.IsWriteOnly || current.Format == "password")
            {
                return true;
            }

            // An object masks its own members, those without a name too.
            bool isObject = current.Properties.Count > 0;
            foreach (ApiSchema part in current.AllOf.Concat(current.AnyOf).Concat(current.OneOf).Concat(current.PrefixItems)
                .Concat(isObject ? Enumerable.Empty<ApiSchema>() : current.PatternProperties.Select(pattern => pattern.Schema))
                .Concat(new[] { current.Target?.Schema, current.Items, isObject ? null : current.AdditionalPropertiesSchema }.OfType<ApiSchema>()))
            {
                open.Push(part);
            }
        }

        return false;
    }

    /// <summary>Tells whether a schema describes an object with members.</summary>
    public static bool IsObject(ApiSchema schema) => IsObject(schema, null, depth: 0);

    // Parts of allOf in a circle say nothing more about each other. From part to part it may go on as far as a document
    // likes, which the stack does not: what inherits through too many is no object.
    private static bool IsObject(ApiSchema schema, HashSet<ApiSchema>? seen, int depth)
    {
        ApiSchema followed = Follow(schema);
        return (TypesOf(followed) == ApiType.Object && Branches(followed).All(IsConstraintOnly))
            || (followed.AllOf.Count > 0 && AreObjects(followed, seen ?? new(), depth));
    }

    private static bool AreObjects(ApiSchema schema, HashSet<ApiSchema> seen, int depth) =>
        !seen.Add(schema)
        || (depth < DeepestAllOf && schema.AllOf.All(part => IsObject(part, seen, depth + 1) || IsConstraintOnly(part)));

    private static bool SaysNothing(ApiSchema schema, HashSet<ApiSchema>? seen, int depth)
    {
        const SchemaKeyword parts = SchemaKeyword.AllOf | KeywordSets.Branches;
        ApiSchema followed = Follow(schema);
        return followed.Target is null
            && followed.ReferenceError is null
            && !followed.IsNever
            && (followed.Says & ~(KeywordSets.Annotations | KeywordSets.Unchecked | SchemaKeyword.Nullable | parts)) == SchemaKeyword.None
            && (!followed.Has(parts) || DoPartsSayNothing(followed, seen ?? new(), depth));
    }

    private static bool DoPartsSayNothing(ApiSchema schema, HashSet<ApiSchema> seen, int depth) =>
        !seen.Add(schema)
        || (depth < DeepestAllOf
            && schema.AllOf.Concat(schema.AnyOf).Concat(schema.OneOf).All(part => IsNull(part) || SaysNothing(part, seen, depth + 1)));

    private static bool HasBranches(ApiSchema schema) => schema.Has(SchemaKeyword.AllOf | KeywordSets.Branches);
}
