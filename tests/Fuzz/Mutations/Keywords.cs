using DatabricksApps.Fuzz.Trees;

namespace DatabricksApps.Fuzz.Mutations;

/// <summary>The keywords of schemas of every version, with values that fit and values that don't.</summary>
internal static class Keywords
{
    private static readonly string[] s_types = ["string", "integer", "number", "boolean", "object", "array", "null", "file", "int64", "list", "any"];

    private static readonly string[] s_formats =
    [
        "int32", "int64", "float", "double", "date-time", "date", "time", "duration", "uuid", "uri", "byte", "binary", "password", "decimal", "email",
        "unknown", "base64url",
    ];

    private static readonly string[] s_flags =
    [
        "nullable", "x-nullable", "readOnly", "writeOnly", "deprecated", "additionalProperties", "uniqueItems", "unevaluatedProperties",
        "exclusiveMinimum", "required", "items",
    ];

    private static readonly string[] s_numbers =
    [
        "minimum", "maximum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties",
        "minContains",
    ];

    private static readonly string[] s_texts =
    [
        "title", "description", "pattern", "contentMediaType", "contentEncoding", "$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$comment",
        "x-enum-varnames", "$schema",
    ];

    private static readonly string[] s_schemas =
    [
        "items", "additionalProperties", "not", "contains", "propertyNames", "if", "then", "else", "unevaluatedItems", "additionalItems",
        "contentSchema", "itemSchema",
    ];

    private static readonly string[] s_lists = ["allOf", "anyOf", "oneOf", "prefixItems"];

    private static readonly string[] s_maps = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"];

    private static readonly string[] s_values = ["default", "default", "example", "const", "examples", "enum", "enum", "x-example"];

    /// <summary>Makes a keyword and its value.</summary>
    /// <param name="chance">What decides.</param>
    /// <param name="schema">Makes a schema where the keyword has one.</param>
    public static (string Key, Node Value) Any(Chance chance, Func<Node> schema) => chance.Below(20) switch
    {
        < 3 => ("type", chance.Is(70) ? Type(chance) : Node.Array(Several(chance, () => Type(chance)))),
        3 or 4 => ("format", Node.Text(chance.Pick(s_formats))),
        5 or 6 => (chance.Pick(s_flags), Node.Literal(chance.Pick(["true", "false"]))),
        7 => (chance.Pick(s_numbers), Values.Number(chance)),
        8 => (chance.Pick(s_texts), Node.Text(Texts.Any(chance))),
        < 13 => Value(chance),
        13 => (chance.Pick(s_schemas), chance.Is(80) ? schema() : Node.Literal(chance.Pick(["true", "false"]))),
        14 or 15 => (chance.Pick(s_lists), Node.Array(Several(chance, () => SchemaOf(chance, schema)))),
        16 or 17 => (chance.Pick(s_maps), Node.Object(Several(chance, () => (Texts.Any(chance), SchemaOf(chance, schema))))),
        18 => Discriminator(chance, schema),
        _ => ("required", Node.Array(Several(chance, () => Node.Text(Texts.Any(chance))))),
    };

    private static IEnumerable<T> Several<T>(Chance chance, Func<T> make) => Enumerable.Range(0, chance.Below(4)).Select(_ => make());

    private static Node Type(Chance chance) => Node.Text(chance.Pick(s_types));

    private static Node SchemaOf(Chance chance, Func<Node> schema) => chance.Is(60) ? schema() : Small(chance);

    private static (string Key, Node Value) Value(Chance chance)
    {
        string key = chance.Pick(s_values);
        bool isList = key is "enum" or "examples";
        return (key, isList && chance.Is(90) ? Node.Array(Enumerable.Range(0, chance.Below(5)).Select(_ => Values.Any(chance, 1))) : Values.Any(chance));
    }

    private static (string Key, Node Value) Discriminator(Chance chance, Func<Node> schema)
    {
        Node discriminator = Node.Object(("propertyName", Node.Text(chance.Pick(["type", "kind", "a", Texts.Any(chance)]))));
        if (chance.Is(50))
        {
            discriminator["mapping"] = Node.Object(Enumerable.Range(0, chance.Below(3)).Select(_ => (Texts.Any(chance), schema()["$ref"] ?? Node.Text("a"))));
        }

        return ("discriminator", chance.Is(80) ? discriminator : Node.Text(Texts.Any(chance)));
    }

    /// <summary>Makes a schema of one or two keywords.</summary>
    public static Node Small(Chance chance)
    {
        Node small = Node.Object(("type", Node.Text(chance.Pick(s_types))));
        if (chance.Is(40))
        {
            (string key, Node value) = chance.Is(50) ? Value(chance) : ("format", Node.Text(chance.Pick(s_formats)));
            small[key] = value;
        }

        return small;
    }
}
