using CsCheck;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Hostile;

public sealed class RecursiveShapeTests
{
    /// <summary>How many documents a project has: compiling is what takes time.</summary>
    private const int Together = 10;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Schemas_that_hold_each_other_in_any_way_compile_without_a_warning(int seed)
    {
        string[] texts = RecursiveShapes.Document.Array[Together].Generate(new PCG(1, (ulong)seed), null, out _);
        Project project = new(new DatabricksAppGenerator(rethrowsBugs: true));

        GeneratedCode code = project.Generate(
            texts.Select((text, index) => new Document($"d{index}.openapi.json", text)), TestContext.Current.CancellationToken);

        Assert.Null(code.Result.Exception);
        Assert.DoesNotContain(code.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        IReadOnlyList<Diagnostic> compiled = code.GetCompilerDiagnostics(TestContext.Current.CancellationToken);
        Assert.True(compiled.Count == 0, string.Join('\n', compiled.Take(3).Select(diagnostic => diagnostic.ToString()).Concat(texts)));
    }
}
