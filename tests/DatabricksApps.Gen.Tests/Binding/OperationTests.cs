using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Pipeline;
using DatabricksApps.Gen.Tests.Binding.Rules;

namespace DatabricksApps.Gen.Tests.Binding;

public class OperationTests
{
    [Fact]
    public void A_parameter_that_the_path_needs_and_nobody_declares_is_a_string()
    {
        BoundDocument bound = BoundDocument.OfPaths("""{"/api/{a}/x-{b}.json":{"get":{"responses":{}}}}""");

        Assert.Equal(["GetApiByAByXBJsonAsync(Path String a, Path String b) -> None"], bound.Operations);
        Assert.Equal(
            ["/api/", "{a}", "/x-", "{b}", ".json"],
            bound.Client.Groups[0].Operations[0].Route().Path.Select(p => p.IsParameter ? "{" + p.Text + "}" : p.Text));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data")]
    [InlineData("application/x-www-form-urlencoded")]
    public void A_field_that_must_have_one_value_is_sent_without_asking(string mediaType)
    {
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$$"""{"/api/a":{"post":{"operationId":"make","requestBody":{"required":true,"content":{"{{{{{mediaType}}}}}":{"schema":{"$ref":"#/components/schemas/Body_make"}}}},"responses":{}}}}""",
            """{"Body_make":{"type":"object","required":["kind","n"],"properties":{"kind":{"const":"cat"},"n":{"type":"integer"},"other":{"const":"x"}}}}""");

        BodyModel body = bound.Client.Groups[0].Operations[0].Body!;
        Assert.Equal(["n", "other"], body.Fields.Select(f => f.Name));
        Assert.Equal([new BodyConstantModel("kind", TypeRef.Of(TypeKind.String), new LiteralModel(LiteralKind.String, "cat"))], body.Constants);
    }

    [Theory]
    [InlineData("""{"type":"string","format":"binary"}""")]
    [InlineData("""{"type":"string","contentMediaType":"application/octet-stream"}""")]
    public void Both_spellings_of_a_file_are_files(string file)
    {
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$$"""{"/api/a":{"post":{"operationId":"send","requestBody":{"required":true,"content":{"multipart/form-data":{"schema":{"$ref":"#/components/schemas/Body_send"}}}},"responses":{}}}}""",
            $$$$$$"""{"Body_send":{"type":"object","required":["file","tags"],"properties":{"extra":{"anyOf":[{{{{{{file}}}}}},{"type":"null"}]},"file":{{{{{{file}}}}}},"more":{"type":"array","items":{{{{{{file}}}}}}},"tags":{"type":"array","items":{"type":"string"}}}}}""");

        Assert.Equal(
            ["SendAsync(Multipart File file, Multipart List<String> tags, Multipart File? extra, Multipart List<File>? more) -> None"],
            bound.Operations);
        Assert.Empty(bound.Types);
    }

    [Theory]
    [InlineData("application/json", """{"schema":{"type":"array","items":{"type":"string"}}}""", "List<String>")]
    [InlineData("application/problem+json", """{"schema":{"type":"string"}}""", "String")]
    [InlineData("application/json", """{"schema":{}}""", "Any")]
    [InlineData("application/json", """{}""", "Any")]
    [InlineData("text/plain", """{"schema":{"type":"string"}}""", "Text")]
    [InlineData("image/png", """{}""", "File")]
    [InlineData("text/csv", """{"schema":{"type":"string","format":"binary"}}""", "File")]
    [InlineData("text/event-stream", """{}""", "Events String")]
    [InlineData("text/event-stream", """{"itemSchema":{"type":"object","properties":{"data":{"type":"string","contentMediaType":"application/json","contentSchema":{"type":"integer"}},"event":{"type":"string"}},"required":["data"]}}""", "Events Int64")]
    [InlineData("text/event-stream", """{"itemSchema":{"type":"object","properties":{"data":{"type":"string"}}}}""", "Events String")]
    [InlineData("application/jsonl", """{"itemSchema":{"type":"integer"}}""", "Lines Int64")]
    [InlineData("application/x-ndjson", """{"schema":{"type":"integer"}}""", "Lines Int64")]
    public void An_answer_becomes(string mediaType, string content, string expected)
    {
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$$$$"""{"/api/a":{"get":{"operationId":"a","responses":{"200":{"description":"ok","content":{"{{{{{{{mediaType}}}}}}}":{{{{{{{content}}}}}}}}}}}}}""");

        Assert.Equal([$"AAsync() -> {expected}"], bound.Operations);
    }

    [Fact]
    public void Several_successes_are_a_union_and_errors_are_typed_by_code_first()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """
            {"/api/a":{"put":{"operationId":"put_a","responses":{
              "200":{"description":"old","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Item"}}}},
              "201":{"description":"new","content":{"application/json":{"schema":{"type":"string"}}}},
              "204":{"description":"none"},
              "default":{"description":"any","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},
              "4XX":{"description":"bad","content":{"application/json":{"schema":{"type":"string"}}}},
              "404":{"description":"gone","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},
              "422":{"description":"invalid","content":{"application/json":{"schema":{"$ref":"#/components/schemas/HTTPValidationError"}}}}}}}}
            """,
            """{"Item":{"type":"object","properties":{}},"Problem":{"type":"object","properties":{}},"HTTPValidationError":{"type":"object","properties":{"detail":{"type":"array","items":{"$ref":"#/components/schemas/ValidationError"}}}},"ValidationError":{"type":"object","properties":{}}}""");

        Assert.Equal(["PutAAsync() -> Union PutAResult? 404-404:Problem 422-422:validation 400-499:String 400-599:Problem"], bound.Operations);
        Assert.Equal(["record Item()", "record Problem()", "union PutAResult(Item: Item, String: String)"], bound.Types);
    }

    [Fact]
    public void The_base_path_is_the_items_then_the_servers()
    {
        const string document =
            """{"openapi":"3.1.0","info":{"title":"Shop","version":"1"},"servers":[{"url":"https://elsewhere.example/v1/?x=1"}],"paths":{"/api/a":{"get":{"operationId":"a","responses":{}}}}}""";

        Assert.Equal("/v1/api/a", BoundDocument.Of(document).Client.Groups[0].Operations[0].Route().Template);
        Assert.Equal(["DBXAPP0201 /paths/~1api~1a/get", "DBXAPP0202 /servers"], BoundDocument.Of(document).FindingPlaces);
        Assert.Equal("/api/a", BoundDocument.Of(document, DocumentOptions.Default with { BasePath = "/" }).Client.Groups[0].Operations[0].Route().Template);
    }

    [Fact]
    public void Filters_keep_the_operations_and_types_that_are_asked_for()
    {
        const string paths =
            """{"/api/items":{"get":{"operationId":"list_items","tags":["items"],"responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Item"}}}}}}},"/api/items/export":{"get":{"operationId":"export","tags":["items"],"responses":{}}},"/health":{"get":{"operationId":"health","responses":{}}}}""";
        const string schemas = """{"Item":{"type":"object","properties":{}},"Other":{"type":"object","properties":{}}}""";

        BoundDocument all = BoundDocument.OfPaths(paths, schemas);
        Assert.Equal(3, all.Operations.Count());
        Assert.Equal(["DBXAPP0201 /paths/~1health/get"], all.FindingPlaces);

        BoundDocument api = BoundDocument.OfPaths(paths, schemas, DocumentOptions.Default with
        {
            IncludePaths = EquatableArray.Create("/api/**"),
            ExcludePaths = EquatableArray.Create("/api/*/export"),
        });
        Assert.Equal(["Items.ListItemsAsync() -> Item"], api.Operations);
        Assert.Equal(["record Item()"], api.Types);
        Assert.Empty(api.Findings);

        Assert.Equal(2, BoundDocument.OfPaths(paths, schemas, DocumentOptions.Default with { IncludeTags = EquatableArray.Create("Items") }).Operations.Count());
    }

    [Theory]
    [InlineData("inventory.openapi.json", null, null, "Inventory", "InventoryClient", "InventoryApi")]
    [InlineData("my-shop.openapi.yaml", null, "MyApp", "MyShop", "MyShopClient", "MyApp.MyShopApi")]
    [InlineData("openapi.json", null, "MyApp", "TheShop", "TheShopClient", "MyApp.TheShopApi")]
    [InlineData("openapi.json", "OrdersClient", "MyApp", "Orders", "OrdersClient", "MyApp.OrdersApi")]
    public void Names_come_from_the_item_the_file_and_the_title(string file, string? clientName, string? rootNamespace, string baseName, string client, string space)
    {
        BoundDocument bound = BoundDocument.Of(
            """{"openapi":"3.1.0","info":{"title":"The shop","version":"1"},"paths":{}}""",
            DocumentOptions.Default with { ClientName = clientName, RootNamespace = rootNamespace },
            "docs/" + file);

        Assert.Equal((baseName, client, space), (bound.Client.BaseName, bound.Client.ClientName, bound.Client.Namespace));
    }
}
