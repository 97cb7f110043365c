using System.Text.Json.Nodes;
using DatabricksApps.Contract.Live;
using DatabricksApps.Contract.Mutations;

namespace DatabricksApps.Gen.Tests.Contract;

/// <summary>
/// A running program, which reads what an app serves without the generator, says of a change what the build says, or nothing;
/// <c>tests/Contract -- --live</c> does it to many documents.
/// </summary>
public sealed class LiveTests
{
    private static readonly LiveCheck s_depot = LiveCheck.Of("depot.openapi.json", DepotDocument.Json)!;

    public static TheoryData<string> Names => [.. MutationCheck.Mutations.Select(mutation => mutation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mutation_is_told_as_the_build_tells_it_or_not_at_all(string name)
    {
        Mutation mutation = MutationCheck.Mutations.Single(one => one.Name == name);
        for (int turn = 0; turn < 5; turn++)
        {
            Assert.True(s_depot.Run(mutation, turn, out string why) != LiveOutcome.Wrong, why);
        }
    }

    [Theory]
    [InlineData("operation removed")]
    [InlineData("parameter removed")]
    [InlineData("parameter renamed")]
    [InlineData("parameter retyped")]
    [InlineData("parameter default")]
    [InlineData("parameter required")]
    [InlineData("required parameter added")]
    [InlineData("property removed")]
    [InlineData("property renamed")]
    [InlineData("property optional")]
    [InlineData("property retyped")]
    [InlineData("property nullable")]
    [InlineData("property's default")]
    [InlineData("required property of a request added")]
    [InlineData("response array to object")]
    [InlineData("body's media type")]
    [InlineData("body removed")]
    public void What_matters_on_the_wire_is_told(string name)
    {
        Mutation mutation = MutationCheck.Mutations.Single(one => one.Name == name);

        Assert.Contains(LiveOutcome.Told, Enumerable.Range(0, 5).Select(turn => s_depot.Run(mutation, turn, out _)));
    }

    // An app is one to those that send, another to those that receive.
    [Theory]
    [InlineData("/components/schemas/Color/enum/2", null)]
    [InlineData("/components/schemas/Item/required/-", "\"note\"")]
    [InlineData("/components/schemas/NewItem/required/0", null)]
    [InlineData("/components/schemas/Item/properties/note", """{"type":"string"}""")]
    [InlineData("/paths/~1api~1items~1{item_id}/delete/parameters/0/name", "\"id\"")]
    [InlineData("/paths/~1api~1items/get/parameters/2/name", "\"x-team\"")]
    public void What_is_no_less_to_its_side_is_not(string pointer, string? value) =>
        Assert.Empty(s_depot.Told(DepotDocument.With(pointer, value), out _));

    // Of what is sent the app may take more, of what is received it may give less.
    [Theory]
    [InlineData("integer", "number", "")]
    [InlineData("number", "integer", "'urgent' of NewItem is integer now, was number")]
    [InlineData("string", "integer", "'urgent' of NewItem is integer now, was string")]
    public void A_number_that_is_sent_may_become_wider(string was, string now, string told) => Assert.Equal(told, Told("NewItem/properties/urgent", was, now));

    [Theory]
    [InlineData("integer", "number", "'note' of Item is number now, was integer")]
    [InlineData("number", "integer", "")]
    public void A_number_that_is_received_may_become_narrower(string was, string now, string told) => Assert.Equal(told, Told("Item/properties/note", was, now));

    [Theory]
    [InlineData("""{"type":"string"}""", """{"type":"string","format":"date-time"}""", "'urgent' of NewItem is string:date-time now, was string")]
    [InlineData("""{"type":"string","format":"uuid"}""", """{"type":"string"}""", "")]
    [InlineData("""{"type":"integer"}""", """{"type":"integer","format":"int32"}""", "'urgent' of NewItem is integer:int32 now, was integer")]
    [InlineData("""{"type":"string"}""", """{"enum":["a","b"]}""", "'urgent' of NewItem is a|b now, was string")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", """{"type":"array","items":{"type":"integer"}}""", "'urgent' of NewItem is integer[] now, was string[]")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""", """{"type":"object","additionalProperties":{"type":"boolean"}}""", "'urgent' of NewItem is {boolean} now, was {integer}")]
    [InlineData("""{"type":"integer"}""", """{"anyOf":[{"type":"integer"},{"type":"string"}]}""", "")]
    [InlineData("""{"type":"integer"}""", """{"type":["integer","null"]}""", "")]
    [InlineData("""{"type":"integer"}""", """{"not":{"type":"string"}}""", "")]
    public void A_value_that_is_sent_is_told_by_what_is_demanded(string was, string now, string told) => Assert.Equal(told, Told("NewItem/properties/urgent", was, now, isJson: true));

    [Theory]
    [InlineData("""{"type":"string","format":"date-time"}""", """{"type":"string"}""", "'note' of Item is string now, was string:date-time")]
    [InlineData("""{"type":"string"}""", """{"type":"string","format":"uuid"}""", "")]
    [InlineData("""{"type":"integer"}""", """{"anyOf":[{"type":"integer"},{"type":"string"}]}""", "'note' of Item is string|integer now, was integer")]
    [InlineData("""{"type":"integer","format":"int32"}""", """{"type":"integer"}""", "'note' of Item is integer now, was integer:int32")]
    [InlineData("""{"type":"integer"}""", "{}", "'note' of Item is any now, was integer")]
    [InlineData("""{"type":"integer"}""", """{"$ref":"#/components/schemas/Nowhere"}""", "")]
    public void A_value_that_is_received_is_told_by_what_may_come(string was, string now, string told) => Assert.Equal(told, Told("Item/properties/note", was, now, isJson: true));

    // Alternatives that hold themselves, and references in a circle, end.
    [Theory]
    [InlineData("""{"anyOf":[{"$ref":"#/components/schemas/Color"},{"$ref":"#/components/schemas/Color"},{"type":"string"}]}""")]
    [InlineData("""{"$ref":"#/components/schemas/Color"}""")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Color"},{"$ref":"#/components/schemas/Color"}]}""")]
    public void A_circle_is_passed(string color) => Assert.Empty(s_depot.Told(DepotDocument.With("/components/schemas/Color", color), out _));

    // Told, or counted as what could not be judged.
    [Theory]
    [InlineData("/components/schemas/Color", """{ "type": "integer", "enum": [1, 2] }""", "'color' of Item is 1|2 now, was Color", 0)]
    [InlineData("/paths/~1api~1items/post/responses/204", """{ "description": "none" }""", "POST /api/items may answer nothing now: null is possible here", 0)]
    [InlineData("/paths/~1api~1items/post/responses/202", """{ "description": "other", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Bolt" } } } }""", "", 1)]
    [InlineData("/paths/~1api~1report/get/responses/200/content", """{ "application/json": { "schema": { "$ref": "#/components/schemas/Bolt" } } }""", "GET /api/report gives any now, was file", 0)]
    [InlineData("/paths/~1api~1items/get/responses/200/content/application~1json/schema/items", """{ "anyOf": [ { "$ref": "#/components/schemas/Item" }, { "type": "null" } ] }""", "", 1)]
    public void What_is_less_is_told_or_counted(string pointer, string value, string told, int more)
    {
        s_depot.Told(DepotDocument.Json, out int before);

        string seen = string.Join("; ", s_depot.Told(DepotDocument.With(pointer, value), out int after));

        Assert.Equal((told, more), (seen, after - before));
    }

    [Fact]
    public void A_constant_that_is_sent_is_compared()
    {
        static string With(string value) => DepotDocument.With("/components/schemas/NewItem", $$"""{ "type": "object", "required": ["by"], "properties": { "by": { "const": "{{value}}" } } }""");

        Assert.Equal(["'by' of NewItem is always \"you\", was always \"me\""], LiveCheck.Of("depot.openapi.json", With("me"))!.Told(With("you"), out _));
    }

    // Below which path an app is mounted its document need not know; but no route is another one.
    [Fact]
    public void A_route_that_is_gone_is_no_other_that_ends_alike()
    {
        string[] told = [.. s_depot.Told(DepotDocument.Json.Replace("\"/api/report\"", "\"/report\"", StringComparison.Ordinal), out _)];
        string[] mounted = [.. s_depot.Told(DepotDocument.Json.Replace("\"/api/", "\"/", StringComparison.Ordinal), out _)];

        Assert.Equal(["GET /api/report is gone"], told);
        Assert.Empty(mounted);
    }

    private static string Told(string place, string was, string now, bool isJson = false)
    {
        string Of(string type) => DepotDocument.With("/components/schemas/" + place, isJson ? type : new JsonObject { ["type"] = type }.ToJsonString());
        return string.Join("; ", LiveCheck.Of("depot.openapi.json", Of(was))!.Told(Of(now), out _));
    }
}
