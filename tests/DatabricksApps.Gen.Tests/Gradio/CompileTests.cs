using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Gradio;

/// <summary>Every endpoint of real apps has a method, and all of it compiles.</summary>
public sealed class CompileTests
{
    [Theory]
    [InlineData("demo4.gradio.json", 5, 1)]
    [InlineData("demo5.gradio.json", 5, 1)]
    [InlineData("demo6.gradio.json", 12, 2)]
    [InlineData("lies.gradio.json", 9, 1)]
    [InlineData("odd.gradio.json", 18, 2)]
    [InlineData("kitchen-sink.gradio.json", 34, 0)]
    [InlineData("components.gradio.json", 57, 0)]
    public void Every_endpoint_has_a_method_that_compiles(string file, int endpoints, int generators)
    {
        GeneratedCode code = Generation.RunAndCompile(GradioDocuments.Of(file));

        IEnumerable<string> methods = code.Compilation.GetSymbolsWithName(name => name.EndsWith("Async", StringComparison.Ordinal), SymbolFilter.Member, TestContext.Current.CancellationToken)
            .Select(method => method.Name);
        Assert.Equal(endpoints + generators, methods.Count());
        Assert.Equal(generators, methods.Count(name => name.EndsWith("StreamAsync", StringComparison.Ordinal)));
        Assert.DoesNotContain(code.Diagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }
}
