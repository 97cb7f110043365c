using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>Small documents, each of which once broke the compiler's step or what it compiled.</summary>
public sealed class HardDocumentTests
{
    private static readonly string s_documents = Repository.PathOf("tests", "DatabricksApps.Gen.Tests", "Hostile", "Documents");

    [Theory]
    [InlineData("two-lists-of-extended-self")]
    [InlineData("two-schemas-lists-of-extended-node")]
    [InlineData("two-titled-extended-self")]
    [InlineData("titled-self-twice", "1 Info DBXAPP0106", "4 Info DBXAPP0106", "1 Info DBXAPP0108", "4 Info DBXAPP0108")]
    [InlineData("tuple-references-18")]
    [InlineData("tuple-references-24")]
    [InlineData("nested-maps-120", "1 Warning DBXAPP0102", "1 Info DBXAPP0102", "1 Info DBXAPP0102", "1 Info DBXAPP0102", "1 Info DBXAPP0102")]
    [InlineData("default-nested-70", "1 Info DBXAPP0107")]
    [InlineData("default-nested-deep", "1 Info DBXAPP0107")]
    [InlineData("example-nested-70")]
    [InlineData("map-of-self-and-const", "1 Warning DBXAPP0102", "2 Info DBXAPP0108")]
    [InlineData("map-of-self-and-const-received", "30 Warning DBXAPP0102", "35 Info DBXAPP0108")]
    [InlineData("path-item-dangling-ref-with-operation", "1 Warning DBXAPP0103")]
    [InlineData("long-path-no-operationid")]
    [InlineData("forged-error", "9 Warning DBXAPP0201", "9 Warning DBXAPP0104")]
    public void A_hard_document_compiles_and_what_it_costs_is_told_at_its_line(string name, params string[] told)
    {
        Document document = Read(name);

        GeneratedCode code = Generation.RunAndCompile(document);

        Assert.Equal(told, code.Diagnostics.Select(Show));
        Assert.NotEmpty(code.Trees);
        AssertEmits(code);
        int most = 20_000 + (12 * document.GetText(TestContext.Current.CancellationToken).Length);
        Assert.InRange(code.Trees.Sum(tree => tree.Length), 1, most);
    }

    [Fact]
    public void A_word_that_is_no_literal_is_told_without_the_rest_of_the_document()
    {
        GeneratedCode code = Generation.Run(Read("typo-in-a-literal"));

        Assert.Equal(
            "The document is neither JSON nor YAML that can be parsed: line 4, column 15: "
            + """'nul, "version": "1" }, "paths": { "/api/a": { "get": { "operationId": "a", "responses": { "200": …} } } } } }' is an invalid JSON literal. Expected the literal 'null'.""",
            Assert.Single(code.Diagnostics).GetMessage());
        BrokenDocumentTests.AssertStandIn(code, "DBXAPP0002");
    }

    [Fact]
    public void A_line_that_a_path_brings_into_a_message_is_none()
    {
        GeneratedCode code = Generation.Run(Read("forged-error"));

        Assert.Equal(
            "The path has a parameter that is not declared and becomes a string: 'p' of '/a Program.cs(1,1): error CS9999: forged by the document {p}' "
            + "(#/paths/~1a Program.cs(1,1): error CS9999: forged by the document {p}/get, line 9)",
            Assert.Single(code.Diagnostics, diagnostic => diagnostic.Id == "DBXAPP0104").GetMessage());
    }

    // Names that are too long for metadata are found only then.
    private static void AssertEmits(GeneratedCode code) =>
        Assert.Empty(code.Emit(Stream.Null, TestContext.Current.CancellationToken));

    private static Document Read(string name)
    {
        string file = name + ".openapi.json";
        return new Document(file, File.ReadAllText(Path.Combine(s_documents, file)));
    }

    private static string Show(Diagnostic diagnostic) =>
        $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1} {diagnostic.Severity} {diagnostic.Id}";
}
