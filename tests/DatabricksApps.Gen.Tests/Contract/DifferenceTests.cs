using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;

namespace DatabricksApps.Gen.Tests.Contract;

/// <summary>One change of a document is one change of what it promises, in words that say from what to what.</summary>
public sealed class DifferenceTests
{
    private const string Items = "/paths/~1api~1items";
    private const string Schemas = "/components/schemas";

    [Theory]
    [InlineData($"{Items}/post", null, "operation.removed", "POST /api/items is gone; the type NameTaken is gone; the type NewItem is gone")]
    [InlineData($"{Items}/get/tags/0", "\"stock\"", "operation.regrouped", "GET /api/items is called by Stock.ListItemsAsync now, was Items.ListItemsAsync")]
    [InlineData($"{Items}/get/operationId", "\"find_items\"", "name.changed", "GET /api/items is called by Items.FindItemsAsync now, was Items.ListItemsAsync")]
    [InlineData($"{Items}/get/deprecated", "true", "operation.deprecated", "GET /api/items is deprecated now")]
    [InlineData("/paths/~1api~1report/get/security/0/app/-", "\"write\"", "security.scope.added", "GET /api/report needs the scope write now")]
    [InlineData("/paths/~1api~1report/get/x-databricks-scopes", "[\"sql\"]", "security.scope.added", "GET /api/report needs the scope sql now")]
    [InlineData($"{Items}/get/parameters/0", null, "parameter.removed", "'q' of GET /api/items is gone: the app ignores it, or refuses the call")]
    [InlineData($"{Items}/get/parameters/0/name", "\"owner\"", "parameter.renamed", "'q' of GET /api/items is 'owner' now")]
    [InlineData($"{Items}/get/parameters/0/required", "true", "parameter.required", "'q' of GET /api/items became required, was optional")]
    [InlineData($"{Items}/get/parameters/0/schema/type", "\"integer\"", "parameter.type", "'q' of GET /api/items is integer now, was string")]
    [InlineData($"{Items}/get/parameters/0/schema/maxLength", "3", "constraint.narrowed", "'q' of GET /api/items has maxLength 3 now, was 40")]
    [InlineData($"{Items}/get/parameters/0/schema/maxLength", "50", "constraint.widened", "'q' of GET /api/items has maxLength 50 now, was 40")]
    [InlineData($"{Items}/get/parameters/0/schema/maxLength", null, "constraint.widened", "'q' of GET /api/items has no maxLength any more, was 40")]
    [InlineData($"{Items}/get/parameters/1/schema/minimum", "1", "constraint.narrowed", "'limit' of GET /api/items has minimum 1 now, had none")]
    [InlineData($"{Items}/get/parameters/1/schema/default", "5", "parameter.default", "'limit' of GET /api/items left out means 5 now, was 20")]
    [InlineData($"{Items}/get/parameters/-", """{"name":"sort","in":"query","schema":{"type":"string"}}""", "parameter.added", "'sort' of GET /api/items can be given now")]
    [InlineData($"{Items}/get/parameters/-", """{"name":"org","in":"query","required":true,"schema":{"type":"string"}}""", "parameter.added.required", "'org' of GET /api/items must be given now")]
    [InlineData($"{Items}/post/requestBody/required", "false", "body.optional", "the body of POST /api/items can be left out now")]
    [InlineData($"{Items}/post/responses/204", """{"description":"none"}""", "response.empty", "POST /api/items may answer nothing now: null is possible here")]
    [InlineData($"{Items}/get/responses/200/content/application~1json/schema", """{"$ref":"#/components/schemas/Item"}""", "response.type", "GET /api/items gives Item now, was Item[]")]
    [InlineData("/paths/~1api~1report/get/responses/200/content", """{"text/plain":{"schema":{"type":"string"}}}""", "response.media", "GET /api/report gives text now, was file")]
    [InlineData($"{Items}/post/responses/409/content/application~1json/schema", """{"$ref":"#/components/schemas/Bolt"}""", "error.type", "409 of POST /api/items carries Bolt now, was NameTaken")]
    [InlineData($"{Items}/post/responses/409", null, "error.removed", "POST /api/items does not declare 409 any more")]
    [InlineData($"{Schemas}/Item/properties/id/type", "\"string\"", "property.type", "'id' of Item is string now, was integer")]
    [InlineData($"{Schemas}/Item/required/0", null, "property.optional", "'id' of Item became optional, was required")]
    [InlineData($"{Schemas}/Item/properties/id", """{"anyOf":[{"type":"integer"},{"type":"null"}]}""", "property.nullable.widened", "'id' of Item may be null now, was never null")]
    [InlineData($"{Schemas}/Item/properties/note", """{"type":"string"}""", "property.nullable.narrowed", "'note' of Item is never null now, could be null")]
    [InlineData($"{Schemas}/Item/properties/price", """{"type":"number"}""", "property.added", "'price' of Item is new")]
    [InlineData($"{Schemas}/NewItem/properties/urgent/default", "true", "property.default", "'urgent' of NewItem left out means true now, was false")]
    [InlineData($"{Schemas}/NewItem/required/-", "\"urgent\"", "property.required", "'urgent' of NewItem became required, was optional")]
    [InlineData($"{Schemas}/Color/enum/2", null, "enum.value.removed", "'blue' is no value of Color any more")]
    [InlineData($"{Schemas}/Color/enum/-", "\"black\"", "enum.value.added", "'black' is a value of Color now")]
    [InlineData($"{Schemas}/Part/oneOf/-", """{"$ref":"#/components/schemas/NameTaken"}""", "union.case.added", "NameTaken is a case of Part now")]
    public void One_change_is_told_once(string pointer, string? value, string kind, string text)
    {
        IReadOnlyList<Change> changes = Changes(DepotDocument.With(pointer, value));

        Assert.Contains(kind, changes.Select(change => change.Kind));
        Assert.Contains(text.Split(';')[0], changes.Select(change => change.Text));
    }

    // What only a validator would call breaking, or what is another spelling.
    [Theory]
    [InlineData($"{Schemas}/Item/description", "\"words\"")]
    [InlineData($"{Schemas}/Item/properties/id/minimum", "0")]
    [InlineData($"{Schemas}/Item/properties/note", """{"type":["string","null"]}""")]
    [InlineData($"{Schemas}/Item/required", """["color","id"]""")]
    [InlineData($"{Schemas}/Color/enum", """["blue","red","green"]""")]
    [InlineData($"{Items}/get/responses/200/description", "\"words\"")]
    [InlineData($"{Items}/get/summary", "\"words\"")]
    [InlineData("/info/version", "\"2\"")]
    public void What_promises_the_same_is_no_change(string pointer, string value) => Assert.Empty(Changes(DepotDocument.With(pointer, value)));

    [Fact]
    public void A_type_of_another_name_is_told_once()
    {
        IReadOnlyList<Change> changes = Changes(DepotDocument.Json.Replace("schemas/Item\"", "schemas/StockItem\"", StringComparison.Ordinal)
            .Replace("\"Item\": {", "\"StockItem\": {", StringComparison.Ordinal));

        Assert.Equal(
            ["name.changed /components/schemas/StockItem: Item is called StockItem now; on the wire nothing changed"],
            changes.Select(change => $"{change.Kind} {change.Pointer}: {change.Text}"));
    }

    [Fact]
    public void A_route_that_moved_is_told_once()
    {
        IReadOnlyList<Change> changes = Changes(DepotDocument.Json.Replace("/api/report", "/api/v2/report", StringComparison.Ordinal));

        Assert.Equal(["operation.moved: GET /api/report is GET /api/v2/report now"], changes.Select(change => $"{change.Kind}: {change.Text}"));
    }

    // A method that is named after its route, or told apart by it, has another name at another route.
    [Theory]
    [InlineData("/api/report", "/api/report/latest", "GetApiReportLatestAsync")]
    [InlineData("/api/report", "/v2/api/report", "GetV2ApiReportAsync")]
    public void A_route_that_moved_is_told_whatever_its_method_is_called(string route, string moved, string name)
    {
        string json = DepotDocument.Json.Replace("\"operationId\": \"read_report\", ", "", StringComparison.Ordinal);

        Assert.Equal(
            [$"name.changed: GET {moved} is called by {name} now, was GetApiReportAsync", $"operation.moved: GET {route} is GET {moved} now"],
            Told(json, json.Replace($"\"{route}\"", $"\"{moved}\"", StringComparison.Ordinal)));
    }

    // DELETE says as little of users as of teams.
    [Fact]
    public void What_says_the_same_at_a_route_of_its_own_is_another_operation()
    {
        string json = DepotDocument.Json.Replace("\"operationId\": \"delete_item\", ", "", StringComparison.Ordinal);

        Assert.Equal(
            [
                "operation.removed: DELETE /api/items/{item_id} is gone",
                "operation.added: DELETE /api/parts/{item_id} is new",
            ],
            Told(json, json.Replace("/api/items/{item_id}", "/api/parts/{item_id}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_routes_that_one_could_have_moved_to_are_new()
    {
        string json = DepotDocument.Json.Replace("\"operationId\": \"read_report\", ", "", StringComparison.Ordinal);
        JsonNode after = JsonNode.Parse(json)!;
        JsonObject paths = (JsonObject)after["paths"]!;
        JsonNode report = paths["/api/report"]!;
        paths.Remove("/api/report");
        paths["/api/report/first"] = report.DeepClone();
        paths["/api/report/last"] = report.DeepClone();

        Assert.Equal(
            [
                "operation.removed: GET /api/report is gone",
                "operation.added: GET /api/report/first is new",
                "operation.added: GET /api/report/last is new",
            ],
            Told(json, after.ToJsonString()));
    }

    [Fact]
    public void What_else_is_new_of_a_route_that_moved_is_told_too() => Assert.Equal(
        [
            "operation.deprecated: GET /api/v2/report is deprecated now",
            "operation.moved: GET /api/report is GET /api/v2/report now",
            "security.scope.added: GET /api/v2/report needs the scope write now",
            "security.scope.removed: GET /api/v2/report does not need the scope read any more",
            "error.added: GET /api/v2/report declares 404 now, with NameTaken",
        ],
        Told(DepotDocument.Json, DepotDocument.Json
            .Replace("/api/report", "/api/v2/report", StringComparison.Ordinal)
            .Replace("\"security\": [ { \"app\": [\"read\"] } ]", "\"security\": [ { \"app\": [\"write\"] } ], \"deprecated\": true", StringComparison.Ordinal)
            .Replace(
                "\"responses\": { \"200\": { \"description\": \"ok\", \"content\": { \"application/pdf\"",
                "\"responses\": { \"404\": { \"description\": \"no\", \"content\": { \"application/json\": { \"schema\": { \"$ref\": \"#/components/schemas/NameTaken\" } } } }, \"200\": { \"description\": \"ok\", \"content\": { \"application/pdf\"",
                StringComparison.Ordinal)));

    [Fact]
    public void An_enum_with_one_value_left_loses_the_others()
    {
        string before = DepotDocument.With($"{Items}/get/parameters/0/schema", """{"type":"string","enum":["name","age"]}""");
        string after = DepotDocument.With($"{Items}/get/parameters/0/schema", """{"type":"string","enum":["name"]}""");

        Assert.Equal(
            ["enum.value.removed: 'age' is no value of 'q' of GET /api/items any more"],
            Difference.Of(DepotDocument.Facts(before), DepotDocument.Facts(after)).Select(change => $"{change.Kind}: {change.Text}"));
    }

    private static IEnumerable<string> Told(string before, string after) =>
        Difference.Of(DepotDocument.Facts(before), DepotDocument.Facts(after)).Select(change => $"{change.Kind}: {change.Text}");

    private static IReadOnlyList<Change> Changes(string after) => Difference.Of(DepotDocument.Facts(), DepotDocument.Facts(after));
}
