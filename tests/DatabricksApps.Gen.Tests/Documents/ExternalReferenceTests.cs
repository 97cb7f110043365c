using DatabricksApps.Gen.Pipeline;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Documents;

/// <summary>Documents that are split into files of the project.</summary>
public sealed class ExternalReferenceTests
{
    private static readonly Document s_main = new("/app/api/shop.openapi.yaml", """
        openapi: 3.1.0
        info: {title: Shop, version: "1"}
        paths:
          /api/items:
            $ref: ./paths/items.yaml
          /api/parts:
            get:
              operationId: list_parts
              parameters:
                - $ref: '../common.yaml#/components/parameters/Limit'
              responses:
                '200':
                  description: Parts
                  content:
                    application/json:
                      schema: {type: array, items: {$ref: 'schemas/part.json'}}
        components:
          schemas:
            Box:
              properties:
                label: {$ref: '../common.yaml#/components/schemas/Label'}
                pet: {oneOf: [{$ref: 'schemas/part.json'}, {$ref: '../common.yaml#/components/schemas/Label'}]}
        """);

    private static readonly Document s_items = new("/app/api/paths/items.yaml", """
        post:
          operationId: create_item
          requestBody:
            content: {application/json: {schema: {$ref: '../shop.openapi.yaml#/components/schemas/Box'}}}
          responses:
            '204': {description: Done}
        """);

    private static readonly Document s_part = new("/app/api/schemas/part.json", """
        {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}, "of": {"$ref": "#"}, "label": {"$ref": "../../common.yaml#/components/schemas/Label"}}}
        """, isMarked: false);

    private static readonly Document s_common = new("/app/common.yaml", """
        components:
          parameters:
            Limit: {name: limit, in: query, schema: {type: integer, not: {const: 3}}}
          schemas:
            Label:
              type: object
              properties:
                text: {type: string}
        """, isMarked: false);

    [Fact]
    public void A_document_reads_what_it_refers_to_from_the_other_files_of_the_project()
    {
        GeneratedCode code = Generation.RunAndCompile(s_main, s_items, s_part, s_common);

        string text = string.Concat(code.Trees.Select(tree => tree.ToString()));
        Assert.Contains("public global::System.Threading.Tasks.Task CreateItemAsync(", text, StringComparison.Ordinal);
        Assert.Contains("IReadOnlyList<Part>> ListPartsAsync(", text, StringComparison.Ordinal);
        Assert.Contains("public Part? Of", text, StringComparison.Ordinal);
        Assert.Contains("../common.yaml#/components/schemas/Label", text, StringComparison.Ordinal);
        Assert.Contains("schemas/part.json#", text, StringComparison.Ordinal);
        Assert.Contains("paths/items.yaml#/post", text, StringComparison.Ordinal);
        Assert.DoesNotContain(code.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id == "DBXAPP0103");
    }

    [Fact]
    public void A_file_that_is_not_given_is_told_at_the_reference()
    {
        GeneratedCode code = Generation.RunAndCompile(s_main, s_items, s_common);

        Diagnostic first = code.Diagnostics.First(diagnostic => diagnostic.Id == "DBXAPP0103");
        Assert.Equal("/app/api/shop.openapi.yaml", first.Location.GetLineSpan().Path);
        Assert.Equal(15, first.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains("'schemas/part.json' of 'schemas/part.json' is no file of the project; add it as a DatabricksApp or AdditionalFiles item", first.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_in_another_file_stands_there()
    {
        GeneratedCode code = Generation.Run(s_main, s_items, s_part, s_common);

        Diagnostic found = Assert.Single(code.Diagnostics, diagnostic => diagnostic.GetMessage().Contains("'not'", StringComparison.Ordinal));
        Assert.Equal("/app/common.yaml", found.Location.GetLineSpan().Path);
        Assert.Equal(2, found.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told_at_the_reference()
    {
        GeneratedCode code = Generation.RunAndCompile(s_main, s_items, new Document(s_part.Path, "{", isMarked: false), s_common);

        Assert.Contains(code.Diagnostics, diagnostic => diagnostic.Id == "DBXAPP0103"
            && diagnostic.GetMessage().Contains("'schemas/part.json' of 'schemas/part.json' cannot be read:", StringComparison.Ordinal));
    }

    [Fact]
    public void An_edit_of_a_file_reads_the_documents_that_refer_to_it()
    {
        Document alone = new("/app/other.openapi.json", """{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"/api/a":{"get":{"responses":{}}}}}""");
        GeneratedCode before = Generation.Run(s_main, s_items, s_part, s_common, alone);
        Document edited = new(s_part.Path, s_part.GetText(TestContext.Current.CancellationToken).ToString().Replace("\"id\"", "\"number\""), isMarked: false);

        GeneratedCode after = Project.Run(
            before.Driver.ReplaceAdditionalText(s_part, edited), before.Compilation, TestContext.Current.CancellationToken);

        Assert.Contains(after.Trees, tree => tree.ToString().Contains("required long Number", StringComparison.Ordinal));
        Assert.Equal(["/app/api/shop.openapi.yaml"], Steps.Changed(after.Result, TrackingNames.Bound).Cast<DocumentResult>().Select(bound => bound.Path));
    }

    [Fact]
    public void A_document_of_one_file_is_not_read_again_when_another_file_changes()
    {
        Document alone = new("/app/shop.openapi.json", """{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"/api/a":{"get":{"responses":{}}}}}""");
        GeneratedCode before = Generation.Run(alone, s_common);

        GeneratedCode after = Project.Run(
            before.Driver.ReplaceAdditionalText(s_common, new Document(s_common.Path, "{}", isMarked: false)),
            before.Compilation,
            TestContext.Current.CancellationToken);

        Steps.AssertNothingRan(after.Result);
    }

    [Fact]
    public void Schemas_may_be_a_whole_other_file()
    {
        GeneratedCode code = Generation.RunAndCompile(
            new Document("shop.openapi.json", """
                {"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{},
                 "components":{"schemas":{"$ref":"schemas.json"}, "x-more": {"$ref": "#/components/schemas/Item"}}}
                """),
            new Document("schemas.json", """{"Item":{"type":"object","properties":{"next":{"$ref":"shop.openapi.json#/components/schemas/Item"}}}}""", isMarked: false));

        Assert.Contains(code.Trees, tree => tree.ToString().Contains("public Item? Next", StringComparison.Ordinal));
        Assert.Empty(code.Diagnostics);
    }
}
