using System.Text.Json.Nodes;

namespace DatabricksApps.Shuffle;

/// <summary>A small document whose schemas hold each other and themselves in every way that a schema can.</summary>
internal sealed class RandomDocument
{
    private static readonly string[] s_properties = ["id", "name", "status", "data", "next", "items", "kind", "value"];
    private static readonly string[] s_titles = ["Item", "Status", "Data", "Link", "Page[Item]"];
    private static readonly string[] s_formats = ["date-time", "uuid", "uri", "date", "byte", "password", "unknown"];

    private readonly Random _random;
    private readonly int _components;

    private RandomDocument(int seed)
    {
        _random = new Random(seed);
        _components = _random.Next(3, 13);
    }

    /// <summary>Makes a document; the same seed gives the same.</summary>
    public static JsonObject Create(int seed) => new RandomDocument(seed).Document();

    private JsonObject Document()
    {
        JsonObject schemas = [];
        for (int i = 0; i < _components; i++)
        {
            schemas[NameOf(i)] = Composite(3);
        }

        JsonObject paths = [];
        int operations = _random.Next(1, 4);
        for (int i = 0; i < operations; i++)
        {
            paths["/api/things" + i] = new JsonObject { ["post"] = Operation(i) };
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "T", ["version"] = "1" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };
    }

    /// <summary>Some names differ in case alone, or are such as FastAPI makes.</summary>
    private static string NameOf(int index) => index switch
    {
        0 => "Item",
        1 => "Node-Input",
        2 => "Node-Output",
        3 => "app__models__Item",
        4 => "Page_Item_",
        5 => "item_status",
        _ => "Schema" + index,
    };

    private JsonObject Operation(int index)
    {
        JsonObject operation = new()
        {
            ["operationId"] = "send" + index,
            ["requestBody"] = Content(Schema(2)),
            ["responses"] = new JsonObject { ["200"] = Content(Schema(2)) },
        };
        if (Chance(3))
        {
            ((JsonObject)operation["responses"]!)["404"] = Content(Schema(1));
        }

        if (Chance(2))
        {
            operation["parameters"] = new JsonArray(new JsonObject { ["in"] = "query", ["name"] = "status", ["schema"] = Schema(1) });
        }

        return operation;
    }

    private static JsonObject Content(JsonNode schema) => new()
    {
        ["description"] = "",
        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } },
    };

    private JsonObject Reference() => new() { ["$ref"] = "#/components/schemas/" + NameOf(_random.Next(_components)) };

    private JsonObject Schema(int depth) => depth == 0 || Chance(3) ? Leaf() : Composite(depth);

    private JsonObject Leaf() => _random.Next(9) switch
    {
        0 => new() { ["type"] = "string" },
        1 => new() { ["type"] = "integer" },
        2 => new() { ["type"] = "string", ["enum"] = new JsonArray("a", "b", Chance(3) ? "A" : "c") },
        3 => new() { ["type"] = "string", ["format"] = Pick(s_formats) },
        4 => Chance(2) ? new() { ["const"] = "c" } : new() { ["enum"] = new JsonArray(1, 2, null) },
        5 => [],
        _ => Reference(),
    };

    private JsonObject Composite(int depth)
    {
        JsonObject schema = _random.Next(16) switch
        {
            0 => new() { ["type"] = "array", ["items"] = Schema(depth - 1) },
            1 => new() { ["type"] = "object", ["additionalProperties"] = Schema(depth - 1) },
            2 => Tuple(depth),
            3 => new() { ["allOf"] = new JsonArray(Reference(), Object(depth)) },
            4 => new() { ["allOf"] = Chance(2) ? new JsonArray(Reference()) : new JsonArray(Reference(), new JsonObject { ["const"] = new JsonObject() }) },
            5 => new() { ["anyOf"] = new JsonArray(Schema(depth - 1), new JsonObject { ["type"] = "null" }) },
            6 => new() { ["anyOf"] = new JsonArray(Schema(depth - 1), Schema(depth - 1), Schema(0)) },
            7 => Discriminated(),
            8 => new() { ["oneOf"] = new JsonArray(Schema(depth - 1), Schema(depth - 1)) },
            9 => new() { ["allOf"] = new JsonArray(Reference(), Reference()) },
            10 => new() { ["type"] = new JsonArray("object", "array"), ["properties"] = new JsonObject { ["next"] = Schema(depth - 1) }, ["items"] = Schema(0) },
            11 => Base(depth),
            12 => new() { ["type"] = "object", ["patternProperties"] = new JsonObject { ["^x"] = Schema(depth - 1) } },
            _ => Object(depth),
        };
        if (Chance(4))
        {
            schema["title"] = Pick(s_titles);
        }

        if (Chance(12))
        {
            schema["nullable"] = true;
        }

        return schema;
    }

    private JsonObject Object(int depth)
    {
        JsonObject properties = [];
        foreach (string name in s_properties.OrderBy(_ => _random.Next()).Take(_random.Next(1, 5)).ToList())
        {
            JsonObject property = Schema(depth - 1);
            if (Chance(8))
            {
                property[Chance(2) ? "readOnly" : "writeOnly"] = true;
            }

            if (Chance(8))
            {
                property["default"] = Chance(2) ? new JsonObject() : Chance(2) ? "a" : new JsonArray();
            }

            properties[name] = property;
        }

        JsonObject schema = new() { ["type"] = "object", ["properties"] = properties };
        if (Chance(2))
        {
            schema["required"] = new JsonArray([.. properties.Where(_ => Chance(2)).Select(property => JsonValue.Create(property.Key))]);
        }

        if (Chance(6))
        {
            schema["additionalProperties"] = Chance(2) ? false : Schema(0);
        }

        return schema;
    }

    /// <summary>What others are of by allOf: the family of its discriminator.</summary>
    private JsonObject Base(int depth)
    {
        JsonObject schema = Object(depth);
        ((JsonObject)schema["properties"]!)["kind"] = new JsonObject { ["type"] = "string" };
        schema["discriminator"] = new JsonObject { ["propertyName"] = "kind" };
        return schema;
    }

    private JsonObject Tuple(int depth)
    {
        // Eight are more than a value tuple holds.
        int count = Chance(4) ? 8 : 2;
        JsonArray items = [.. Enumerable.Range(0, count).Select(index => Schema(index < 2 ? depth - 1 : 0))];
        JsonObject schema = new() { ["type"] = "array", ["prefixItems"] = items };
        if (!Chance(4))
        {
            schema["minItems"] = count;
        }

        if (Chance(2))
        {
            schema["maxItems"] = count;
        }

        return schema;
    }

    private JsonObject Discriminated()
    {
        JsonObject discriminator = new() { ["propertyName"] = "kind" };
        JsonArray cases = [];
        JsonObject mapping = [];
        for (int i = 0; i < 2; i++)
        {
            JsonObject reference = Reference();
            mapping["tag" + i] = (string)reference["$ref"]!;
            cases.Add(reference);
        }

        if (Chance(2))
        {
            discriminator["mapping"] = mapping;
        }

        return new JsonObject { [Chance(2) ? "oneOf" : "anyOf"] = cases, ["discriminator"] = discriminator };
    }

    private bool Chance(int of) => _random.Next(of) == 0;

    private string Pick(string[] texts) => texts[_random.Next(texts.Length)];
}
