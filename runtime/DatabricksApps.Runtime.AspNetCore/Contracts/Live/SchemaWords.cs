using System.Text.Json;

namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>What single schemas say by themselves, as the generator takes it.</summary>
internal static class SchemaWords
{
    // What ASP.NET Core's patterns of numbers begin with: its apps read them from strings too.
    private const string AspNetNumber = @"^-?(?:0|[1-9]\d*)";
    private const string PydanticDecimal = "^(?!^[-+.]*$)[+-]?0*";

    private static readonly HashSet<string> s_annotations = new(StringComparer.Ordinal)
    {
        "$ref", "nullable", "x-nullable", "title", "description", "summary", "default", "example", "examples", "deprecated", "readOnly", "writeOnly",
        "$comment", "externalDocs", "xml",
    };

    /// <summary>Tells whether a member of a schema says nothing about which values there are.</summary>
    public static bool IsAnnotation(string name) => s_annotations.Contains(name) || name.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>Tells whether all that a schema has is a reference or null, beside what says nothing of values.</summary>
    public static bool IsBare(JsonElement schema, string except = "$ref") =>
        schema.EnumerateObject().All(member => member.Name == except || IsAnnotation(member.Name));

    /// <summary>Gets the kinds that <c>type</c> names; null: a type that there is not.</summary>
    public static JsonKinds? KindsOf(JsonElement type, out bool mayBeNull)
    {
        JsonKinds kinds = JsonKinds.None;
        mayBeNull = false;
        foreach (JsonElement one in type.ValueKind == JsonValueKind.Array ? LiveDocument.Items(type) : [type])
        {
            string? name = LiveDocument.Text(one);
            mayBeNull |= name == "null";
            if (KindOf(name) is not { } kind)
            {
                return null;
            }

            kinds |= kind;
        }

        return kinds;
    }

    /// <summary>Gets what a schema without a type is by what else it says; null: nothing tells.</summary>
    public static JsonKinds? Implied(JsonElement schema)
    {
        string? format = Format(schema);
        return Has("properties") || Has("additionalProperties") ? JsonKinds.Object
            : Has("items") || Has("prefixItems") ? JsonKinds.Array
            : format is "date-time" or "date" or "time" or "uuid" or "uuid4" or "uri" or "url" or "binary" or "byte" or "password" or "email" ? JsonKinds.String
            : format is "int8" or "int16" or "int32" or "int64" or "uint8" or "uint16" or "uint32" or "uint64" ? JsonKinds.Integer
            : format is "float" or "double" ? JsonKinds.Number
            : null;

        bool Has(string name) => schema.TryGetProperty(name, out _);
    }

    /// <summary>Gets the kinds of given values; null: there are none.</summary>
    public static JsonKinds? OfValues(IReadOnlyList<JsonElement> values, out bool mayBeNull)
    {
        mayBeNull = values.Any(value => value.ValueKind == JsonValueKind.Null);
        return values.Count == 0 ? null : values.Select(KindOf).Aggregate(JsonKinds.None, (all, kind) => all | kind);
    }

    /// <summary>Gets the only values that a schema has; none: any.</summary>
    public static IReadOnlyList<JsonElement> ValuesOf(JsonElement schema) =>
        LiveDocument.Get(schema, "const") is { } only ? [only] : [.. LiveDocument.Items(LiveDocument.Get(schema, "enum"))];

    /// <summary>Gets kinds with all that is among them: integers are numbers.</summary>
    public static JsonKinds Whole(JsonKinds kinds) => kinds.HasFlag(JsonKinds.Number) ? kinds | JsonKinds.Integer : kinds;

    /// <summary>Leaves out what is but another spelling of a number.</summary>
    public static JsonKinds WithoutSpellings(JsonElement schema, JsonKinds kinds)
    {
        if ((kinds & (JsonKinds.Integer | JsonKinds.Number)) != 0
            && LiveDocument.Text(LiveDocument.Get(schema, "pattern"))?.StartsWith(AspNetNumber, StringComparison.Ordinal) == true)
        {
            kinds &= ~JsonKinds.String;
        }

        return kinds == JsonKinds.Number && Format(schema) is "int32" or "int64" ? JsonKinds.Integer : kinds;
    }

    /// <summary>Tells whether a branch only lists the numbers that JSON has not.</summary>
    public static bool IsNotFinite(JsonElement branch) =>
        ValuesOf(branch) is { Count: > 0 } values && values.All(value => LiveDocument.Text(value) is "NaN" or "Infinity" or "-Infinity");

    /// <summary>Spells the string of a schema, as a lock does.</summary>
    public static string StringOf(JsonElement schema)
    {
        bool isBase64 = LiveDocument.Text(LiveDocument.Get(schema, "contentEncoding")) == "base64";
        return Format(schema) switch
        {
            "date-time" => "string:date-time",
            "date" => "string:date",
            "time" => "string:time",
            "duration" => "string:duration",
            "uuid" or "uuid1" or "uuid3" or "uuid4" or "uuid5" => "string:uuid",
            "uri" or "url" or "uri-reference" => "string:uri",
            "byte" or "base64" => "string:bytes",
            "binary" when isBase64 => "string:bytes",
            null when isBase64 => "string:bytes",
            "decimal" => "string:decimal",
            null when LiveDocument.Text(LiveDocument.Get(schema, "pattern"))?.StartsWith(PydanticDecimal, StringComparison.Ordinal) == true => "string:decimal",
            _ => "string",
        };
    }

    /// <summary>Spells the integer of a schema.</summary>
    public static string IntegerOf(JsonElement schema) => Format(schema) switch
    {
        "int32" or "int16" or "int8" or "uint16" or "uint8" => "integer:int32",
        "uint64" => "integer:big",
        _ => IsBeyondInt64(schema, "maximum") || IsBeyondInt64(schema, "minimum") ? "integer:big" : "integer",
    };

    private static bool IsBeyondInt64(JsonElement schema, string bound) =>
        LiveDocument.Get(schema, bound) is { ValueKind: JsonValueKind.Number } number && Math.Abs(number.GetDouble()) > 9.3e18;

    private static string? Format(JsonElement schema) => LiveDocument.Text(LiveDocument.Get(schema, "format"));

    private static JsonKinds? KindOf(string? type) => type switch
    {
        "string" => JsonKinds.String,
        "integer" => JsonKinds.Integer,
        "number" => JsonKinds.Number,
        "boolean" => JsonKinds.Boolean,
        "array" => JsonKinds.Array,
        "object" => JsonKinds.Object,
        "null" => JsonKinds.None,
        _ => null,
    };

    private static JsonKinds KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonKinds.String,
        JsonValueKind.Number => value.TryGetInt64(out _) ? JsonKinds.Integer : JsonKinds.Number,
        JsonValueKind.True or JsonValueKind.False => JsonKinds.Boolean,
        JsonValueKind.Array => JsonKinds.Array,
        JsonValueKind.Object => JsonKinds.Object,
        _ => JsonKinds.None,
    };
}
