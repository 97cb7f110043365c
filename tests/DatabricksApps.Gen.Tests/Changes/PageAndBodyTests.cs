using System.Text.Json.Nodes;
using DatabricksApps.Contract.Pairs;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Tests.Contract;

namespace DatabricksApps.Gen.Tests.Changes;

/// <summary>What the method for all pages gives by itself, and a body that became the field of one: C# is the same, and what is deployed is broken.</summary>
public sealed class PageAndBodyTests
{
    private const string List = "/api/items";
    private const string Team = """{ "name": "X-Team", "in": "header", "required": true, "schema": { "type": "string" } }""";
    private const string Limit = """{ "name": "limit", "in": "query", "schema": { "type": "integer", "default": 20, "maximum": 100 } }""";
    private const string Offset = """{ "name": "offset", "in": "query", "schema": { "type": "integer", "default": 0 } }""";
    private const string Skip = """{ "name": "skip", "in": "query", "schema": { "type": "integer", "default": 0 } }""";
    private const string Other = """{ "name": "q", "in": "query", "schema": { "type": "string" } }""";
    private const string All = "await foreach (Item one in depot.Items.ListItemsAllAsync(\"a\")) { }";

    [Theory]
    [InlineData($"[{Team}, {Limit}, {Offset}]", $"[{Team}, {Limit}, {Skip}]", "DBXAPP0303")]
    [InlineData($"[{Team}, {Limit}, {Offset}]", $"[{Team}, {Limit}, {Offset}]")]

    // All items come, whatever a page has.
    [InlineData($"[{Team}, {Limit}, {Offset}]", $$"""[{{Team}}, { "name": "limit", "in": "query", "schema": { "type": "integer", "default": 50, "maximum": 100 } }, {{Offset}}]""")]

    // What is deployed asks as before.
    [InlineData($"[{Team}, {Limit}, {Offset}, {Other}]", $"[{Team}, {Limit}, {Offset}]")]
    public void The_method_for_all_pages_is_told_of_its_own_parameters(string before, string after, params string[] ids) =>
        Assert.Equal(ids, Told(document => Parameters(document, before), document => Parameters(document, after), All));

    [Theory]
    [InlineData("", "DBXAPP0303")]
    [InlineData(", \"by\"", "CS7036", "DBXAPP0301", "DBXAPP0303")]
    public void A_body_that_became_the_field_of_one_is_of_the_wire_alone(string alsoRequired, params string[] ids) =>
        Assert.Equal(ids, Told(_ => { }, document => Embed(document, alsoRequired), """await depot.Items.CreateItemAsync(new NewItem { Name = "a" });""").Order(StringComparer.Ordinal));

    private static string[] Told(Action<JsonNode> before, Action<JsonNode> after, string statements)
    {
        string was = With(before);
        string accepted = LockFile.Write(Caller.DocumentName, DepotDocument.Facts(was));
        string code = ChangedDepot.CodeOf(statements);
        Assert.DoesNotContain(Caller.Diagnose(Caller.Compile(was, accepted, code)), one => one.Id.StartsWith("DBX", StringComparison.Ordinal) || one.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        return [.. Caller.Diagnose(Caller.Compile(ChangedDepot.Indented(With(after)), accepted, code)).Select(one => one.Id).Distinct()];
    }

    private static string With(Action<JsonNode> change)
    {
        JsonNode document = JsonNode.Parse(DepotDocument.Json)!;
        change(document);
        return document.ToJsonString();
    }

    private static void Parameters(JsonNode document, string parameters) => document["paths"]![List]!["get"]!["parameters"] = JsonNode.Parse(parameters);

    // FastAPI's Body(embed=True): a component of the operation's own.
    private static void Embed(JsonNode document, string alsoRequired)
    {
        document["components"]!["schemas"]!["Body_create_item_api_items_post"] = JsonNode.Parse(
            "{ \"type\": \"object\", \"title\": \"Body_create_item_api_items_post\", \"required\": [\"item\"" + alsoRequired + "], \"properties\": { \"item\": { \"$ref\": \"#/components/schemas/NewItem\" }, \"by\": { \"type\": \"string\" } } }");
        document["paths"]![List]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Body_create_item_api_items_post" };
    }
}
