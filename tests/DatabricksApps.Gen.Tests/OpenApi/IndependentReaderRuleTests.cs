using DatabricksApps.Readers;

namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>Each rule that explains a difference to Microsoft.OpenApi has a document that shows the difference, and explains no other.</summary>
public sealed class IndependentReaderRuleTests
{
    public static TheoryData<string, string, string[]> Cases => new()
    {
        {
            "reference not followed",
            """{"openapi": "3.1.0", "paths": {"/a": {"get": {"parameters": [{"$ref": "#/paths/~1b/get/parameters/0"}]}}, "/b": {"get": {"parameters": [{"name": "q", "in": "query"}]}}}}""",
            ["generator: GET /a parameter query q required=false", "generator: GET /a parameter query q style=form explode=true"]
        },
        {
            "reference not followed",
            """{"swagger": "2.0", "paths": {"/a": {"$ref": "#/x-items/A"}}, "x-items": {"A": {"get": {}}}}""",
            ["generator: GET /a"]
        },
        {
            "callback under another expression",
            """{"openapi": "3.1.0", "paths": {"/a": {"post": {"callbacks": {"done": {"{$callback_url}": {"post": {}}}}}}}}""",
            ["generator: POST /a callback POST done"]
        },
        {
            "path parameter not required",
            """{"openapi": "3.1.0", "paths": {"/a/{id}": {"get": {"parameters": [{"name": "id", "in": "path"}]}}}}""",
            ["library: GET /a/{id} parameter path id required=false", "generator: GET /a/{id} parameter path id required=true"]
        },
        {
            "parameter without a name or place",
            """{"openapi": "3.1.0", "paths": {"/a": {"get": {"parameters": [{"in": "query"}]}}}}""",
            ["library: GET /a parameter query ? required=false", "library: GET /a parameter query ? style=form explode=true"]
        },
        {
            "query string without a name",
            """{"openapi": "3.2.0", "paths": {"/a": {"get": {"parameters": [{"in": "querystring", "content": {"text/plain": {}}}]}}}}""",
            [
                "library: GET /a parameter querystring ? required=false",
                "library: GET /a parameter querystring ? text/plain",
                "generator: GET /a parameter querystring query required=false",
                "generator: GET /a parameter querystring query text/plain",
            ]
        },
        {
            "path without a slash",
            """{"openapi": "3.1.0", "paths": {"a": {"get": {}}}}""",
            ["generator: GET /a"]
        },
        {
            "parameter declared twice",
            """{"openapi": "3.1.0", "paths": {"/a": {"get": {"parameters": [{"name": "q", "in": "query"}, {"name": "q", "in": "query", "required": true}]}}}}""",
            ["library: GET /a parameter query q required=false"]
        },
        {
            "method in capital letters",
            """{"openapi": "3.1.0", "paths": {"/a": {"GET": {}}}}""",
            ["generator: GET /a"]
        },
        {
            "newer than the version",
            """{"openapi": "3.1.0", "paths": {"/a": {"query": {}, "additionalOperations": {"COPY": {}}}}}""",
            ["generator: COPY /a", "generator: QUERY /a"]
        },
        {
            "newer than the version",
            """{"openapi": "3.0.3", "x-webhooks": {"sold": {"post": {}}}}""",
            ["generator: webhook POST sold"]
        },
        {
            "newer than the version",
            """{"swagger": "2.0", "paths": {"/a": {"trace": {}}}}""",
            ["generator: TRACE /a"]
        },
        {
            "calls of one path item",
            """{"openapi": "3.1.0", "webhooks": {"sold": {"$ref": "#/components/pathItems/P"}, "bought": {"$ref": "#/components/pathItems/P"}}, "components": {"pathItems": {"P": {"post": {}}}}}""",
            ["library: webhook POST bought"]
        },
        {
            "2.0: comma-separated in a query",
            """{"swagger": "2.0", "paths": {"/a": {"get": {"parameters": [{"name": "q", "in": "query", "type": "array", "collectionFormat": "csv"}]}}}}""",
            ["generator: GET /a parameter query q style=form explode=false", "library: GET /a parameter query q style=form explode=true"]
        },
        {
            "2.0: multi outside of a query",
            """{"swagger": "2.0", "paths": {"/a": {"get": {"parameters": [{"name": "h", "in": "header", "type": "array", "collectionFormat": "multi"}]}}}}""",
            ["library: GET /a parameter header h style=form explode=true", "generator: GET /a parameter header h style=simple explode=false"]
        },
        {
            "2.0: response without a schema",
            """{"swagger": "2.0", "produces": ["text/csv"], "paths": {"/a": {"get": {"responses": {"204": {}}}}}}""",
            ["library: GET /a response 204 text/csv"]
        },
        {
            "2.0: media types of a referred response",
            """{"swagger": "2.0", "produces": ["text/csv"], "paths": {"/a": {"get": {"produces": ["text/html"], "responses": {"200": {"$ref": "#/responses/R"}}}}}, "responses": {"R": {"schema": {}}}}""",
            ["library: GET /a response 200 text/csv", "generator: GET /a response 200 text/html"]
        },
        {
            "2.0: nothing produced",
            """{"swagger": "2.0", "paths": {"/a": {"get": {"responses": {"200": {"schema": {}}}}}}}""",
            ["generator: GET /a response 200 application/json", "library: GET /a response 200 application/octet-stream"]
        },
        {
            "2.0: nothing produced",
            """{"swagger": "2.0", "produces": ["text/csv"], "paths": {"/a": {"get": {"produces": [], "responses": {"200": {"schema": {}}}}}}}""",
            ["generator: GET /a response 200 application/json", "library: GET /a response 200 text/csv"]
        },
        {
            "2.0: body of the path",
            """{"swagger": "2.0", "paths": {"/a": {"parameters": [{"name": "b", "in": "body", "schema": {}}], "put": {}}}}""",
            ["generator: PUT /a body application/json", "generator: PUT /a body required=false"]
        },
        {
            "2.0: media types of a body",
            """{"swagger": "2.0", "consumes": ["text/csv"], "paths": {"/a": {"put": {"consumes": [], "parameters": [{"name": "b", "in": "body", "schema": {}}]}}}}""",
            ["generator: PUT /a body application/json", "library: PUT /a body text/csv"]
        },
        {
            "2.0: media types of a form",
            """{"swagger": "2.0", "consumes": ["text/csv"], "paths": {"/a": {"put": {"parameters": [{"name": "f", "in": "formData", "type": "string"}]}}}}""",
            ["generator: PUT /a body application/x-www-form-urlencoded", "library: PUT /a body text/csv"]
        },
        {
            "2.0: form with a required field",
            """{"swagger": "2.0", "consumes": ["multipart/form-data"], "paths": {"/a": {"put": {"parameters": [{"name": "f", "in": "formData", "type": "string", "required": true}]}}}}""",
            ["library: PUT /a body required=false", "generator: PUT /a body required=true"]
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_explains_its_difference(string rule, string document, string[] differences)
    {
        ReaderComparison comparison = ReaderComparison.Of("a.json", document);

        Assert.Equal(differences, comparison.Differences.Select(item => item.Difference.ToString()));
        Assert.All(comparison.Differences, item => Assert.Equal(rule, item.Rule?.Name));
    }

    [Fact]
    public void Each_rule_has_a_case() =>
        Assert.Equal(DifferenceRules.All.Select(rule => rule.Name), Cases.Select(item => item.Data.Item1).Distinct());

    [Fact]
    public void A_query_parameter_of_which_one_repeats_its_name_is_not_explained_by_the_rule_of_commas()
    {
        ReaderComparison comparison = ReaderComparison.Of(
            "a.json",
            """
            {"swagger": "2.0", "paths": {
              "/a": {"get": {"parameters": [{"name": "q", "in": "query", "type": "array"}]}},
              "/b": {"get": {"parameters": [{"name": "q", "in": "query", "type": "array", "collectionFormat": "multi"}]}}}}
            """);

        Assert.Equal(
            [
                ("generator: GET /a parameter query q style=form explode=false", null),
                ("library: GET /a parameter query q style=form explode=true", null),
            ],
            comparison.Differences.Select(item => (item.Difference.ToString(), item.Rule?.Name)));
    }

    [Fact]
    public void A_document_that_the_library_does_not_read_is_told_with_the_reason()
    {
        ReaderComparison comparison = ReaderComparison.Of(
            "a.json",
            """{"swagger": "2.0", "paths": {"/a": {"get": {"parameters": [{"name": "q", "in": "query", "collectionFormat": "tsv"}]}}}}""");

        Assert.Equal("NotSupportedException: Specified method is not supported.", comparison.Unread);
        Assert.False(comparison.IsRefused);
    }

    [Fact]
    public void Schemas_that_the_library_does_not_read_are_not_handed_to_it()
    {
        ReaderComparison comparison = ReaderComparison.Of(
            "a.yaml",
            """
            openapi: 3.0.3
            paths:
              /a:
                get:
                  parameters: [{name: q, in: query, schema: {exclusiveMinimum: 0.0}}]
                  responses:
                    200: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}
            components:
              schemas:
                S: {exclusiveMaximum: 1}
            """);

        Assert.Equal((5, null), (comparison.Agreed, comparison.Unread));
        Assert.Empty(comparison.Differences);
    }
}
