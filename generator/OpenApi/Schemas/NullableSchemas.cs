using System.Collections.Generic;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Schemas;

/// <summary>Puts <c>nullable: true</c> (OpenAPI 3.0; <c>x-nullable</c> before) into the terms of 3.1 and later.</summary>
/// <remarks>
/// By the letter it adds null to the <c>type</c> beside it and to nothing else (OpenAPI 3.0.3, "Schema Object").
/// Swashbuckle and NSwag write it beside an <c>allOf</c> or <c>oneOf</c> of one reference, because 3.0 has no other way to
/// let a reference be null. So beside <c>type</c> the type null joins; beside <c>anyOf</c> or <c>oneOf</c> one more branch;
/// beside <c>enum</c> one more value. Beside <c>$ref</c>, <c>allOf</c> or <c>const</c>, where 3.0 by its letter ignores it,
/// authors mean it all the same, and null becomes the other branch of an <c>anyOf</c> around the schema. Alone, as a branch
/// of a union, it is null: zod-to-openapi has no other way to say so in 3.0, and a branch for any value would leave none to the others.
/// </remarks>
internal static class NullableSchemas
{
    /// <summary>Tells whether null becomes a branch of an <c>anyOf</c> around the schema.</summary>
    public static bool IsAround(in SchemaKeywords keywords) =>
        keywords.Nullable.AsFlag() == true
        && (keywords.Ref is not null || keywords.AllOf is not null || keywords.Has(SchemaKeyword.Const));

    /// <summary>Tells whether null joins the keywords of the schema.</summary>
    public static bool IsInside(in SchemaKeywords keywords) =>
        keywords.Nullable.AsFlag() == true && !IsAround(keywords);

    /// <summary>Tells whether <c>nullable: false</c> takes null from what stands beside it. Beside a type alone it says nothing new.</summary>
    public static bool IsForbidden(in SchemaKeywords keywords) =>
        keywords.Nullable.AsFlag() == false && (keywords.Ref is not null || keywords.AllOf is not null);

    /// <summary>Tells whether <c>nullable: true</c> is all that a schema says.</summary>
    public static bool IsAlone(in SchemaKeywords keywords) =>
        keywords.Nullable.AsFlag() == true && (keywords.Says & ~(SchemaKeyword.Nullable | SchemaKeyword.Title | SchemaKeyword.Description)) == SchemaKeyword.None;

    /// <summary>Makes the <c>anyOf</c> of a schema and null; what describes the schema describes both.</summary>
    public static ApiSchema Wrap(ApiSchema schema, string pointer) => new()
    {
        Pointer = pointer,
        Annotations = schema.Annotations,
        AnyOf = new[] { schema, Null(pointer) },
    };

    /// <summary>Adds the branch null to <c>anyOf</c> or <c>oneOf</c>.</summary>
    public static IReadOnlyList<ApiSchema> Allow(IReadOnlyList<ApiSchema> branches, bool isNullable, string pointer)
    {
        if (!isNullable || branches.Count == 0)
        {
            return branches;
        }

        // A second branch for null would do harm: `oneOf` wants exactly one to match (JSON Schema 2020-12, 10.2.1.3).
        foreach (ApiSchema branch in branches)
        {
            if (branch.Types == ApiType.Null)
            {
                return branches;
            }
        }

        return new List<ApiSchema>(branches) { Null(pointer) };
    }

    private static ApiSchema Null(string pointer) => new() { Pointer = pointer, Types = ApiType.Null };
}
