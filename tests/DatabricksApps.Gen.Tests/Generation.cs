using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Gen.Tests;

/// <summary>Runs the generator as a compiler does, and holds each run to what every run must keep.</summary>
internal static class Generation
{
    /// <summary>
    /// Generates the clients of documents. The generator runs a second time, which must find everything done, and what
    /// it keeps between runs must be values.
    /// </summary>
    public static GeneratedCode Run(params Document[] documents)
    {
        Project project = new(new DatabricksAppGenerator(rethrowsBugs: true));
        GeneratedCode code = project.Generate(documents, TestContext.Current.CancellationToken);
        Assert.Null(code.Result.Exception);
        KeptValues.AssertNoneIsOfTheCompilerOrTheReader(code.Result);

        GeneratedCode again = Project.Run(
            code.Driver, project.CreateCompilation("class Added { }"), TestContext.Current.CancellationToken);
        Steps.AssertNothingRan(again.Result);
        return code;
    }

    /// <summary>Generates clients that compile without a warning, in the oldest C# as they are and in the latest with null analysis.</summary>
    public static GeneratedCode RunAndCompile(params Document[] documents)
    {
        GeneratedCode code = Run(documents);
        AssertCompiles(code);

        // Generated anew: what an older C# has no words for is only written for the latest.
        AssertCompiles(new Project(new DatabricksAppGenerator(rethrowsBugs: true), LanguageVersion.Latest)
            .Generate(documents, TestContext.Current.CancellationToken).WithNullableWarnings());
        return code;
    }

    private static void AssertCompiles(GeneratedCode code)
    {
        IReadOnlyList<Diagnostic> diagnostics = code.GetCompilerDiagnostics(TestContext.Current.CancellationToken);
        Assert.True(diagnostics.Count == 0, string.Join('\n', diagnostics.Take(10).Select(Describe)));
    }

    private static string Describe(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree
        ? $"{diagnostic}\n{tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}"
        : diagnostic.ToString();
}
