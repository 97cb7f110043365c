using System.Globalization;
using DatabricksApps.Gen.Tests.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Tests.Pipeline;

/// <summary>What the wiring itself promises: that documents do not harm each other.</summary>
public sealed class GeneratorTests
{
    private const string Health = """
        {
          "openapi": "3.1.0",
          "info": { "title": "Health", "version": "1" },
          "paths": { "/api/health": { "get": { "operationId": "health", "responses": { "204": { "description": "OK" } } } } }
        }
        """;

    [Fact]
    public void A_bug_on_one_document_is_told_and_the_others_still_have_their_clients()
    {
        GeneratorRunResult result = Run(new DatabricksAppGenerator(), new Throwing("bad.openapi.json"), new TestFile("good.openapi.json", Health));

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("DBXAPP0001", diagnostic.Id);
        Assert.Equal("bad.openapi.json", diagnostic.Location.GetLineSpan().Path);
        Assert.StartsWith(
            "The generator failed on this document, which is a bug of the generator: System.InvalidOperationException: as a test at DatabricksApps.Gen.Tests.Pipeline.GeneratorTests.Throwing.GetText(",
            diagnostic.GetMessage());
        Assert.Contains("GoodClient/GoodClient.g.cs", result.GeneratedSources.Select(source => source.HintName));
        Assert.DoesNotContain(result.GeneratedSources, source => source.HintName.Contains("Bad"));
    }

    [Fact]
    public void What_is_generated_does_not_depend_on_the_projects_CSharp()
    {
        Document document = new("health.openapi.json", Health);

        IReadOnlyList<string>[] texts =
        [
            .. new[] { LanguageVersion.CSharp12, LanguageVersion.Latest }.Select(language =>
                new Project(new DatabricksAppGenerator(rethrowsBugs: true), language).Generate([document], TestContext.Current.CancellationToken)
                    .Trees.Select(tree => tree.ToString()).ToList()),
        ];

        Assert.NotEmpty(texts[0]);
        Assert.Equal(texts[0], texts[1]);
    }

    [Fact]
    public void A_test_sees_the_bug_itself()
    {
        GeneratorRunResult result = Run(new DatabricksAppGenerator(rethrowsBugs: true), new Throwing("bad.openapi.json"));

        Assert.IsType<InvalidOperationException>(result.Exception);
    }

    [Fact]
    public void A_document_that_cannot_be_opened_is_told()
    {
        GeneratorRunResult result = Run(new DatabricksAppGenerator(rethrowsBugs: true), new Missing("missing.openapi.json"));

        Assert.Equal(
            "missing.openapi.json: The document is neither JSON nor YAML that can be parsed: the file cannot be opened",
            Show(Assert.Single(result.Diagnostics)));
        Assert.Contains(result.GeneratedSources, source => source.SourceText.ToString().Contains(
            "[global::System.Obsolete(\"missing.openapi.json cannot be read: the file cannot be opened\", error: true, DiagnosticId = \"DBXAPP0002\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_documents_that_give_the_same_client_the_first_has_it()
    {
        GeneratorRunResult result = Run(
            new DatabricksAppGenerator(rethrowsBugs: true), new TestFile("b/app.openapi.json", Health), new TestFile("a/app.openapi.json", Health));

        Assert.Equal(
            "b/app.openapi.json: This document is left out: app.openapi.json gives the client AppClient too; give this document another ClientName",
            Show(Assert.Single(result.Diagnostics)));
        Assert.Equal(1, result.GeneratedSources.Count(source => source.HintName == "AppClient/AppClient.g.cs"));
    }

    [Fact]
    public void Documents_are_read_in_no_culture_of_the_machine()
    {
        CultureInfo previous = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Watching watching = new("good.openapi.json");

            Run(new DatabricksAppGenerator(rethrowsBugs: true), watching);

            Assert.Equal(CultureInfo.InvariantCulture, watching.Culture);
            Assert.Equal("de-DE", CultureInfo.CurrentCulture.Name);
        }
        finally
        {
            CultureInfo.CurrentCulture = previous;
        }
    }

    private static GeneratorRunResult Run(DatabricksAppGenerator generator, params AdditionalText[] files)
    {
        TestOptions options = new(
            new Dictionary<string, string> { ["build_property.RootNamespace"] = "MyApp" },
            new Dictionary<string, string> { ["build_metadata.AdditionalFiles.DatabricksAppDocument"] = "true" });
        return CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], files, optionsProvider: options)
            .RunGenerators(CSharpCompilation.Create("MyApp"), TestContext.Current.CancellationToken)
            .GetRunResult().Results.Single();
    }

    private static string Show(Diagnostic diagnostic) => $"{diagnostic.Location.GetLineSpan().Path}: {diagnostic.GetMessage()}";

    private sealed class Throwing(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => throw new InvalidOperationException("as a test");
    }

    private sealed class Missing(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }

    private sealed class Watching(string path) : AdditionalText
    {
        public override string Path => path;

        public CultureInfo? Culture { get; private set; }

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            Culture = CultureInfo.CurrentCulture;
            return SourceText.From(Health);
        }
    }
}
