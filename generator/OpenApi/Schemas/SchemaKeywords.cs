using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.OpenApi.Schemas;

/// <summary>The keywords of a schema object, sorted in one pass over its members.</summary>
internal struct SchemaKeywords
{
    public JsonNode? Ref, Type, Format, Title, Description, Deprecated, ReadOnly, WriteOnly, Nullable;
    public JsonNode? Default, Const, Enum, Example, Examples;
    public JsonNode? Properties, Required, AdditionalProperties, PatternProperties, Discriminator;
    public JsonNode? Items, PrefixItems, AdditionalItems, MinItems, MaxItems, UniqueItems;
    public JsonNode? AllOf, AnyOf, OneOf, DiscriminatorValue;
    public JsonNode? ContentMediaType, ContentEncoding, ContentSchema;
    public JsonNode? Pattern, Minimum, Maximum, ExclusiveMinimum, ExclusiveMaximum, MinLength, MaxLength;
    public JsonNode? MultipleOf, MinProperties, MaxProperties, UnevaluatedProperties, UnevaluatedItems;

    /// <summary>The keywords that only restrict values, in ways that no C# type has; null if there is none.</summary>
    public List<string>? Unchecked;

    /// <summary>Whether the keyword is there, perhaps as JSON null.</summary>
    public bool HasDefault, HasConst, HasExample;

    /// <summary>Whether a keyword is there that limits the values (those beside a reference make it more than one).</summary>
    public bool Constrains;

    public static SchemaKeywords Sort(JsonObject schema)
    {
        SchemaKeywords keywords = default;
        foreach (KeyValuePair<string, JsonNode?> member in schema)
        {
            keywords.Take(member.Key, member.Value);
        }

        return keywords;
    }

    private void Take(string key, JsonNode? value)
    {
        switch (key)
        {
            case "$ref": Ref = value; return;
            case "$dynamicRef": Ref ??= value; return;
            case "format": Format = value; return;
            case "title": Title = value; return;
            case "description": Description = value; return;
            case "deprecated": Deprecated = value; return;
            case "readOnly": ReadOnly = value; return;
            case "writeOnly": WriteOnly = value; return;
            case "nullable": Nullable = value; return;
            case "x-nullable": Nullable ??= value; return;
            case "default": Default = value; HasDefault = true; return;
            case "example": Example = value; HasExample = true; return;
            case "examples": Examples = value; return;
            case "x-ms-discriminator-value": DiscriminatorValue = value; return;
        }

        if (TakeConstraint(key, value))
        {
            Constrains = true;
        }
    }

    private bool TakeConstraint(string key, JsonNode? value)
    {
        switch (key)
        {
            case "type": Type = value; return true;
            case "const": Const = value; HasConst = true; return true;
            case "enum": Enum = value; return true;
            case "properties": Properties = value; return true;
            case "required": Required = value; return value is JsonArray;
            case "additionalProperties": AdditionalProperties = value; return true;
            case "patternProperties": PatternProperties = value; return true;
            case "discriminator": Discriminator = value; return true;
            case "items": Items = value; return true;
            case "prefixItems": PrefixItems = value; return true;
            case "additionalItems": AdditionalItems = value; return true;
            case "minItems": MinItems = value; return true;
            case "maxItems": MaxItems = value; return true;
            case "uniqueItems": UniqueItems = value; return true;
            case "allOf": AllOf = value; return true;
            case "anyOf": AnyOf = value; return true;
            case "oneOf": OneOf = value; return true;
            case "contentMediaType": ContentMediaType = value; return true;
            case "contentEncoding": ContentEncoding = value; return true;
            case "contentSchema": ContentSchema = value; return true;
            case "pattern": Pattern = value; return true;
            case "minimum": Minimum = value; return true;
            case "maximum": Maximum = value; return true;
            case "exclusiveMinimum": ExclusiveMinimum = value; return true;
            case "exclusiveMaximum": ExclusiveMaximum = value; return true;
            case "minLength": MinLength = value; return true;
            case "maxLength": MaxLength = value; return true;
            case "multipleOf": MultipleOf = value; return true;
            case "minProperties": MinProperties = value; return true;
            case "maxProperties": MaxProperties = value; return true;
            case "unevaluatedProperties": UnevaluatedProperties = value; return true;
            case "unevaluatedItems": UnevaluatedItems = value; return true;
            case "not" or "if" or "then" or "else" or "contains" or "dependentSchemas" or "dependentRequired" or "dependencies":
                (Unchecked ??= new()).Add(key);
                return false;
            default: return false;
        }
    }
}
