using DatabricksApps.Fuzz.Trees;

namespace DatabricksApps.Fuzz.Mutations;

/// <summary>Changes of paths, operations, parameters and bodies, and of the version that says how to read them.</summary>
internal static class OutlineMutations
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace", "query", "GET", "Get", "copy"];

    private static readonly string[] s_mediaTypes =
    [
        "application/json", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded", "application/octet-stream", "text/event-stream",
        "application/jsonl",
        "application/x-ndjson", "application/xml", "image/*", "*/*", "", "nonsense", "application/problem+json", "application/json; charset=latin1",
        "text/html", "a/b/c",
    ];

    private static readonly string[] s_statuses =
    [
        "200", "201", "204", "304", "2XX", "4XX", "404", "422", "default", "5xx", "099", "999", "20x", "", "x-a", "1",
    ];

    private static readonly string[] s_styles =
        ["simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie", "odd"];

    /// <summary>Changes an operation.</summary>
    public static void ChangeOperation(Node root, Chance chance)
    {
        if (PickOperation(root, chance) is not { } place || place.Node.Kind != NodeKind.Object)
        {
            return;
        }

        switch (chance.Below(9))
        {
            case 0:
                place.Node["operationId"] = null;
                break;
            case 1:
                place.Node["operationId"] = Node.Text(Texts.Any(chance));
                break;
            case 2:
                place.Node["operationId"] = PickOperation(root, chance)?.Node["operationId"]?.Clone();
                break;
            case 3:
                place.Node["tags"] = Node.Array(Enumerable.Range(0, chance.Below(3)).Select(_ => Node.Text(Texts.Any(chance))));
                break;
            case 4:
                place.Child.Key = chance.Pick(s_methods);
                break;
            case 5:
                place.Parent.Children.Add(new Child(chance.Pick(s_methods), place.Node.Clone()));
                break;
            case 6:
                place.Node["responses"] = Node.Object((chance.Pick(s_statuses), Response(root, chance)), (chance.Pick(s_statuses), Response(root, chance)));
                break;
            case 7:
                place.Node["security"] = Node.Array(Node.Object((Texts.Any(chance), Node.Array())));
                break;
            default:
                string url = chance.Pick(["/", "", "https://a.example/{v}", "/v1/", "//x", Texts.Any(chance)]);
                place.Node["servers"] = Node.Array(Node.Object(("url", Node.Text(url))));
                break;
        }
    }

    /// <summary>Changes a path, or what stands beside its operations.</summary>
    public static void ChangePath(Node root, Chance chance)
    {
        if (root["paths"] is not { Kind: NodeKind.Object, Children.Count: > 0 } paths)
        {
            return;
        }

        Child path = chance.Pick(paths.Children);
        switch (chance.Below(8))
        {
            case 0:
                path.Key += chance.Pick(["/{id}", "/{", "/}", "/{a}{b}", "/{id}/{id}", "//", "?x=1", "#x", "/%2F", "/..", "/*", "{+path}", "/{a b}", "/:id"]);
                break;
            case 1:
                path.Key = "/" + string.Join('/', Enumerable.Repeat("abcdefghi", chance.Pick([3, 20, 60, 120, 300])));
                break;
            case 2:
                path.Key = path.Key.TrimStart('/');
                break;
            case 3 when path.Node.Kind == NodeKind.Object:
                string to = chance.Pick(["#/components/pathItems/Nowhere", "other.yaml", "#/paths/" + SchemaPlaces.Escape(path.Key), "#"]);
                path.Node.Children.Insert(0, new Child("$ref", Node.Text(to)));
                break;
            case 4 when path.Node.Kind == NodeKind.Object:
                Node copy = path.Node.Children.FirstOrDefault()?.Node.Clone() ?? Node.Object();
                path.Node["additionalOperations"] = Node.Object((chance.Pick(["COPY", "get", "a b", "", "QUERY"]), copy));
                break;
            case 5:
                paths.Children.Add(new Child("/ref" + chance.Below(10), Node.Reference("#/paths/" + SchemaPlaces.Escape(path.Key))));
                break;
            case 6:
                root["webhooks"] = Node.Object((Texts.Any(chance), path.Node.Clone()));
                break;
            default:
                paths.Children.Add(new Child("/" + Texts.Any(chance), path.Node.Clone()));
                break;
        }
    }

    /// <summary>Adds a parameter, or changes what one says.</summary>
    public static void ChangeParameter(Node root, Chance chance)
    {
        if (PickOperation(root, chance)?.Node is not { Kind: NodeKind.Object } operation)
        {
            return;
        }

        Node parameter = Node.Object(
            ("name", Node.Text(Texts.Any(chance))),
            ("in", Node.Text(chance.Pick(["query", "path", "header", "cookie", "querystring", "body", "formData", "nowhere"]))),
            ("required", Node.Literal(chance.Pick(["true", "false"]))));
        parameter[chance.Pick(["schema", "schema", "items", "type"])] = Schema(root, chance);
        parameter["style"] = chance.Is(50) ? Node.Text(chance.Pick(s_styles)) : null;
        parameter["explode"] = chance.Is(30) ? Node.Literal(chance.Pick(["true", "false"])) : null;
        parameter["collectionFormat"] = chance.Is(10) ? Node.Text(chance.Pick(["csv", "ssv", "tsv", "pipes", "multi"])) : null;
        parameter["content"] = chance.Is(10) ? Node.Object((chance.Pick(s_mediaTypes), Node.Object(("schema", Schema(root, chance))))) : null;
        if (operation["parameters"] is { Kind: NodeKind.Array } parameters)
        {
            parameters.Children.Add(new Child("", parameter));
        }
        else
        {
            operation["parameters"] = Node.Array(parameter);
        }
    }

    /// <summary>Gives an operation another body.</summary>
    public static void ChangeBody(Node root, Chance chance)
    {
        if (PickOperation(root, chance)?.Node is { Kind: NodeKind.Object } operation)
        {
            operation["requestBody"] = Node.Object(("content", Content(root, chance)), ("required", Node.Literal(chance.Pick(["true", "false"]))));
        }
    }

    /// <summary>Calls the document another version, with and without moving its schemas there.</summary>
    public static void ChangeVersion(Node root, Chance chance)
    {
        bool isSwagger = chance.Is(40);
        root["openapi"] = isSwagger ? null : Node.Text(chance.Pick(["3.0.3", "3.1.0", "3.2.0", "3", "3.9", "2.0", "4.0.0"]));
        root["swagger"] = isSwagger ? Node.Text("2.0") : null;
        if (isSwagger && chance.Is(50) && root["components"]?["schemas"] is { } schemas)
        {
            root["definitions"] = schemas.Clone();
        }
    }

    private static Place? PickOperation(Node root, Chance chance)
    {
        Place[] operations =
        [
            .. from path in root["paths"]?.Children ?? []
               from child in path.Node.Children
               where s_methods.Contains(child.Key)
               select new Place(path.Node, child),
        ];
        return operations.Length == 0 ? null : chance.Pick(operations);
    }

    private static Node Response(Node root, Chance chance) => chance.Is(80)
        ? Node.Object(("description", Node.Text("")), ("content", Content(root, chance)))
        : Node.Object(("description", Node.Text("")), ("schema", Schema(root, chance)));

    private static Node Content(Node root, Chance chance) => Node.Object(Enumerable.Range(0, chance.Between(1, 3))
        .Select(_ => (chance.Pick(s_mediaTypes), Node.Object((chance.Is(85) ? "schema" : "itemSchema", Schema(root, chance))))));

    private static Node Schema(Node root, Chance chance) =>
        chance.Is(60) ? Node.Reference(SchemaPlaces.PickTarget(root, chance)) : Keywords.Small(chance);
}
