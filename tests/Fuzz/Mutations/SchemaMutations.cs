using DatabricksApps.Fuzz.Trees;

namespace DatabricksApps.Fuzz.Mutations;

/// <summary>Changes of schemas: what they are made of, and what they refer to.</summary>
internal static class SchemaMutations
{
    private const int MostLevels = 12;

    /// <summary>Puts a schema into another.</summary>
    public static void Wrap(Node root, Chance chance)
    {
        if (SchemaPlaces.Pick(root, chance) is { } place)
        {
            place.Child.Node = Wrapped(place.Node, chance);
        }
    }

    /// <summary>Adds a keyword, fitting or not.</summary>
    public static void AddKeyword(Node root, Chance chance)
    {
        if (SchemaPlaces.Pick(root, chance) is { } place)
        {
            (string key, Node value) = Keywords.Any(chance, () => Node.Reference(SchemaPlaces.PickTarget(root, chance)));
            place.Node[key] = value;
        }
    }

    /// <summary>Points a reference somewhere else, also at what holds it.</summary>
    public static void Redirect(Node root, Chance chance)
    {
        Place[] references = [.. root.Places().Where(place => place.Key is "$ref" or "$dynamicRef" or "$recursiveRef" && place.Node.Kind == NodeKind.Text)];
        if (references.Length > 0)
        {
            chance.Pick(references).Child.Node = Node.Text(SchemaPlaces.PickTarget(root, chance));
        }
    }

    /// <summary>Replaces a schema by a reference.</summary>
    public static void ReplaceByReference(Node root, Chance chance)
    {
        if (SchemaPlaces.Pick(root, chance) is { } place)
        {
            place.Child.Node = Node.Reference(SchemaPlaces.PickTarget(root, chance));
        }
    }

    /// <summary>Lets a schema extend a named one, often itself: by allOf or by keywords beside the reference.</summary>
    public static void Extend(Node root, Chance chance)
    {
        if (SchemaPlaces.Pick(root, chance) is not { } place)
        {
            return;
        }

        Node reference = Node.Reference(SchemaPlaces.PickTarget(root, chance));
        Node own = chance.Is(50) ? place.Node : Node.Object(Keywords.Any(chance, reference.Clone));
        if (chance.Is(30))
        {
            reference["allOf"] = Node.Array(own);
            place.Child.Node = reference;
        }
        else
        {
            place.Child.Node = Node.Object(("allOf", chance.Is(70) ? Node.Array(reference, own) : Node.Array(own, reference)));
        }
    }

    /// <summary>Puts a member a second time under another name: what is the same in two places is one type, if all goes well.</summary>
    public static void Repeat(Node root, Chance chance)
    {
        Place[] maps = [.. root.Places().Where(place => place.Key is "properties" or "schemas" or "definitions" && place.Node.Children.Count > 0)];
        if (maps.Length == 0)
        {
            return;
        }

        Node map = chance.Pick(maps).Node;
        Child picked = chance.Pick(map.Children);
        map.Children.Add(new Child(picked.Key + chance.Pick(["_", "2", "s", "Input", "Output", "-a"]), picked.Node.Clone()));
    }

    /// <summary>Adds named schemas of which each level is made of the one below it, several times.</summary>
    public static void Multiply(Node root, Chance chance)
    {
        Node? schemas = root["components"]?["schemas"] ?? root["definitions"];
        if (schemas?.Kind != NodeKind.Object)
        {
            return;
        }

        string prefix = root["definitions"] is null ? "#/components/schemas/" : "#/definitions/";
        int levels = chance.Between(2, MostLevels);
        int form = chance.Below(6);
        for (int level = 0; level < levels; level++)
        {
            Node below = level == levels - 1 ? Node.Object(("type", Node.Text("string"))) : Node.Reference($"{prefix}Level{level + 1}");
            schemas[$"Level{level}"] = form switch
            {
                0 => Pair(below, below.Clone()),
                1 => Node.Object(("type", Node.Text("object")), ("additionalProperties", below)),
                2 => Node.Object(("anyOf", Node.Array(below, Node.Object(("type", Node.Text("array")), ("items", below.Clone()))))),
                3 => Node.Object(("type", Node.Text("object")), ("properties", Node.Object(("a", below), ("b", below.Clone())))),
                4 => Node.Object(("allOf", Node.Array(below, Node.Object(("properties", Node.Object(($"p{level}", below.Clone()))))))),
                _ => Node.Object(("type", Node.Text("array")), ("items", below)),
            };
        }
    }

    private static Node Pair(Node first, Node second) => Node.Object(
        ("type", Node.Text("array")), ("prefixItems", Node.Array(first, second)), ("minItems", Node.Literal("2")), ("items", Node.Literal("false")));

    private static Node Wrapped(Node schema, Chance chance) => chance.Below(14) switch
    {
        0 => Node.Object(("allOf", Node.Array(schema))),
        1 => Node.Object(("anyOf", Node.Array(schema, Node.Object(("type", Node.Text("null")))))),
        2 => Node.Object(("oneOf", Node.Array(schema, Node.Object(("type", Node.Text(chance.Pick(["string", "integer", "array", "object"]))))))),
        3 or 4 => Node.Object(("type", Node.Text("array")), ("items", schema)),
        5 or 6 => Node.Object(("type", Node.Text("object")), ("additionalProperties", schema)),
        7 => Pair(schema, schema.Clone()),
        8 => Node.Object(("type", Node.Text("object")), ("properties", Node.Object((Texts.Any(chance), schema), ("b", schema.Clone())))),
        9 => Node.Object(("allOf", Node.Array(schema)), ("nullable", Node.Literal("true")), ("title", Node.Text(Texts.Any(chance)))),
        10 => Node.Object(("anyOf", Node.Array(schema, schema.Clone(), Node.Object(("type", Node.Text("array")), ("items", schema.Clone()))))),
        11 => Node.Object(("not", schema)),
        12 => Node.Object(("type", Node.Text("object")), ("patternProperties", Node.Object((chance.Pick(["^a", ".*", "(", "^x-"]), schema)))),
        _ => Node.Object(("type", Node.Text("array")), ("items", Node.Array(schema, schema.Clone()))),
    };
}
