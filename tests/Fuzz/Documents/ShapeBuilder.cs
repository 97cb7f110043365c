using DatabricksApps.Fuzz.Mutations;
using DatabricksApps.Fuzz.Trees;

namespace DatabricksApps.Fuzz.Documents;

/// <summary>
/// Makes documents whose few named schemas are made of each other in any way. Real documents hardly recurse, and what
/// goes wrong in binding goes wrong there.
/// </summary>
internal sealed class ShapeBuilder
{
    private const int MostDepth = 3;

    private static readonly string[] s_names = ["Node", "Tree", "A", "node", "Item", "ItemInput", "Pet"];

    private static readonly string[] s_members = ["parents", "children", "value", "parents_", "kind", "x"];

    private readonly Chance _chance;
    private readonly string[] _names;
    private readonly List<Node> _made = [];

    private ShapeBuilder(Chance chance)
    {
        _chance = chance;
        _names = [.. Enumerable.Range(0, chance.Between(1, 4)).Select(_ => chance.Pick(s_names)).Distinct()];
    }

    /// <summary>Makes a document.</summary>
    public static Node Build(Chance chance) => new ShapeBuilder(chance).Build();

    private Node Build()
    {
        Node schemas = Node.Object(_names.Select(name => (name, Schema(0))));
        return Node.Object(
            ("openapi", Node.Text(_chance.Pick(["3.0.3", "3.1.0"]))),
            ("info", Node.Object(("title", Node.Text("Shapes")), ("version", Node.Text("1")))),
            ("paths", Node.Object(Enumerable.Range(0, _chance.Between(1, 2)).Select(number => ($"/api/{number}", Path(number))))),
            ("components", Node.Object(("schemas", schemas))));
    }

    private Node Path(int number)
    {
        Node post = Node.Object(
            ("operationId", Node.Text($"send_{number}")),
            ("requestBody", Node.Object(("content", Json()))),
            ("responses", Node.Object(("200", Node.Object(("description", Node.Text("")), ("content", Json()))))));
        return Node.Object(("post", post));
    }

    private Node Json() => Node.Object(("application/json", Node.Object(("schema", _chance.Is(70) ? Reference() : Schema(1)))));

    private Node Reference() => Node.Reference("#/components/schemas/" + _chance.Pick(_names));

    private Node Schema(int depth)
    {
        // The same in two places is to be one type.
        if (_made.Count > 0 && depth > 0 && _chance.Is(20))
        {
            return _chance.Pick(_made).Clone();
        }

        Node schema = depth >= MostDepth ? Leaf() : Composed(depth + 1);
        if (_chance.Is(15))
        {
            (string key, Node value) = Annotation();
            schema[key] = value;
        }

        _made.Add(schema);
        return schema;
    }

    private Node Leaf() => _chance.Is(70) ? Reference() : Keywords.Small(_chance);

    private Node Composed(int depth) => _chance.Below(13) switch
    {
        0 => Leaf(),
        1 or 2 => Node.Object(("type", Node.Text("array")), ("items", Schema(depth))),
        3 => Node.Object(("type", Node.Text("object")), ("additionalProperties", Schema(depth))),
        4 => Node.Object(("type", Node.Text("array")), ("prefixItems", Several(depth)), ("minItems", Node.Literal("2")), ("items", Node.Literal("false"))),
        5 => Node.Object(("allOf", Node.Array(Reference(), Schema(depth)))),
        6 => Node.Object(("$ref", Reference()["$ref"]!), ("allOf", Node.Array(Schema(depth)))),
        7 => Node.Object((_chance.Pick(["anyOf", "oneOf"]), Several(depth))),
        8 => Node.Object(("anyOf", Node.Array(Schema(depth), Node.Object(("type", Node.Text("null")))))),
        9 => Node.Object(("allOf", Several(depth))),
        _ => Members(depth),
    };

    private Node Several(int depth) => Node.Array(Enumerable.Range(0, _chance.Between(1, 3)).Select(_ => Schema(depth)));

    private Node Members(int depth)
    {
        string[] names = [.. Enumerable.Range(0, _chance.Between(1, 3)).Select(_ => _chance.Pick(s_members)).Distinct()];
        Node members = Node.Object(("type", Node.Text("object")), ("properties", Node.Object(names.Select(name => (name, Schema(depth))))));
        if (_chance.Is(40))
        {
            members["required"] = Node.Array(Node.Text(_chance.Pick(names)));
        }

        return members;
    }

    private (string Key, Node Value) Annotation() => _chance.Below(8) switch
    {
        0 => ("title", Node.Text(_chance.Pick(s_names))),
        1 => ("nullable", Node.Literal("true")),
        2 => ("readOnly", Node.Literal("true")),
        3 => ("writeOnly", Node.Literal("true")),
        4 => ("default", Values.Any(_chance)),
        5 => ("const", Values.Any(_chance, 1)),
        6 => ("discriminator", Node.Object(("propertyName", Node.Text("kind")))),
        _ => Keywords.Any(_chance, Reference),
    };
}
