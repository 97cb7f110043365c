using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Tests.Documents;

/// <summary>Names that no C# identifier is, or that are one already, in every scope.</summary>
public sealed class NameTests
{
    private static readonly string[] s_names =
    [
        "", "class", "Class", "CLASS", "a-b", "a_b", "aB", "AB", "ab", "1st", "_", "__", "+1", "-1", "$", "日本", "é", "e\u0301", "a b", "a.b", "@at", "\"q\"",
        "options", "cancellationToken", "body", "request", "fields", "response", "app", "App", "value", "Value", "Equals", "GetHashCode", "ToString", "Clone",
        "Task", "String", "string", "List", "Uri", "System", "DatabricksApps", "Dbx", "Json", "MyApp", "original", "EqualityContract", "PrintMembers", "FitOf", "NamesApi", "NamesClient", "NamesJson", "JsonElement", "Object", "record", "file", "var", "async",
        "Match", "Unknown", "Known", "IsKnown", "Kind", "AdditionalProperties", "Assign", "Create", "Dispose", new string('x', 684), new string('x', 683) + "y",
    ];

    [Fact]
    public void Any_name_may_stand_in_any_place()
    {
        JsonObject schemas = [];
        JsonObject properties = [];
        JsonObject paths = [];
        foreach (string name in s_names)
        {
            properties[name] = new JsonObject { ["type"] = "string" };
            schemas[name] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { [name] = new JsonObject { ["enum"] = new JsonArray("a", "b", name + "!") } } };
            paths["/api/" + Uri.EscapeDataString(name)] = new JsonObject { ["get"] = Operation(name), ["put"] = Operation(name), ["post"] = Operation(null) };
        }

        schemas["All"] = new JsonObject { ["type"] = "object", ["properties"] = properties };
        schemas["Enum"] = new JsonObject { ["enum"] = new JsonArray([.. s_names.Select(name => (JsonNode)name)]) };
        schemas["Union"] = new JsonObject { ["oneOf"] = new JsonArray([.. s_names.Where(name => name.Length > 0).Select(name => Reference(name))]) };
        JsonObject document = new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Names", ["version"] = "1" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };

        GeneratedCode code = Generation.RunAndCompile(new Document("names.openapi.json", document.ToJsonString()));

        IEnumerable<string> methods = code.Trees.SelectMany(tree => tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>())
            .SelectMany(method => Remarks.PointersOf(method, "names.openapi.json"))
            .Where(pointer => pointer.StartsWith("/paths/", StringComparison.Ordinal));
        Assert.Equal(s_names.Length * 3, methods.Distinct().Count());
        IEnumerable<string> types = code.Trees.SelectMany(tree => tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<ClassDeclarationSyntax>())
            .SelectMany(type => Remarks.PointersOf(type, "names.openapi.json"))
            .Where(pointer => pointer.StartsWith("/components/schemas/", StringComparison.Ordinal));
        Assert.Equal(s_names.Length + 1, types.Distinct().Count());
    }

    private static JsonObject Operation(string? name) => new()
    {
        ["operationId"] = name,
        ["tags"] = name is null ? [] : new JsonArray(name),
        ["parameters"] = new JsonArray(
        [
            .. s_names.Where(parameter => parameter.Length > 0).SelectMany(parameter => new[] { "query", "header", "cookie" }.Select(place => (JsonNode)new JsonObject
            {
                ["name"] = place == "header" ? "X-" + Uri.EscapeDataString(parameter) : parameter, ["in"] = place, ["schema"] = new JsonObject { ["type"] = "string" },
            })).Take(name == "class" ? 1000 : 3),
        ]),
        ["requestBody"] = new JsonObject { ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } } },
        ["responses"] = new JsonObject(),
    };

    private static JsonObject Reference(string name) =>
        new() { ["$ref"] = "#/components/schemas/" + Uri.EscapeDataString(name.Replace("~", "~0").Replace("/", "~1")) };
}
