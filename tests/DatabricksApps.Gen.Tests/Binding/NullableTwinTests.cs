using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Pipeline;

namespace DatabricksApps.Gen.Tests.Binding;

/// <summary>A component that is another one or null, as authors of OpenAPI 3.0 write it for want of <c>nullable</c> beside <c>$ref</c>.</summary>
public sealed class NullableTwinTests
{
    private const string User = """
        "type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}, "name": {"type": "string", "default": "x"}}
        """;

    [Fact]
    public void The_second_component_is_the_first_one_or_null()
    {
        BoundDocument bound = OfSchemas(
            $$$"""
            "simple-user": { {{{User}}}, "title": "Simple User"},
            "nullable-simple-user": { {{{User}}}, "title": "Other title", "description": "Or none.", "example": {"id": 1}, "nullable": true},
            "Item": {"required": ["owner", "author"], "properties": {
              "owner": {"$ref": "#/components/schemas/simple-user"},
              "author": {"$ref": "#/components/schemas/nullable-simple-user"},
              "editor": {"$ref": "#/components/schemas/nullable-simple-user"},
              "all": {"type": "array", "items": {"$ref": "#/components/schemas/nullable-simple-user"}},
              "byName": {"additionalProperties": {"$ref": "#/components/schemas/nullable-simple-user"}} } }
            """);

        Assert.Equal(
            [
                "record Item(Required SimpleUser Owner, Required SimpleUser? Author, OptionalNullable SimpleUser? Editor, Optional List<SimpleUser?>? All, Optional Map<SimpleUser?>? ByName)",
                "record SimpleUser(Required Int64 Id, Defaulted String Name = String:x)",
            ],
            bound.Types);
        DocModel doc = bound.Client.Types.Single(type => type.Name == "SimpleUser").Doc;
        Assert.Equal(
            ["shop.openapi.json#/components/schemas/simple-user", "shop.openapi.json#/components/schemas/nullable-simple-user"], doc.Sources);
        Assert.Equal("Simple User", doc.Summary);
        Assert.Empty(bound.Findings);
    }

    [Theory]
    [InlineData("simple-user", "nullable-simple-user")]
    [InlineData("SimpleUser", "NullableSimpleUser")]
    [InlineData("simple_user", "nullable_simple_user")]
    [InlineData("simple-user", "simple-user-nullable")]
    [InlineData("SimpleUser", "SimpleUserNullable")]
    [InlineData("simple_user", "NullableSimpleUser")]
    public void The_names_are_compared_as_CSharp_spells_them(string plain, string nullable)
    {
        string first = $$$""" "{{{plain}}}": { {{{User}}}} """;
        string second = $$$""" "{{{nullable}}}": { {{{User}}}, "nullable": true} """;
        string item = $$$""" "Item": {"required": ["owner"], "properties": {"owner": {"$ref": "#/components/schemas/{{{nullable}}}"} } } """;

        foreach (string schemas in new[] { first + "," + second + "," + item, second + "," + item + "," + first })
        {
            BoundDocument bound = OfSchemas(schemas);
            Assert.Equal(["Item", "SimpleUser"], bound.Client.Types.Select(type => type.Name));
            Assert.Equal("record Item(Required SimpleUser? Owner)", bound.TypeOf("Item"));
            Assert.Equal(
                [$"shop.openapi.json#/components/schemas/{plain}", $"shop.openapi.json#/components/schemas/{nullable}"],
                bound.Client.Types.Single(type => type.Name == "SimpleUser").Doc.Sources);
        }
    }

    [Theory]
    [InlineData("SimpleUser", "OptionalUser")]
    [InlineData("SimpleUser", "NullablesimpleUser")]
    [InlineData("SimpleUser", "SimpleNullableUser")]
    [InlineData("SimpleUser", "Nullable")]
    [InlineData("SimpleUser", "NullableOther")]
    public void A_component_of_another_name_is_a_type_of_its_own(string plain, string other)
    {
        BoundDocument bound = OfSchemas($$$""" "{{{plain}}}": { {{{User}}}}, "{{{other}}}": { {{{User}}}, "nullable": true} """);

        Assert.Equal(new[] { plain, other }.Order(StringComparer.Ordinal), bound.Client.Types.Select(type => type.Name));
    }

    [Fact]
    public void Two_components_of_one_name_in_CSharp_have_no_twin()
    {
        BoundDocument bound = OfSchemas($$$""" "simple_user": { {{{User}}}}, "simple-user": { {{{User}}}}, "nullable-simple-user": { {{{User}}}, "nullable": true} """);

        Assert.Equal(["NullableSimpleUser", "SimpleMinusUser", "SimpleUserSchema"], bound.Client.Types.Select(type => type.Name));
    }

    [Theory]
    [InlineData("""{"type": "object", "nullable": true, "required": ["id", "name"], "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}}""")]
    [InlineData("""{"type": "object", "nullable": true, "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}}""")]
    [InlineData("""{"type": "object", "nullable": true, "required": ["id"], "properties": {"id": {"type": "integer"}, "name": {"type": "string", "default": "x"}}}""")]
    [InlineData("""{"type": "object", "nullable": true, "required": ["id"], "properties": {"id": {"type": "integer"}, "name": {"type": "string", "nullable": true}}}""")]
    [InlineData("""{"type": "object", "nullable": true, "required": ["id"], "properties": {"id": {"type": "integer"}, "name": {"type": "string", "readOnly": true}}}""")]
    [InlineData("""{"type": "object", "nullable": true, "required": ["id"], "properties": {"id": {"type": "integer"}, "name": {"type": "string", "deprecated": true}}}""")]
    [InlineData("""{"type": "object", "nullable": true, "required": ["id"], "properties": {"id": {"type": "integer"}, "name": {"type": "string", "pattern": "^a$"}}}""")]
    [InlineData("""{"type": "object", "nullable": true, "required": ["id"], "properties": {"id": {"type": "integer"}}}""")]
    [InlineData("""{"type": "object", "nullable": true, "deprecated": true, "required": ["id"], "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}}""")]
    [InlineData("""{"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}}""")]
    public void What_differs_in_more_than_null_stays_two_types(string other)
    {
        BoundDocument bound = OfSchemas($$$"""
            "user": {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}, "name": {"type": "string"} } },
            "nullable-user": {{{other}}}
            """);

        Assert.Equal(["NullableUser", "User"], bound.Client.Types.Select(type => type.Name));
    }

    [Fact]
    public void What_is_required_within_a_member_is_compared_too()
    {
        const string Inner = """{"type": "object", "properties": {"a": {"type": "string"}}%}""";
        string Outer(string required) => $$$""" "type": "object", "properties": {"home": {{{Inner.Replace("%", required, StringComparison.Ordinal)}}} } """;
        BoundDocument bound = OfSchemas(
            $$$""" "user": { {{{Outer("")}}}}, "nullable-user": { {{{Outer(", \"required\": [\"a\"]")}}}, "nullable": true} """);

        Assert.Equal("record User(Optional UserHome? Home)", bound.TypeOf("User"));
        Assert.Equal("record NullableUser(Optional NullableUserHome? Home)", bound.TypeOf("NullableUser"));
    }

    [Fact]
    public void Both_may_allow_null()
    {
        BoundDocument bound = OfSchemas("""
            "node": {"type": "object", "nullable": true, "required": ["next"], "properties": {"next": {"$ref": "#/components/schemas/node"}}},
            "nullable-node": {"type": "object", "nullable": true, "required": ["next"], "properties": {"next": {"$ref": "#/components/schemas/nullable-node"}}}
            """);

        Assert.Equal(["record Node(Required Node? Next)"], bound.Types);
    }

    [Fact]
    public void Null_may_also_stand_among_the_types_or_the_branches()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""
            {"user": {"type": "object", "properties": {"id": {"type": "integer"}}},
             "nullable-user": {"type": ["object", "null"], "properties": {"id": {"type": "integer"}}},
             "team": {"type": "object", "properties": {"at": {"type": "integer"}}},
             "nullable-team": {"anyOf": [{"type": "object", "properties": {"at": {"type": "integer"}}}, {"type": "null"}]},
             "Item": {"required": ["user", "team"], "properties": {"user": {"$ref": "#/components/schemas/nullable-user"}, "team": {"$ref": "#/components/schemas/nullable-team"}}}}
            """);

        Assert.Equal(
            [
                "record Item(Required User? User, Required Team? Team)",
                "record Team(Optional Int64? At)",
                "record User(Optional Int64? Id)",
            ],
            bound.Types);
    }

    [Fact]
    public void Enums_arrays_unions_and_allOf_have_twins_too()
    {
        BoundDocument bound = OfSchemas("""
            "color": {"type": "string", "enum": ["red", "green"]},
            "nullable-color": {"type": "string", "enum": ["red", "green", null], "nullable": true},
            "size": {"type": "string", "enum": ["s", "m"]},
            "nullable-size": {"type": "string", "enum": ["s", "m"], "nullable": true},
            "tags": {"type": "array", "items": {"$ref": "#/components/schemas/color"}},
            "nullable-tags": {"type": "array", "items": {"$ref": "#/components/schemas/color"}, "nullable": true},
            "either": {"anyOf": [{"$ref": "#/components/schemas/color"}, {"type": "integer"}]},
            "nullable-either": {"anyOf": [{"$ref": "#/components/schemas/color"}, {"type": "integer"}], "nullable": true},
            "part": {"allOf": [{"type": "object", "properties": {"a": {"type": "string"}}}, {"properties": {"b": {"type": "string"}}}]},
            "nullable-part": {"allOf": [{"type": "object", "properties": {"a": {"type": "string"}}}, {"properties": {"b": {"type": "string"}}}], "nullable": true},
            "Item": {"required": ["color", "size", "tags", "either", "part"], "properties": {
              "color": {"$ref": "#/components/schemas/nullable-color"},
              "size": {"$ref": "#/components/schemas/nullable-size"},
              "tags": {"$ref": "#/components/schemas/nullable-tags"},
              "either": {"$ref": "#/components/schemas/nullable-either"},
              "part": {"$ref": "#/components/schemas/nullable-part"}}}
            """);

        Assert.Equal(
            [
                "String enum Color(Red = red, Green = green)",
                "union Either(Color: Color, Integer: Int64)",
                "record Item(Required Color? Color, Required Size? Size, Required List<Color>? Tags, Required Either? Either, Required Part? Part)",
                "record Part(Optional String? A, Optional String? B)",
                "String enum Size(S = s, M = m)",
            ],
            bound.Types);
    }

    [Fact]
    public void Twins_may_refer_to_each_other()
    {
        BoundDocument bound = OfSchemas("""
            "user": {"type": "object", "properties": {"team": {"$ref": "#/components/schemas/nullable-team"}, "boss": {"$ref": "#/components/schemas/nullable-user"}}},
            "nullable-user": {"type": "object", "nullable": true, "properties": {"team": {"$ref": "#/components/schemas/team-nullable"}, "boss": {"$ref": "#/components/schemas/user-nullable"}}},
            "user-nullable": {"type": "object", "nullable": true, "properties": {"team": {"$ref": "#/components/schemas/nullable-team"}, "boss": {"$ref": "#/components/schemas/nullable-user"}}},
            "team": {"type": "object", "properties": {"lead": {"$ref": "#/components/schemas/nullable-user"}}},
            "nullable-team": {"type": "object", "nullable": true, "properties": {"lead": {"$ref": "#/components/schemas/user-nullable"}}},
            "team-nullable": {"type": "object", "nullable": true, "properties": {"lead": {"$ref": "#/components/schemas/nullable-user"}}}
            """);

        Assert.Equal(
            [
                "record Team(OptionalNullable User? Lead)",
                "record User(OptionalNullable Team? Team, OptionalNullable User? Boss)",
            ],
            bound.Types);
        Assert.Equal(
            [
                "shop.openapi.json#/components/schemas/user",
                "shop.openapi.json#/components/schemas/nullable-user",
                "shop.openapi.json#/components/schemas/user-nullable",
            ],
            bound.Client.Types.Single(type => type.Name == "User").Doc.Sources);
    }

    [Fact]
    public void A_pair_that_differs_through_another_pair_stays_two_types()
    {
        BoundDocument bound = OfSchemas("""
            "user": {"type": "object", "properties": {"team": {"$ref": "#/components/schemas/nullable-team"}}},
            "nullable-user": {"type": "object", "nullable": true, "properties": {"team": {"$ref": "#/components/schemas/team-nullable"}}},
            "team": {"type": "object", "properties": {"a": {"type": "string"}}},
            "nullable-team": {"type": "object", "nullable": true, "properties": {"a": {"type": "string"}}},
            "team-nullable": {"type": "object", "nullable": true, "properties": {"a": {"type": "integer"}}}
            """);

        Assert.Equal(
            [
                "record NullableUser(OptionalNullable TeamNullable? Team)",
                "record Team(Optional String? A)",
                "record TeamNullable(Optional Int64? A)",
                "record User(OptionalNullable Team? Team)",
            ],
            bound.Types);
    }

    [Fact]
    public void A_member_that_is_null_in_the_second_only_keeps_two_types()
    {
        BoundDocument bound = OfSchemas("""
            "node": {"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#/components/schemas/node"}}},
            "nullable-node": {"type": "object", "nullable": true, "required": ["next"], "properties": {"next": {"$ref": "#/components/schemas/nullable-node"}}}
            """);

        Assert.Equal(["record Node(Required Node Next)", "record NullableNode(Required NullableNode? Next)"], bound.Types);
    }

    [Fact]
    public void Bodies_and_answers_may_be_null()
    {
        BoundDocument bound = BoundDocument.Of(Paths(
            "nullable-item", "nullable-item", $$$""" "item": { {{{User}}}}, "nullable-item": { {{{User}}}, "nullable": true} """));

        Assert.Equal(["CreateAsync(Json Item? body) -> Item?"], bound.Operations);
        Assert.Equal(["Item"], bound.Client.Types.Select(type => type.Name));
    }

    private const string Entry = """
        "type": "object", "required": ["id", "secret"], "properties": {
          "id": {"type": "integer", "readOnly": true}, "secret": {"type": "string", "writeOnly": true}}
        """;

    [Theory]
    [InlineData("item", "nullable-item", "CreateAsync(Json ItemInput body) -> Item?")]
    [InlineData("nullable-item", "item", "CreateAsync(Json ItemInput? body) -> Item")]
    [InlineData("nullable-item", "nullable-item", "CreateAsync(Json ItemInput? body) -> Item?")]
    public void A_request_has_a_model_of_its_own_whichever_of_the_two_it_names(string sent, string received, string expected)
    {
        BoundDocument bound = BoundDocument.Of(Paths(
            sent, received, $$$""" "item": { {{{Entry}}}}, "nullable-item": { {{{Entry}}}, "nullable": true} """));

        Assert.Equal([expected], bound.Operations);
        Assert.Equal(["record Item(Required Int64 Id, Optional String? Secret)", "record ItemInput(Required String Secret)"], bound.Types);
        Assert.StartsWith("What a request sends", bound.Client.Types.Single(type => type.Name == "ItemInput").Doc.Remarks);
    }

    /// <summary>Binds component schemas under OpenAPI 3.0, which has <c>nullable</c>.</summary>
    internal static BoundDocument OfSchemas(string schemas) =>
        BoundDocument.Of($$$"""{"openapi":"3.0.3","info":{"title":"Shop","version":"1"},"paths":{},"components":{"schemas":{ {{{schemas}}} } } }""");

    private static string Paths(string sent, string received, string schemas) => $$$"""
        {"openapi":"3.0.3","info":{"title":"Shop","version":"1"},"paths":{"/api/items": {"post": {"operationId": "create",
          "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/{{{sent}}}"} } } },
          "responses": {"200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/{{{received}}}"} } } } } } } },
         "components":{"schemas":{ {{{schemas}}} } } }
        """;
}
