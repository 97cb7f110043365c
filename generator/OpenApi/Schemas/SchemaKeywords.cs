using System.Collections.Generic;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Schemas;

/// <summary>The keywords of a schema object, sorted in one pass over its members.</summary>
/// <remarks>
/// Nothing is judged here but words for the same thing: <c>x-nullable</c>, as writers of 2.0 call it, gives way to
/// <c>nullable</c>. Keywords that no C# type could show are noted as present, to be told; those that are not known are not.
/// </remarks>
internal struct SchemaKeywords
{
    public JsonNode? Ref, Type, Format, Title, Description, Deprecated, ReadOnly, WriteOnly, Nullable;
    public JsonNode? Default, Const, Enum, Example, Examples;
    public JsonNode? Properties, Required, DependentRequired, AdditionalProperties, PatternProperties, Discriminator;
    public JsonNode? Items, PrefixItems, AdditionalItems, MinItems, MaxItems, UniqueItems;
    public JsonNode? AllOf, AnyOf, OneOf, DiscriminatorValue;
    public JsonNode? ContentMediaType, ContentEncoding, ContentSchema;
    public JsonNode? Pattern, Minimum, Maximum, ExclusiveMinimum, ExclusiveMaximum, MinLength, MaxLength;
    public JsonNode? MultipleOf, MinProperties, MaxProperties, UnevaluatedProperties, UnevaluatedItems;

    /// <summary>Which keywords are there, also as JSON null; <c>required</c> only as a list or text, since in 2.0 it may be a parameter's flag.</summary>
    public SchemaKeyword Says;

    public static SchemaKeywords Sort(JsonObject schema)
    {
        SchemaKeywords keywords = default;
        foreach (KeyValuePair<string, JsonNode?> member in schema)
        {
            keywords.Says |= keywords.Take(member.Key, member.Value);
        }

        return keywords;
    }

    /// <summary>Tells whether one of these keywords is there.</summary>
    public readonly bool Has(SchemaKeyword any) => (Says & any) != SchemaKeyword.None;

    private SchemaKeyword Take(string key, JsonNode? value)
    {
        switch (key)
        {
            case "$ref": Ref = value; return SchemaKeyword.Ref;
            case "$dynamicRef": Ref ??= value; return SchemaKeyword.Ref;
            case "format": Format = value; return SchemaKeyword.Format;
            case "title": Title = value; return SchemaKeyword.Title;
            case "description": Description = value; return SchemaKeyword.Description;
            case "deprecated": Deprecated = value; return SchemaKeyword.Deprecated;
            case "readOnly": ReadOnly = value; return SchemaKeyword.ReadOnly;
            case "writeOnly": WriteOnly = value; return SchemaKeyword.WriteOnly;
            case "nullable": Nullable = value; return SchemaKeyword.Nullable;
            case "x-nullable": Nullable ??= value; return SchemaKeyword.Nullable;
            case "default": Default = value; return SchemaKeyword.Default;
            case "example": Example = value; return SchemaKeyword.Example;
            case "examples": Examples = value; return SchemaKeyword.Examples;
            case "x-ms-discriminator-value": DiscriminatorValue = value; return SchemaKeyword.DiscriminatorValue;
            case "type": Type = value; return SchemaKeyword.Type;
            case "const": Const = value; return SchemaKeyword.Const;
            case "enum": Enum = value; return SchemaKeyword.Enum;
            case "properties": Properties = value; return SchemaKeyword.Properties;
            case "required": Required = value; return value is JsonArray || (value is JsonValue && value.AsFlag() is null) ? SchemaKeyword.Required : SchemaKeyword.None;
            case "additionalProperties": AdditionalProperties = value; return SchemaKeyword.AdditionalProperties;
            case "patternProperties": PatternProperties = value; return SchemaKeyword.PatternProperties;
            case "discriminator": Discriminator = value; return SchemaKeyword.Discriminator;
            case "items": Items = value; return SchemaKeyword.Items;
            case "prefixItems": PrefixItems = value; return SchemaKeyword.PrefixItems;
            case "additionalItems": AdditionalItems = value; return SchemaKeyword.AdditionalItems;
            case "minItems": MinItems = value; return SchemaKeyword.MinItems;
            case "maxItems": MaxItems = value; return SchemaKeyword.MaxItems;
            case "uniqueItems": UniqueItems = value; return SchemaKeyword.UniqueItems;
            case "allOf": AllOf = value; return SchemaKeyword.AllOf;
            case "anyOf": AnyOf = value; return SchemaKeyword.AnyOf;
            case "oneOf": OneOf = value; return SchemaKeyword.OneOf;
            case "contentMediaType": ContentMediaType = value; return SchemaKeyword.ContentMediaType;
            case "contentEncoding": ContentEncoding = value; return SchemaKeyword.ContentEncoding;
            case "contentSchema": ContentSchema = value; return SchemaKeyword.ContentSchema;
            case "pattern": Pattern = value; return SchemaKeyword.Pattern;
            case "minimum": Minimum = value; return SchemaKeyword.Minimum;
            case "maximum": Maximum = value; return SchemaKeyword.Maximum;
            case "exclusiveMinimum": ExclusiveMinimum = value; return SchemaKeyword.ExclusiveMinimum;
            case "exclusiveMaximum": ExclusiveMaximum = value; return SchemaKeyword.ExclusiveMaximum;
            case "minLength": MinLength = value; return SchemaKeyword.MinLength;
            case "maxLength": MaxLength = value; return SchemaKeyword.MaxLength;
            case "multipleOf": MultipleOf = value; return SchemaKeyword.MultipleOf;
            case "minProperties": MinProperties = value; return SchemaKeyword.MinProperties;
            case "maxProperties": MaxProperties = value; return SchemaKeyword.MaxProperties;
            case "unevaluatedProperties": UnevaluatedProperties = value; return SchemaKeyword.UnevaluatedProperties;
            case "unevaluatedItems": UnevaluatedItems = value; return SchemaKeyword.UnevaluatedItems;
            case "not": return SchemaKeyword.Not;
            case "if": return SchemaKeyword.If;
            case "then": return SchemaKeyword.Then;
            case "else": return SchemaKeyword.Else;
            case "contains": return SchemaKeyword.Contains;
            case "dependentSchemas": return SchemaKeyword.DependentSchemas;
            case "dependentRequired": DependentRequired = value; return SchemaKeyword.DependentRequired;
            case "dependencies": return SchemaKeyword.Dependencies;
            default: return SchemaKeyword.None;
        }
    }
}
