using CsCheck;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Hostile;

public sealed class RecursiveShapeTests
{
    /// <summary>How many documents a project has: compiling is what takes time.</summary>
    private const int Together = 10;

    /// <summary>A run's documents are those of the run before; <c>CsCheck_Seed</c> and <c>CsCheck_Iter</c> make it others and more.</summary>
    private const string Seed = "0000KOIPe036";

    [Fact]
    public void Schemas_that_hold_each_other_in_any_way_compile_without_a_warning()
    {
        Project project = new(new DatabricksAppGenerator(rethrowsBugs: true));
        RecursiveShapes.Document.Array[Together].Sample(
            documents =>
            {
                GeneratedCode code = project.Generate(documents.Select((text, index) => new Document($"d{index}.openapi.json", text)));

                Assert.Null(code.Result.Exception);
                Assert.DoesNotContain(code.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
                Assert.Empty(code.GetCompilerDiagnostics());
            },
            seed: Seed,
            iter: 20,
            threads: 1);
    }
}
