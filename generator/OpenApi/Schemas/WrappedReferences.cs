using System.Text.Json.Nodes;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Schemas;

/// <summary>References in an <c>allOf</c> of nothing else, which is how 3.0 puts a text, a default or null beside one.</summary>
/// <remarks>
/// 3.0 ignores what stands beside <c>$ref</c>, so Pydantic 1, NSwag and others write <c>allOf: [$ref]</c> with it. That says what
/// the reference with the same beside it does, and is read as that. What has a name is an heir of what its <c>allOf</c> has,
/// and a case of the union that a base with a discriminator is.
/// </remarks>
internal static class WrappedReferences
{
    /// <summary>Gets the object that is the reference; null: the schema says something else.</summary>
    /// <param name="keywords">The keywords of the schema.</param>
    /// <param name="pointer">Its place.</param>
    public static JsonObject? In(in SchemaKeywords keywords, string pointer) =>
        (keywords.Says & ~(KeywordSets.Annotations | SchemaKeyword.Nullable)) == SchemaKeyword.AllOf
        && keywords.AllOf is JsonArray { Count: 1 } list && list[0] is JsonObject only
        && SchemaKeywords.Sort(only) is { Says: SchemaKeyword.Ref } inner && inner.Ref.AsText() is not null
        && !PointerNames.IsName(pointer)
            ? only
            : null;

    /// <summary>Gets the object that has the reference, if a schema is one: itself, or the one in its <c>allOf</c>.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="pointer">Its place.</param>
    public static JsonObject HolderIn(JsonObject schema, string pointer) =>
        (schema.Get("allOf") is JsonArray { Count: 1 } ? In(SchemaKeywords.Sort(schema), pointer) : null) ?? schema;

    /// <summary>Gets what stands beside the reference, as if it stood beside <c>$ref</c> itself.</summary>
    public static SchemaKeywords Beside(in SchemaKeywords keywords, JsonObject reference)
    {
        SchemaKeywords beside = keywords;
        beside.AllOf = null;
        beside.Ref = SchemaKeywords.Sort(reference).Ref;
        beside.Says = (beside.Says & ~SchemaKeyword.AllOf) | SchemaKeyword.Ref;
        return beside;
    }
}
