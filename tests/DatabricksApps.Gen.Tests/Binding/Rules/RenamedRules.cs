using DatabricksApps.Gen.Pipeline;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>What has not got its first name is told where the document says it, whatever it is that has a name.</summary>
public sealed class RenamedRules
{
    private const string Item = "/components/schemas/Item";

    [Fact]
    public void Members_that_want_one_name() => AssertTold(
        BoundDocument.OfSchemas("""{"Item":{"type":"object","properties":{"item-id":{},"item_id":{"type":"string"},"price":{}}}}"""),
        Item + "/properties/item-id: the member 'item-id' is called 'ItemMinusId', because another one wants 'ItemId' too",
        Item + "/properties/item_id: the member 'item_id' is called 'item_id', because another one wants 'ItemId' too");

    [Fact]
    public void A_member_that_wants_the_name_of_its_type_or_of_a_member_that_every_type_has() => AssertTold(
        BoundDocument.OfSchemas("""{"Item":{"type":"object","properties":{"item":{},"get_type":{}}}}"""),
        Item + "/properties/item: the member 'item' is called 'ItemValue', because 'Item' is taken",
        Item + "/properties/get_type: the member 'get_type' is called 'GetTypeValue', because 'GetType' is taken");

    [Fact]
    public void Members_that_a_part_has_are_told_once_where_the_part_says_them() => AssertTold(
        BoundDocument.OfSchemas("""
            {"Base":{"type":"object","properties":{"a-b":{},"a_b":{}}},
             "One":{"allOf":[{"$ref":"#/components/schemas/Base"}],"properties":{"c":{}}}}
            """),
        "/components/schemas/Base/properties/a-b: the member 'a-b' is called 'AMinusB', because another one wants 'AB' too",
        "/components/schemas/Base/properties/a_b: the member 'a_b' is called 'a_b', because another one wants 'AB' too");

    [Fact]
    public void Members_beside_the_cases_of_a_union() => AssertTold(
        BoundDocument.OfSchemas("""
            {"Cat":{"type":"object","properties":{"Match":{},"meow":{}}},"Dog":{"type":"object","properties":{"Match":{},"bark":{}}},
             "Pet":{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],"properties":{"Match":{}}}}
            """),
        "/components/schemas/Pet/properties/Match: the member 'Match' is called 'MatchValue', because 'Match' is taken");

    [Theory]
    [InlineData("""{"enum":["a","A","b"]}""", "/enum/0", "/enum/1")]
    [InlineData("""{"oneOf":[{"const":"a"},{"const":"A"},{"const":"b"}]}""", "/oneOf/0/const", "/oneOf/1/const")]
    [InlineData("""{"anyOf":[{"enum":["b","a"]},{"enum":["A"]}]}""", "/anyOf/0/enum/1", "/anyOf/1/enum/0")]
    [InlineData("""{"enum":["a","A",1]}""", "/enum/0", "/enum/1")]
    public void Values_of_an_enum(string schema, string first, string second) => AssertTold(
        BoundDocument.OfSchemas($$"""{"Item":{{schema}}}"""),
        $"{Item}{first}: the value 'a' is called 'a', because another one wants 'A' too",
        $"{Item}{second}: the value 'A' is called 'AValue', because another one wants 'A' too");

    [Fact]
    public void Parameters_of_two_places() => AssertTold(
        BoundDocument.OfPaths("""
            {"/a/{id}":{"get":{"operationId":"send","responses":{},"parameters":[
              {"name":"id","in":"path","required":true,"schema":{"type":"string"}},{"name":"id","in":"query","schema":{"type":"string"}}]}}}
            """),
        "/paths/~1a~1{id}/get/parameters/0: the parameter 'id' is called 'pathId', because another one wants 'id' too",
        "/paths/~1a~1{id}/get/parameters/1: the parameter 'id' is called 'queryId', because another one wants 'id' too");

    [Fact]
    public void A_parameter_that_wants_the_name_of_one_that_every_method_has() => AssertTold(
        Rule.Operation("""
            "parameters":[{"name":"options","in":"query","schema":{"type":"string"}}]
            """),
        "/paths/~1api~1a/post/parameters/0: the parameter 'options' is called 'queryOptions', because 'options' is taken");

    [Fact]
    public void A_parameter_and_a_field_of_the_body() => AssertTold(
        Rule.Operation("""
            "parameters":[{"name":"id","in":"query","schema":{"type":"string"}}],
            "requestBody":{"content":{"multipart/form-data":{"schema":{"type":"object","properties":{"id":{"type":"string"},"a":{"type":"string"}}}}}}
            """),
        "/paths/~1api~1a/post/parameters/0: the parameter 'id' is called 'queryId', because another one wants 'id' too",
        "/paths/~1api~1a/post/requestBody/content/multipart~1form-data/schema/properties/id: the parameter 'id' is called 'bodyId', because another one wants 'id' too");

    [Fact]
    public void A_group_and_its_class() => AssertTold(
        BoundDocument.OfPaths(
            """
            {"/a":{"get":{"operationId":"a","tags":["shop client"],"responses":{}}},
             "/b":{"get":{"operationId":"b","tags":["items"],"responses":{}}}}
            """,
            """{"ItemsOperations":{"type":"object","properties":{"a":{}}}}"""),
        "/paths/~1a/get/tags/0: the group 'shop client' is called 'ShopClientGroup', because 'ShopClient' is taken",
        "/paths/~1b/get/tags/0: the class of the group 'items' is called 'ItemsGroupOperations', because 'ItemsOperations' is taken");

    [Fact]
    public void The_result_of_several_answers() => AssertTold(
        BoundDocument.OfPaths(
            """
            {"/a":{"put":{"operationId":"put","tags":["items"],"responses":{
              "200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PutResult"}}}},
              "201":{"content":{"application/json":{"schema":{"type":"integer"}}}}}}}}
            """,
            """{"PutResult":{"type":"object","properties":{"a":{}}}}"""),
        "/paths/~1a/put: the result of 'PutAsync' is called 'ItemsPutResult', because 'PutResult' is taken");

    [Fact]
    public void Cases_of_a_union() => AssertTold(
        BoundDocument.OfSchemas("""{"Item":{"type":"object","properties":{"p":{"anyOf":[{"type":"integer","format":"int32"},{"type":"integer"}]}}}}"""),
        Item + "/properties/p: the case 'Integer' is called 'Int32', because another one wants 'Integer' too",
        Item + "/properties/p: the case 'Integer' is called 'Int64', because another one wants 'Integer' too");

    private static void AssertTold(BoundDocument bound, params string[] expected) => Assert.Equal(
        expected,
        bound.Findings.Where(finding => finding.Id == "DBXAPP0106").Select(finding => $"{finding.Pointer}: {finding.Message}").Distinct());
}
