using System.Diagnostics;
using System.Globalization;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Corpus;

/// <summary>Measures what generating a document's client costs: the whole step in the compiler, its parse of the output included.</summary>
internal static class Measurement
{
    private const int WarmRuns = 9;

    /// <summary>Prints a line a document. Only the first document of a process is cold: its run compiles the generator's own code.</summary>
    public static void Print(IIncrementalGenerator generator, IEnumerable<string> paths)
    {
        Console.WriteLine("document                                  first ms   warm ms   warm MB  files    lines      chars   dll KB");
        foreach (string path in paths)
        {
            Document document = new(path, File.ReadAllText(path));
            Project project = new(generator, LanguageVersion.Latest);
            (double first, _, GeneratedCode code) = Run(project, document);
            (double Milliseconds, double Megabytes)[] warm = [.. Enumerable.Range(0, WarmRuns)
                .Select(_ => Run(project, document))
                .Select(run => (run.Milliseconds, run.Megabytes))
                .OrderBy(run => run.Milliseconds)];
            string[] texts = [.. code.Trees.Select(tree => tree.ToString())];
            using MemoryStream assembly = new();
            code.Emit(assembly);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(path),-40} {first,9:F0} {warm[WarmRuns / 2].Milliseconds,9:F0} {warm[WarmRuns / 2].Megabytes,9:F1} {texts.Length,6} {texts.Sum(text => text.Count(c => c == '\n')),8} {texts.Sum(text => text.Length),10} {assembly.Length / 1024,8}"));
        }
    }

    private static (double Milliseconds, double Megabytes, GeneratedCode Code) Run(Project project, Document document)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        GeneratedCode code = project.Generate([document]);
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - before) / 1048576.0, code);
    }
}
