namespace DatabricksApps.Gen.Tests.Binding;

/// <summary><c>readOnly</c> and <c>writeOnly</c>: models of requests and of responses.</summary>
public sealed class DirectionTests
{
    private const string Item = """
        "Item": {"type": "object", "required": ["id", "name", "secret"], "properties": {
          "id": {"type": "integer", "readOnly": true},
          "name": {"type": "string"},
          "secret": {"type": "string", "writeOnly": true},
          "size": {"type": "object", "properties": {"width": {"type": "number"}}}}}
        """;

    [Fact]
    public void A_request_has_a_model_without_what_only_the_server_sets()
    {
        BoundDocument bound = BoundDocument.OfPaths(Paths("Item", "Item"), "{" + Item + "}");

        Assert.Equal(["CreateAsync(Json ItemInput body) -> Item"], bound.Operations);
        Assert.Equal(
            [
                "record Item(Required Int64 Id, Required String Name, Optional String? Secret, Optional ItemSize? Size)",
                "record ItemInput(Required String Name, Required String Secret, Optional ItemSize? Size)",
                "record ItemSize(Optional Double? Width)",
            ],
            bound.Types);
        Assert.All(["Item", "ItemInput"], name => Assert.Equal(
            ["shop.openapi.json#/components/schemas/Item"], bound.Client.Types.Single(type => type.Name == name).Doc.Sources));
    }

    [Fact]
    public void What_holds_a_model_that_differs_differs_too()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            Paths("Box", "Box"),
            "{" + Item + """, "Box": {"properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}}, "next": {"$ref": "#/components/schemas/Box"}}}}""");

        Assert.Equal("record Box(Optional List<Item>? Items, Optional Box? Next)", bound.TypeOf("Box"));
        Assert.Equal("record BoxInput(Optional List<ItemInput>? Items, Optional BoxInput? Next)", bound.TypeOf("BoxInput"));
    }

    [Fact]
    public void A_model_of_requests_alone_keeps_its_name()
    {
        BoundDocument bound = BoundDocument.OfPaths(Paths("Item", "Other"), "{" + Item + """, "Other": {"properties": {"a": {}}}}""");

        Assert.Equal(["CreateAsync(Json Item body) -> Other"], bound.Operations);
        Assert.Equal("record Item(Required String Name, Required String Secret, Optional ItemSize? Size)", bound.TypeOf("Item"));
    }

    [Fact]
    public void A_model_of_no_operation_requires_what_either_side_may_lack_of_neither()
    {
        BoundDocument bound = BoundDocument.OfSchemas("{" + Item + "}");

        Assert.Equal("record Item(Required Int64 Id, Required String Name, Optional String? Secret, Optional ItemSize? Size)", bound.TypeOf("Item"));
    }

    [Fact]
    public void What_may_be_sent_but_need_not_makes_no_second_model()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            Paths("Item", "Item"), """{"Item": {"properties": {"secret": {"type": "string", "writeOnly": true}}}}""");

        Assert.Equal(["CreateAsync(Json Item body) -> Item"], bound.Operations);
    }

    [Fact]
    public void What_tells_cases_apart_is_sent_although_only_the_server_sets_it()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            Paths("Pet", "Pet"),
            """
            {"Pet": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}], "discriminator": {"propertyName": "kind"}},
             "Cat": {"properties": {"kind": {"const": "cat", "readOnly": true}, "id": {"type": "integer", "readOnly": true}}},
             "Dog": {"properties": {"kind": {"const": "dog", "readOnly": true}}}}
            """);

        Assert.Equal(["CreateAsync(Json PetInput body) -> Pet"], bound.Operations);
        Assert.Equal("union PetInput(CatInput: CatInput [cat] via Kind, Dog: Dog [dog] via Kind) by kind", bound.TypeOf("PetInput"));
        Assert.Equal("record CatInput(Defaulted String Kind = String:cat)", bound.TypeOf("CatInput"));
    }

    [Fact]
    public void A_form_has_no_parameter_for_what_only_the_server_sets()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """
            {"/api/a": {"post": {"operationId": "send", "responses": {}, "requestBody": {"required": true, "content": {"multipart/form-data": {"schema":
              {"properties": {"id": {"type": "integer", "readOnly": true}, "name": {"type": "string"}}}}}}}}}
            """);

        Assert.Equal(["SendAsync(Multipart String? name) -> None"], bound.Operations);
    }

    [Fact]
    public void An_inline_object_that_inherits_its_owner_is_one_type()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""
            {"Node": {"type": "object", "properties": {
              "name": {"type": "string"},
              "children": {"type": "array", "items": {"allOf": [{"$ref": "#/components/schemas/Node"}, {"properties": {"order": {"type": "integer"}}}]}}}}}
            """);

        Assert.Equal(
            [
                "record Node(Optional String? Name, Optional List<NodeChildrenItem>? Children)",
                "record NodeChildrenItem(Optional String? Name, Optional List<NodeChildrenItem>? Children, Optional Int64? Order)",
            ],
            bound.Types);
    }

    private static string Paths(string sent, string received) => $$$"""
        {"/api/items": {"post": {"operationId": "create",
          "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/{{{sent}}}"} } } },
          "responses": {"200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/{{{received}}}"} } } } } } } }
        """;
}
