using System.Collections.Immutable;
using System.Text;
using DatabricksApps.Contract.Pairs;
using DatabricksApps.Gen.Analysis;
using DatabricksApps.Gen.Tests.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Tests.Changes;

/// <summary>A project that calls a client of another project is told as well, with the analyzer and, of what is gone, without it.</summary>
public sealed class ReferencedClientTests
{
    private static readonly Project s_project = new(new DatabricksAppGenerator(rethrowsBugs: true), LanguageVersion.CSharp14);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_analyzer_tells_what_a_referenced_client_has_pending(bool isCompiled)
    {
        CSharpCompilation caller = Caller(DepotDocument.With("/components/schemas/Item/required", """["color"]"""), "var twice = item.Id * 2; Console.WriteLine(twice);", isCompiled);

        ImmutableArray<Diagnostic> told = await caller.WithAnalyzers([new AppChangedAnalyzer()]).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);

        Diagnostic only = Assert.Single(told, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Equal("DBXAPP0301", only.Id);
        Assert.Equal("depot.openapi.json:1: 'id' of Item became optional, was required. Null is possible here", only.GetMessage());
    }

    [Fact]
    public void What_is_gone_is_told_without_the_analyzer()
    {
        CSharpCompilation caller = Caller(DepotDocument.With("/components/schemas/Item/properties/note", null), "Console.WriteLine(item.Note);", isCompiled: true);

        Diagnostic only = Assert.Single(caller.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Equal("DBXAPP0302", only.Id);
        Assert.Equal("https://github.com/DatabricksApps/DatabricksApps.Gen#dbxapp0302", only.Descriptor.HelpLinkUri);
    }

    private static CSharpCompilation Caller(string document, string statements, bool isCompiled)
    {
        GeneratedCode client = s_project.Generate([new Document("depot.openapi.json", document), new Document("depot.openapi.lock", ChangedDepot.Lock, isMarked: false)]);
        using MemoryStream assembly = new();
        Assert.Empty(client.Emit(assembly, TestContext.Current.CancellationToken));
        MetadataReference reference = isCompiled ? MetadataReference.CreateFromImage(assembly.ToArray()) : client.Compilation.ToMetadataReference();
        return s_project.CreateCompilation("global using DatabricksApps; global using MyApp.DepotApi;")
            .AddSyntaxTrees(s_project.Parse(SourceText.From(ChangedDepot.CodeOf(statements), Encoding.UTF8), "use.cs"))
            .WithAssemblyName("Calling")
            .AddReferences(reference);
    }
}
