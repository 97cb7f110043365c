using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Tests.Binding;

namespace DatabricksApps.Gen.Tests.Contract;

/// <summary>What changes on the wire while the C# stays is promised too: what is deployed sends and reads it as it was.</summary>
public sealed class WireTests
{
    private const string Ids = """{"name":"ids","in":"query","schema":{"type":"array","items":{"type":"integer"}}}""";

    [Theory]
    [InlineData(Ids, """{"name":"ids","in":"query","explode":false,"schema":{"type":"array","items":{"type":"integer"}}}""", "'ids' of GET /api/items is sent with explode=false now, was as usual")]
    [InlineData(Ids, """{"name":"ids","in":"query","style":"pipeDelimited","explode":false,"schema":{"type":"array","items":{"type":"integer"}}}""", "'ids' of GET /api/items is sent with style=pipeDelimited now, was as usual")]
    [InlineData(Ids, """{"name":"ids","in":"query","content":{"application/json":{"schema":{"type":"array","items":{"type":"integer"}}}}}""", "'ids' of GET /api/items is sent with content=application/json now, was as usual")]
    [InlineData("""{"name":"q","in":"query","style":"deepObject","schema":{"type":"object","additionalProperties":{"type":"string"}}}""", """{"name":"q","in":"query","style":"form","schema":{"type":"object","additionalProperties":{"type":"string"}}}""", "'q' of GET /api/items is sent as usual now, was with style=deepObject")]
    public void How_a_parameter_is_spelled(string was, string isNow, string told) => AssertWire("parameter.style", told, Parameter(was), Parameter(isNow));

    [Theory]
    [InlineData("""{"name":"ids","in":"query","schema":{"type":"integer"}}""", """{"name":"ids","in":"query","explode":false,"schema":{"type":"integer"}}""")]
    [InlineData(Ids, """{"name":"ids","in":"query","style":"form","explode":true,"schema":{"type":"array","items":{"type":"integer"}}}""")]
    public void What_is_spelled_the_same_is_no_change(string was, string isNow) =>
        Assert.Empty(Difference.Of(DepotDocument.Facts(Parameter(was)), DepotDocument.Facts(Parameter(isNow))));

    [Fact]
    public void How_a_field_is_encoded()
    {
        static string Form(string encoding) => DepotDocument.With("/paths/~1api~1items/post/requestBody", $$"""
            { "required": true, "content": { "multipart/form-data": { "schema": { "type": "object", "properties": { "note": { "type": "string" } } }{{encoding}} } } }
            """);

        AssertWire(
            "field.style", "'note' of POST /api/items is sent with content=application/json now, was as usual",
            Form(""), Form(""", "encoding": { "note": { "contentType": "application/json" } }"""));
    }

    [Theory]
    [InlineData("header", "X-Other", "POST", "POST /api/items takes the API key team as the header X-Other now, was the header X-Team-Key")]
    [InlineData("query", "key", "POST", "POST /api/items takes the API key team as the query key now, was the header X-Team-Key")]
    public void Where_a_key_goes(string place, string name, string method, string told)
    {
        static string Key(string place, string name) => DepotDocument.With("/paths/~1api~1items/post/security", """[ { "team": [] } ]""")
            .Replace("\"app\":{\"type\":\"oauth2\"", $"\"team\":{{\"type\":\"apiKey\",\"in\":\"{place}\",\"name\":\"{name}\"}},\"app\":{{\"type\":\"oauth2\"", StringComparison.Ordinal);

        Assert.StartsWith(method, told, StringComparison.Ordinal);
        AssertWire("security.key.moved", told, Key("header", "X-Team-Key"), Key(place, name));
    }

    // On the wire a path parameter is what stands at its place.
    [Fact]
    public void The_name_of_a_path_parameter_is_none_of_the_wire()
    {
        EquatableArray<Fact> accepted = DepotDocument.Facts();
        string json = DepotDocument.Json.Replace("/api/items/{item_id}", "/api/items/{id}", StringComparison.Ordinal).Replace("\"name\": \"item_id\"", "\"name\": \"id\"", StringComparison.Ordinal);

        BoundDocument kept = BoundDocument.Of(json, path: "depot.openapi.json", kept: KeptNames.Of(accepted));

        Assert.Contains("Items.DeleteItemAsync(Path Int64 itemId) -> None", kept.Operations);
        Assert.Empty(Difference.Of(accepted, Surface.Of(kept.Client)));
        Assert.Equal(
            ["name.changed: 'id' of DELETE /api/items/{id} is called id now, was itemId"],
            Difference.Of(accepted, DepotDocument.Facts(json)).Select(change => $"{change.Kind}: {change.Text}"));
    }

    [Fact]
    public void Path_parameters_that_change_places_are_told_by_their_types()
    {
        static string Two(string route, string parameters) => DepotDocument.With("/paths/~1x~1" + route, $$"""{ "get": { "operationId": "read_x", "parameters": [ {{parameters}} ], "responses": { "204": { "description": "ok" } } } }""");
        const string A = """{ "name": "a", "in": "path", "required": true, "schema": { "type": "integer" } }""", B = """{ "name": "b", "in": "path", "required": true, "schema": { "type": "string" } }""";
        EquatableArray<Fact> accepted = DepotDocument.Facts(Two("{a}~1{b}", $"{A}, {B}"));
        string json = Two("{b}~1{a}", $"{A}, {B}");

        Assert.Equal(
            ["parameter.type: 'a' of GET /x/{b}/{a} is integer now, was string", "parameter.type: 'b' of GET /x/{b}/{a} is string now, was integer"],
            Difference.Of(accepted, Surface.Of(BoundDocument.Of(json, path: "depot.openapi.json", kept: KeptNames.Of(accepted)).Client))
                .Where(change => change.Kind == "parameter.type").Select(change => $"{change.Kind}: {change.Text}"));
    }

    [Fact]
    public void A_place_in_another_file_has_its_name()
    {
        string json = DepotDocument.Json.Replace("\"#/components/schemas/NameTaken\"", "\"parts.json#/Taken\"", StringComparison.Ordinal);
        const string Parts = """{ "Taken": { "type": "object", "required": ["by"], "properties": { "by": { "type": "string" } } } }""";

        BoundDocument bound = BoundDocument.Of(json, path: "/app/depot.openapi.json", files: new Dictionary<string, string> { ["/app/parts.json"] = Parts });
        EquatableArray<Fact> facts = Surface.Of(bound.Client);

        Fact taken = facts.Single(fact => fact.Kind == FactKind.Type && fact.Get("at")!.StartsWith("parts", StringComparison.Ordinal));
        Assert.Equal(("parts.json#/Taken", "parts.json#/Taken"), (taken.Get("at"), taken.Pointer));
        Assert.Equal("parts.json#/Taken/properties/by", facts.Single(fact => fact.Owner == taken.Owner && fact.Part == "by").Pointer);
    }

    [Fact]
    public void A_member_called_star_is_not_what_else_an_object_holds()
    {
        EquatableArray<Fact> facts = DepotDocument.Facts(DepotDocument.With("/components/schemas/NameTaken", """{ "type": "object", "properties": { "*": { "type": "integer" } }, "additionalProperties": { "type": "string" } }"""));

        Assert.Equal(["*: string", "**: integer"], facts.Where(fact => fact is { Kind: FactKind.Member, Owner: "NameTaken" }).Select(fact => $"{fact.Part}: {fact.Type}"));
    }

    private static void AssertWire(string kind, string told, string was, string isNow)
    {
        EquatableArray<Fact> before = DepotDocument.Facts(was), after = DepotDocument.Facts(isNow);
        Change change = Assert.Single(Difference.Of(before, after));
        Assert.Equal((kind, told, Effect.Wire), (change.Kind, change.Text, new Effects(before, after).Of(change)));
    }

    private static string Parameter(string parameter) => DepotDocument.With("/paths/~1api~1items/get/parameters/0", parameter);
}
