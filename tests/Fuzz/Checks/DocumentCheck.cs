using System.Diagnostics.CodeAnalysis;
using System.Text;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Fuzz.Checks;

/// <summary>Generates the client of a document, and holds it to what is promised for any document.</summary>
internal sealed class DocumentCheck(IIncrementalGenerator generator)
{
    private const string CompilerPrefix = "compiler ";

    // The analysis of null, which generated files switch off, takes longer than all else.
    private const int EachOfNull = 8;

    private readonly Project _oldest = new(generator, LanguageVersion.CSharp12);
    private readonly Project _latest = new(generator, LanguageVersion.Latest);
    private CSharpCompilation? _oldestUser;
    private CSharpCompilation? _latestUser;

    /// <summary>Runs a case.</summary>
    public IReadOnlyList<Failure> Run(FuzzCase fuzzCase)
    {
        // As an editor may save it: neither valid UTF-8 nor text without zeros is sure.
        SourceText text = SourceText.From(fuzzCase.Input, fuzzCase.Input.Length, Encoding.UTF8);
        Document document = new("/fuzz/" + fuzzCase.Name, text);

        Phase.Current = "generating";
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        GeneratedCode oldest = Project.Run(_oldest.CreateDriver([document]), _oldestUser ??= _oldest.CreateCompilation());
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;

        List<Failure> failures = [];
        failures.AddRange(MessageCheck.Find(oldest));
        failures.AddRange(BudgetCheck.Find(fuzzCase.Input.Length, allocated, oldest));
        if (failures.Exists(failure => failure.Signature == fuzzCase.Wanted || failure.Signature.StartsWith(BudgetCheck.Prefix, StringComparison.Ordinal)))
        {
            // What is too large already would take the compiler minutes and all memory.
            return failures;
        }

        if (fuzzCase.Wanted?.StartsWith(CompilerPrefix, StringComparison.Ordinal) == true)
        {
            failures.AddRange(CompilerFailures("C# 12", oldest.GetCompilerDiagnostics()));
            if (failures.Exists(failure => failure.Signature == fuzzCase.Wanted))
            {
                return failures;
            }
        }

        // As the same C#: in one that has unions, generated code says so.
        Phase.Current = "generating again";
        if (FindDifference(oldest, Project.Run(_oldest.CreateDriver([document]), _oldestUser)) is { } difference)
        {
            failures.Add(difference);
        }

        Phase.Current = "generating as the latest C#";
        GeneratedCode latest = Project.Run(_latest.CreateDriver([document]), _latestUser ??= _latest.CreateCompilation());

        Phase.Current = "looking for foreign tokens";
        failures.AddRange(ForeignTokenCheck.Find(oldest.Trees));
        Phase.Current = "counting operations";
        failures.AddRange(CoverageCheck.Find(oldest, text.ToString(), fuzzCase.Name));
        if (fuzzCase.Wanted?.StartsWith(CompilerPrefix, StringComparison.Ordinal) == false)
        {
            return failures;
        }

        Phase.Current = "compiling as C# 12";
        failures.AddRange(CompilerFailures("C# 12", oldest.GetCompilerDiagnostics()));
        bool analysesNull = fuzzCase.Number % EachOfNull == 0;
        Phase.Current = "compiling as the latest C#";
        failures.AddRange(CompilerFailures("latest C#", (analysesNull ? latest.WithNullableWarnings() : latest).Emit(Stream.Null)));
        return failures;
    }

    private static Failure? FindDifference(GeneratedCode one, GeneratedCode other)
    {
        string[] first = [.. Describe(one)];
        string[] second = [.. Describe(other)];
        string? differs = first.Except(second).Concat(second.Except(first)).FirstOrDefault();
        return differs is null && first.SequenceEqual(second) ? null : new Failure("not deterministic", $"two runs differ: {Shorten(differs ?? "the order")}");
    }

    private static IEnumerable<string> Describe(GeneratedCode code) =>
        code.Trees.Select(tree => $"{tree.FilePath}\n{tree}").Concat(code.Diagnostics.Select(diagnostic => diagnostic.ToString()));

    // One of each kind: the compiler says the same of a hundred places.
    private static IEnumerable<Failure> CompilerFailures(string language, IReadOnlyList<Diagnostic> diagnostics) =>
        from diagnostic in diagnostics.DistinctBy(diagnostic => diagnostic.Id).Take(3)
        select new Failure(CompilerPrefix + diagnostic.Id, $"{language}: {Shorten(diagnostic.ToString())}\n   {LineOf(diagnostic)}");

    private static string LineOf(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree
        ? Shorten(tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim())
        : "";

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Shorten(string? text) => text?.Length > 500 ? text[..500] + "…" : text;
}
