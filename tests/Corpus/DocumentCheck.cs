using System.Globalization;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Corpus;

/// <summary>Generates and compiles the client of a document, and judges it.</summary>
internal sealed class DocumentCheck(IIncrementalGenerator generator, ExpectedSkips expected)
{
    /// <summary>The longest file that an IDE and the compiler handle well.</summary>
    private const int MostLines = 5000;

    public DocumentOutcome Run(string path)
    {
        string text = File.ReadAllText(path);
        Document document = new(Path.GetFullPath(path), text);
        List<string> failures = [];

        IReadOnlyList<Document> documents = [document, .. ReferencedFiles.Find(path, text)];
        GeneratedCode oldest = new Project(generator, LanguageVersion.CSharp12).Generate(documents);
        AddCompilerFailures(failures, "C# 12", oldest.GetCompilerDiagnostics());
        GeneratedCode latest = new Project(generator, LanguageVersion.Latest).Generate(documents);
        AddCompilerFailures(failures, "latest C# with null analysis", latest.WithNullableWarnings().Emit(Stream.Null));

        IReadOnlyList<DocumentOperation> operations = DocumentOperation.FindAll(DocumentTree.Read(text));
        IReadOnlyList<GeneratedMethod> methods = [.. GeneratedMethod.FindAll(oldest.Trees, Path.GetFileName(path))];
        AddSkips(failures, path, oldest, operations, methods);
        AddLongFiles(failures, oldest);
        return new DocumentOutcome(path, failures, operations, methods);
    }

    private static void AddCompilerFailures(List<string> failures, string language, IReadOnlyList<Diagnostic> diagnostics)
    {
        if (diagnostics.Count > 0)
        {
            Diagnostic first = diagnostics.MaxBy(diagnostic => diagnostic.Severity)!;
            failures.Add($"{diagnostics.Count} from {language}: {Describe(first)}");
        }
    }

    private static void AddLongFiles(List<string> failures, GeneratedCode code) => failures.AddRange(
        from tree in code.Trees
        let lines = tree.GetText().Lines.Count
        where lines > MostLines
        select $"{Path.GetFileName(tree.FilePath)} has {lines} lines, {MostLines} is the most");

    private static string Describe(Diagnostic diagnostic)
    {
        string text = diagnostic.ToString();
        if (diagnostic.Location.SourceTree is { } tree)
        {
            int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
            text += "\n      " + tree.GetText().Lines[line].ToString().Trim();
        }

        return text;
    }

    private void AddSkips(
        List<string> failures,
        string path,
        GeneratedCode code,
        IReadOnlyList<DocumentOperation> operations,
        IReadOnlyList<GeneratedMethod> methods)
    {
        IReadOnlyList<(string Skip, string Reason)> skips = [.. FindSkips(code, operations, methods)];
        IReadOnlyList<string> expectedSkips = expected.Of(path);
        failures.AddRange(skips
            .Where(skip => !expectedSkips.Contains(skip.Skip))
            .Select(skip => $"skipped: {skip.Skip}: {skip.Reason}"));
        failures.AddRange(expectedSkips
            .Except(skips.Select(skip => skip.Skip))
            .Select(skip => $"not needed in expected.txt: {skip}"));
    }

    /// <summary>Finds what has no client.</summary>
    private static IEnumerable<(string Skip, string Reason)> FindSkips(
        GeneratedCode code, IReadOnlyList<DocumentOperation> operations, IReadOnlyList<GeneratedMethod> methods)
    {
        IReadOnlyList<Diagnostic> errors = [.. code.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        foreach (Diagnostic error in errors)
        {
            yield return (error.Id, error.GetMessage(CultureInfo.InvariantCulture));
        }

        if (errors.Count > 0)
        {
            yield break;
        }

        foreach (DocumentOperation operation in operations.ExceptBy(methods.Select(method => method.Pointer), o => o.Pointer))
        {
            Diagnostic? said = code.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == "DBXAPP0101"
                && diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains($"#{operation.Pointer},", StringComparison.Ordinal));
            yield return said is null
                ? ("unsaid " + operation.Pointer, "no diagnostic says so")
                : ($"{said.Id} {operation.Pointer}", said.GetMessage(CultureInfo.InvariantCulture));
        }
    }
}
