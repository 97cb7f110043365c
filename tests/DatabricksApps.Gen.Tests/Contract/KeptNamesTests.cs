using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Tests.Binding;

namespace DatabricksApps.Gen.Tests.Contract;

/// <summary>What a lock names keeps its name and its place, whatever else a document says later.</summary>
public sealed class KeptNamesTests
{
    private const string Empty204 = """ "responses": { "204": { "description": "ok" } } """;

    [Fact]
    public void An_operation_keeps_its_name_when_another_one_wants_it()
    {
        string json = DepotDocument.With(
            "/paths/~1api~1parts~1{part_id}",
            $$"""{ "delete": { "operationId": "delete_item", "tags": ["items"], "parameters": [ { "name": "part_id", "in": "path", "required": true, "schema": { "type": "integer" } } ], {{Empty204}} } }""");

        Assert.Equal(
            ["Items.DeleteItemAsync(Path Int64 itemId) -> None", "Items.DeleteItemPartsAsync(Path Int64 partId) -> None"],
            Operations(json).Where(operation => operation.Contains("Delete", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void A_newcomer_that_wants_a_kept_name_is_told_apart_by_its_own_words()
    {
        string json = DepotDocument.With(
            "/paths/~1api~1items~1{item_id}~1parts",
            $$"""{ "delete": { "operationId": "delete_item", "tags": ["items"], "parameters": [ { "name": "item_id", "in": "path", "required": true, "schema": { "type": "integer" } } ], {{Empty204}} } }""")
            .Replace("\"operationId\":\"delete_item\",\"tags\":[\"items\"],\"parameters\":[{\"name\":\"item_id\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"integer\"}}],\"responses\":{\"204\":{\"description\":\"gone\"}}", "\"operationId\":\"remove_item\",\"tags\":[\"items\"],\"parameters\":[{\"name\":\"item_id\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"integer\"}}],\"responses\":{\"204\":{\"description\":\"gone\"}}", StringComparison.Ordinal);

        Assert.Contains("remove_item", json, StringComparison.Ordinal);
        Assert.Equal(
            ["Items.DeleteItemAsync(Path Int64 itemId) -> None", "Items.DeleteItemPartsAsync(Path Int64 itemId) -> None"],
            Operations(json).Where(operation => operation.Contains("Item", StringComparison.Ordinal) && operation.Contains("Delete", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void An_operation_keeps_its_name_when_its_function_is_called_otherwise() => Assert.Contains(
        "Items.DeleteItemAsync(Path Int64 itemId) -> None",
        Operations(DepotDocument.With("/paths/~1api~1items~1{item_id}/delete/operationId", "\"remove_item\"")));

    [Theory]
    [InlineData("""["stock"]""")]
    [InlineData("[]")]
    public void An_operation_stays_in_its_group(string tags) => Assert.Contains(
        "Items.DeleteItemAsync(Path Int64 itemId) -> None", Operations(DepotDocument.With("/paths/~1api~1items~1{item_id}/delete/tags", tags)));

    [Fact]
    public void A_group_stays_when_each_of_its_operations_has_another_tag()
    {
        string json = DepotDocument.Json.Replace("\"items\"]", "\"stock\"]", StringComparison.Ordinal);

        Assert.Equal(Operations(DepotDocument.Json), Operations(json));
    }

    [Fact]
    public void A_newcomer_of_a_new_tag_has_a_group_of_its_own()
    {
        string json = DepotDocument.Json.Replace("\"items\"]", "\"stock\"]", StringComparison.Ordinal)
            .Replace("\"/api/report\": {", $$""" "/api/new": { "get": { "operationId": "read_new", "tags": ["stock"], {{Empty204}} } }, "/api/report": { """, StringComparison.Ordinal);

        Assert.Contains("Stock.ReadNewAsync() -> None", Operations(json));
    }

    [Fact]
    public void A_newcomer_of_a_known_tag_joins_its_group()
    {
        string json = DepotDocument.Json.Replace(
            "\"/api/report\": {", $$""" "/api/new": { "get": { "operationId": "read_new", "tags": ["items"], {{Empty204}} } }, "/api/report": { """, StringComparison.Ordinal);

        Assert.Contains("Items.ReadNewAsync() -> None", Operations(json));
    }

    [Fact]
    public void Parameters_keep_their_order_and_an_optional_newcomer_comes_last()
    {
        string json = DepotDocument.With(
            "/paths/~1api~1items/get/parameters",
            """
            [
              { "name": "owner", "in": "query", "schema": { "type": "string" } },
              { "name": "limit", "in": "query", "schema": { "type": "integer", "default": 20, "maximum": 100 } },
              { "name": "q", "in": "query", "schema": { "type": "string", "maxLength": 40 } },
              { "name": "X-Team", "in": "header", "required": true, "schema": { "type": "string" } }
            ]
            """);

        Assert.Contains("Items.ListItemsAsync(Header String xTeam, Query String? q, Query Int64? limit, Query String? owner) -> List<Item>", Operations(json));
    }

    [Fact]
    public void A_required_newcomer_comes_after_the_required_ones()
    {
        string json = DepotDocument.With("/paths/~1api~1items/get/parameters/0", """{ "name": "area", "in": "query", "required": true, "schema": { "type": "string" } }""");

        Assert.Contains("Items.ListItemsAsync(Header String xTeam, Query String area, Query Int64? limit) -> List<Item>", Operations(json));
    }

    [Fact]
    public void A_parameter_keeps_its_name_when_another_one_wants_it()
    {
        string json = DepotDocument.With("/paths/~1api~1items/get/parameters/-", """{ "name": "q", "in": "header", "schema": { "type": "string" } }""");

        Assert.Contains("Items.ListItemsAsync(Header String xTeam, Query String? q, Query Int64? limit, Header String? headerQ) -> List<Item>", Operations(json));
    }

    [Fact]
    public void A_body_keeps_its_name_when_a_parameter_wants_it()
    {
        string json = DepotDocument.With("/paths/~1api~1items/post/parameters", """[ { "name": "body", "in": "query", "schema": { "type": "string" } } ]""");

        Assert.Contains("Items.CreateItemAsync(Query String? queryBody, Json NewItem body) -> Item 409-409:NameTaken", Operations(json));
    }

    [Fact]
    public void A_type_keeps_its_name_when_another_one_wants_it()
    {
        string json = DepotDocument.With("/components/schemas/item", """{ "type": "object", "properties": { "other": { "type": "string" } } }""");

        BoundDocument bound = Bind(json);

        Assert.Contains("Item", bound.Client.Types.Select(type => type.Name));
        Assert.StartsWith("record Item(Required Int64 Id,", bound.TypeOf("Item"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_requests_keeps_its_name_and_so_does_that_of_responses()
    {
        const string Both = """{ "type": "object", "required": ["id"], "properties": { "id": { "type": "integer", "readOnly": true }, "name": { "type": "string" } } }""";
        string json = WithPut(Both);
        BoundDocument bound = BoundDocument.Of(json.Replace("\"components\": {\"schemas\": {", "\"components\": {\"schemas\": { \"WidgetInput\": { \"type\": \"object\" },", StringComparison.Ordinal), kept: KeptOf(json));

        Assert.Contains("PutAsync(Json WidgetInput body) -> Widget", bound.Operations);
    }

    [Fact]
    public void An_inline_type_that_is_sent_keeps_its_name()
    {
        string json = WithPut("""{ "type": "object", "properties": { "size": { "type": "object", "properties": { "h": { "type": "integer" } } } } }""");

        BoundDocument bound = BoundDocument.Of(
            json.Replace("\"components\": {\"schemas\": {", "\"components\": {\"schemas\": { \"WidgetSize\": { \"type\": \"string\", \"enum\": [\"s\"] },", StringComparison.Ordinal),
            kept: KeptOf(json));

        Assert.Equal("record WidgetSize(Optional Int64? H)", bound.TypeOf("WidgetSize"));
    }

    [Theory]
    [InlineData("oneOf")]
    [InlineData("anyOf")]
    public void A_case_that_comes_before_others_does_not_take_the_name_of_one(string keyword)
    {
        static string Case(string tag, string member) => $$$"""{ "type": "object", "required": ["kind"], "properties": { "kind": { "const": "{{{tag}}}" }, "{{{member}}}": { "type": "string" } } }""";
        string Pet(string cases) => WithPut($$"""{ "type": "object", "properties": { "pet": { "{{keyword}}": [ {{cases}} ] } } }""");
        string cat = Case("cat", "claws"), dog = Case("dog", "bark"), fish = Case("fish", "fins");

        BoundDocument bound = BoundDocument.Of(Pet($"{fish}, {cat}, {dog}"), kept: KeptOf(Pet($"{cat}, {dog}")));

        Assert.Equal(
            ["record WidgetPetCat(Constant String Kind = String:cat, Optional String? Claws)", "record WidgetPetDog(Constant String Kind = String:dog, Optional String? Bark)"],
            bound.Types.Where(type => type.Contains("Claws", StringComparison.Ordinal) || type.Contains("Bark", StringComparison.Ordinal)));
    }

    // Its number stays as long as none comes or goes, and what it says is told as changed.
    [Theory]
    [InlineData("DOG", "CAT", "record WidgetPetDog(Constant String Kind = String:dog, Optional String? Bark)", "record WidgetPetCat(Constant String Kind = String:cat, Optional String? Claws)")]
    [InlineData("CAT", "DOG+", "record WidgetPetDog(Constant String Kind = String:dog, Optional String? More, Optional String? Bark)", "record WidgetPetCat(Constant String Kind = String:cat, Optional String? Claws)")]
    [InlineData("CAT", "FISH", "record WidgetPetFish(Constant String Kind = String:fish, Optional String? Fins)", "record WidgetPetCat(Constant String Kind = String:cat, Optional String? Claws)")]
    public void A_case_that_says_more_keeps_its_name_and_one_in_the_place_of_another_has_its_own(string first, string second, params string[] types)
    {
        Dictionary<string, string> cases = new()
        {
            ["CAT"] = Case("cat", "claws"), ["DOG"] = Case("dog", "bark"), ["FISH"] = Case("fish", "fins"),
            ["DOG+"] = Case("dog", "bark").Replace("\"bark\"", "\"more\": { \"type\": \"string\" }, \"bark\"", StringComparison.Ordinal),
        };
        static string Case(string tag, string member) => $$$"""{ "type": "object", "required": ["kind"], "properties": { "kind": { "const": "{{{tag}}}" }, "{{{member}}}": { "type": "string" } } }""";
        static string Pet(string cases) => WithPut($$"""{ "type": "object", "properties": { "pet": { "oneOf": [ {{cases}} ] } } }""");

        BoundDocument bound = BoundDocument.Of(Pet($"{cases[first]}, {cases[second]}"), kept: KeptOf(Pet($"{cases["CAT"]}, {cases["DOG"]}")));

        Assert.Equal(types.Order(StringComparer.Ordinal), bound.Types.Where(type => type.Contains("Kind", StringComparison.Ordinal) && type.StartsWith("record", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_member_keeps_its_name_when_another_one_wants_it()
    {
        string json = DepotDocument.With("/components/schemas/NewItem/properties/Name", """{ "type": "string" }""");

        Assert.Equal("record NewItem(Required String Name, Defaulted Boolean Urgent = Boolean:false, Optional String? NameValue)", Bind(json).TypeOf("NewItem"));
    }

    [Fact]
    public void A_value_keeps_its_name_when_another_one_wants_it()
    {
        string json = DepotDocument.With("/components/schemas/Color/enum/-", "\"RED\"");

        Assert.StartsWith("String enum Color(Red = red, Green = green, Blue = blue, ", Bind(json).TypeOf("Color"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_gone_keeps_no_name()
    {
        string json = DepotDocument.Json.Replace("/api/items/{item_id}", "/api/v2/items/{item_id}", StringComparison.Ordinal);

        Assert.Contains("Items.DeleteItemAsync(Path Int64 itemId) -> None", Operations(json));
    }

    [Theory]
    [InlineData("Items.DeleteItemAsync", "Items.ListItemsAsync")]
    [InlineData("Items.DeleteItemAsync", "Items.9Async")]
    [InlineData("Items.DeleteItemAsync", "Items.Async")]
    [InlineData("Items.DeleteItemAsync", "Items.Delete;Async")]
    [InlineData("Items.DeleteItemAsync", "Items.DeleteItem")]
    [InlineData("Items.DeleteItemAsync", ".DeleteItemAsync")]
    [InlineData("Items.DeleteItemAsync", "a.b.DeleteItemAsync")]
    public void A_lock_that_was_edited_to_what_no_method_can_be_called_still_gives_a_client(string kept, string edited)
    {
        string text = LockFile.Write("depot.openapi.json", DepotDocument.Facts()).Replace(kept, edited, StringComparison.Ordinal);

        GeneratedCode code = Generation.RunAndCompile(
            new Document("depot.openapi.json", DepotDocument.Json), new Document("depot.openapi.lock", text, isMarked: false));

        Assert.All(code.Diagnostics, diagnostic => Assert.StartsWith("DBXAPP0", diagnostic.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void Accepting_anew_changes_no_byte()
    {
        string accepted = LockFile.Write("depot.openapi.json", DepotDocument.Facts());

        Assert.Equal(accepted, LockFile.Write("depot.openapi.json", Surface.Of(Bind(DepotDocument.Json).Client)));
    }

    private static string WithPut(string widget) => $$"""
        {
          "openapi": "3.1.0", "info": { "title": "Shop", "version": "1" },
          "paths": { "/api/put": { "put": {
            "operationId": "put",
            "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Widget" } } } },
            "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Widget" } } } } }
          } } },
          "components": {"schemas": { "Widget": {{widget}} } }
        }
        """;

    private static KeptNames KeptOf(string json) => KeptNames.Of(Surface.Of(BoundDocument.Of(json).Client));

    private static IEnumerable<string> Operations(string json) => Bind(json).Operations;

    private static BoundDocument Bind(string json) => BoundDocument.Of(json, path: "depot.openapi.json", kept: KeptNames.Of(Read()));

    private static EquatableArray<Fact> Read() => LockReader.Read(
        LockFile.Write("depot.openapi.json", DepotDocument.Facts()), (line, problem) => Assert.Fail($"{line + 1}: {problem}"));
}
