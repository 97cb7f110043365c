using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.Tests.Documents;

/// <summary>Generated code compiles beside any names of a project, and with any names of a document.</summary>
public sealed class ForeignNamesTests
{
    private static readonly string[] s_names =
        ["Json", "Dbx", "App", "dbApps", "sysJson", "thisApi", "System", "Task", "List", "HttpClient", "String", "Object", "Guid", "Type", "DateTime", "AppRequest", "DatabricksApps", "Microsoft"];

    public static TheoryData<string> Sources { get; } =
    [
        .. s_names.Select(name => $"global using {name} = System.Text.StringBuilder;"),
        .. s_names.Select(name => $"global using {name} = System.Text;"),
        .. s_names.Select(name => $"namespace MyApp.{name} {{ class Own {{ }} }}"),
        .. s_names.Select(name => $"namespace MyApp {{ class {name} {{ }} }}"),
        .. s_names.Except(["System", "DatabricksApps", "Microsoft"]).Select(name => $"class {name} {{ }}"),
        "global using System.Text.Json; global using DatabricksApps; global using DatabricksApps.Generated; global using static System.Math;",
    ];

    private static readonly Document s_document = new("shop.openapi.json", new JsonObject
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject { ["title"] = "Shop", ["version"] = "1" },
        ["paths"] = new JsonObject([.. s_names.Select(Path)]),
        ["components"] = new JsonObject { ["schemas"] = new JsonObject([.. s_names.Select(Schema), Union()]) },
    }.ToJsonString());

    private static readonly Project s_project = new(new DatabricksAppGenerator(rethrowsBugs: true));
    private static readonly Microsoft.CodeAnalysis.GeneratorDriver s_driver = s_project.CreateDriver([s_document]);

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_project_may_have_names_of_its_own(string source)
    {
        GeneratedCode code = Project.Run(s_driver, s_project.CreateCompilation(source), TestContext.Current.CancellationToken);

        Assert.Empty(code.GetCompilerDiagnostics(TestContext.Current.CancellationToken));
    }

    private static KeyValuePair<string, JsonNode?> Schema(string name) => new(name, new JsonObject
    {
        ["type"] = "object",
        ["required"] = new JsonArray("a"),
        ["properties"] = new JsonObject
        {
            ["a"] = new JsonObject { ["type"] = "string", ["format"] = "date-time" },
            ["b"] = new JsonObject { ["type"] = "array", ["items"] = Reference("List") },
            ["c"] = new JsonObject { ["enum"] = new JsonArray("Json", "System") },
            ["d"] = new JsonObject { ["type"] = "string", ["default"] = "x" },
        },
    });

    private static KeyValuePair<string, JsonNode?> Union() =>
        new("Any", new JsonObject { ["oneOf"] = new JsonArray([.. s_names.Select(name => (JsonNode)Reference(name))]) });

    private static KeyValuePair<string, JsonNode?> Path(string name) => new($"/api/{name}/{{id}}", new JsonObject
    {
        ["put"] = new JsonObject
        {
            ["operationId"] = "put" + name,
            ["tags"] = new JsonArray(name),
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = "id", ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" } }),
            ["requestBody"] = new JsonObject { ["content"] = Content(name) },
            ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "", ["content"] = Content("Any") } },
        },
    });

    private static JsonObject Content(string name) => new() { ["application/json"] = new JsonObject { ["schema"] = Reference(name) } };

    private static JsonObject Reference(string name) => new() { ["$ref"] = "#/components/schemas/" + name };
}
