using System.Text;
using DatabricksApps.Gen.Tests.Binding;
using DatabricksApps.Gen.Tests.Binding.Rules;

namespace DatabricksApps.Gen.Tests.Documents;

/// <summary>What becomes of the rarer parts of a document.</summary>
public sealed class FeatureTests
{
    [Theory]
    [InlineData("not")]
    [InlineData("if")]
    [InlineData("then")]
    [InlineData("else")]
    [InlineData("contains")]
    [InlineData("dependentSchemas")]
    [InlineData("dependentRequired")]
    [InlineData("dependencies")]
    public void A_keyword_that_only_restricts_is_told_at_its_place(string keyword)
    {
        BoundDocument bound = BoundDocument.OfSchemas("{\"S\": {\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}, \"" + keyword + "\": {}}}");

        Assert.Equal(["record S(Optional String? A)"], bound.Types);
        Assert.Equal(["DBXAPP0108 /components/schemas/S/" + keyword], bound.FindingPlaces);
    }

    [Fact]
    public void Boolean_schemas_and_type_arrays()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""
            {"S": {"type": "object", "properties": {
              "any": true, "never": false, "text": {"type": ["string", "null"]}, "either": {"type": ["string", "integer"]},
              "tuple": {"prefixItems": [{"type": "string"}, {"type": "integer"}], "minItems": 2, "unevaluatedItems": false},
              "map": {"type": "object", "unevaluatedProperties": {"type": "integer"}},
              "patterns": {"patternProperties": {"^x": {"type": "number"}}},
              "keys": {"type": "object", "propertyNames": {"pattern": "a"}, "additionalProperties": {"type": "boolean"}},
              "objects": {"enum": [{"a": 1}]}}}}
            """);

        Assert.Equal(
            "record S(OptionalNullable Any? Any, OptionalNullable Any? Never, OptionalNullable String? Text, Optional StringOrInteger? Either, "
            + "Optional Tuple<String, Int64>? Tuple, Optional Map<Int64>? Map, Optional Map<Double>? Patterns, Optional Map<Boolean>? Keys, OptionalNullable Any? Objects)",
            bound.TypeOf("S"));
        Assert.Equal(["DBXAPP0102 /components/schemas/S/properties/objects"], bound.FindingPlaces);
    }

    [Theory]
    [InlineData("integer", "number")]
    [InlineData("number", "integer")]
    public void A_member_that_is_a_number_in_one_part_of_allOf_and_an_integer_in_another_is_an_integer(string first, string second) => Assert.Equal(
        "record Job(Optional Int64? Runner)",
        BoundDocument.OfSchemas(
            $$$$"""
            {"Base": {"type": "object", "properties": {"runner": {"type": "{{{{first}}}}"}}},
             "Job": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {"runner": {"type": "{{{{second}}}}"}}}]}}
            """).TypeOf("Job"));

    [Fact]
    public void Parts_of_allOf_are_one_type_and_the_one_that_says_most_names_it()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""
            {"Base": {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}, "b": {"type": "string"}}},
             "Heir": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"required": ["b"], "properties": {"b": {"description": "more"}, "c": {"type": "integer"}}}]},
             "Texts": {"type": "object", "properties": {
               "kind": {"allOf": [{"type": "string"}, {"enum": ["x", "y"]}]},
               "at": {"allOf": [{"type": "string", "minLength": 1}, {"type": "string", "format": "date"}]},
               "odd": {"allOf": [{"type": "string"}, {"type": "integer"}]}}}}
            """);

        Assert.Equal("record Heir(Required String A, Required String B, Optional Int64? C)", bound.TypeOf("Heir"));
        Assert.Equal("record Texts(Optional TextsKind? Kind, Optional Date? At, Optional String? Odd)", bound.TypeOf("Texts"));
        Assert.Equal(["DBXAPP0108 /components/schemas/Texts/properties/odd"], bound.FindingPlaces);
    }

    [Fact]
    public void Answers_by_range_and_default_and_in_a_vendors_JSON()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """
            {"/api/a": {"get": {"operationId": "a", "responses": {
              "2XX": {"description": "", "content": {"text/csv": {}, "application/vnd.shop.v1+json": {"schema": {"$ref": "#/components/schemas/Item"}}}},
              "404": {"$ref": "#/components/responses/Missing"},
              "200": {"description": "", "links": {"next": {"operationId": "a"}}, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Item"}}}},
              "4XX": {"description": "", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
              "default": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Item"}}}}}}}}
            """,
            """
            {"Item": {"type": "object", "properties": {"a": {"type": "string"}}}, "Problem": {"type": "object", "properties": {"title": {"type": "string"}}}}
            """);

        Assert.Equal(
            ["AAsync() -> Item 404-404:text 400-499:Problem 400-599:Item", "ATextAsync() -> Text 404-404:text 400-499:Problem 400-599:Item"], bound.Operations);
        Assert.Equal(["DBXAPP0103 /paths/~1api~1a/get/responses/404/$ref", "DBXAPP0108 /paths/~1api~1a/get/responses/200/links"], bound.FindingPlaces.Where(place => !place.StartsWith("DBXAPP02", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_new_in_3_2()
    {
        BoundDocument bound = BoundDocument.Of("""
            openapi: 3.2.0
            $self: https://example.com/shop.yaml
            info: {title: T, version: '1'}
            tags: [{name: items, summary: Items, parent: goods, kind: nav}, {name: goods}]
            paths:
              /api/items:
                get:
                  operationId: watch
                  tags: [items]
                  responses: {'200': {content: {text/event-stream: {$ref: '#/components/mediaTypes/Events'}}}}
                post:
                  operationId: lines
                  tags: [items]
                  responses: {'200': {summary: Lines, content: {application/jsonl: {itemSchema: {$ref: '#/components/schemas/Item'}}}}}
            components:
              mediaTypes: {Events: {itemSchema: {type: object, properties: {data: {type: string, contentMediaType: application/json, contentSchema: {$ref: 'shop.yaml#/components/schemas/Item'}}}}}}
              schemas: {Item: {type: object, properties: {a: {type: string}}}}
              securitySchemes:
                device: {type: oauth2, deprecated: true, oauth2MetadataUrl: 'https://example.com/m', flows: {deviceAuthorization: {deviceAuthorizationUrl: 'https://example.com/d', tokenUrl: 'https://example.com/t', scopes: {}}}}
            """, path: "shop.openapi.yaml");

        Assert.Equal(["Items.WatchAsync() -> Events Item", "Items.LinesAsync() -> Lines Item"], bound.Operations);
        Assert.Empty(bound.Findings);
    }

    [Fact]
    public void A_servers_variable_without_a_default_is_left_out_and_told()
    {
        BoundDocument bound = BoundDocument.Of("""
            {"openapi": "3.1.0", "servers": [{"url": "/{stage}/v1"}], "paths": {"/api/a/{id}": {"get": {"operationId": "a", "responses": {}}}}}
            """);

        Assert.Equal("/v1/api/a/{id}", bound.Client.Groups[0].Operations[0].Route().Template);
        Assert.Contains("DBXAPP0105 /servers/0", bound.FindingPlaces);
    }

    [Fact]
    public void A_union_of_three_hundred_cases_compiles()
    {
        StringBuilder branches = new();
        StringBuilder schemas = new();
        for (int i = 0; i < 300; i++)
        {
            branches.Append(i == 0 ? "" : ",").Append($$"""{"$ref": "#/components/schemas/Case{{i}}"}""");
            schemas.Append(",\"Case" + i + "\": {\"type\": \"object\", \"required\": [\"k\"], \"properties\": {\"k\": {\"const\": \"c" + i + "\"}, \"v\": {\"type\": \"integer\"}}}");
        }

        GeneratedCode code = Generation.RunAndCompile(new Document(
            "cases.openapi.json",
            "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"T\", \"version\": \"1\"}, \"paths\": {}, \"components\": {\"schemas\": {\"Any\": {\"oneOf\": [" + branches + "]}" + schemas + "}}}"));

        Assert.All(code.Trees, tree => Assert.InRange(tree.GetText(TestContext.Current.CancellationToken).Lines.Count, 1, 5000));
        Assert.DoesNotContain(code.Diagnostics, diagnostic => diagnostic.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info);
    }
}
