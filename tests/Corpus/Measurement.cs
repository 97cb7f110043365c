using System.Globalization;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Corpus;

/// <summary>
/// Measures what generating a document's client costs, as CPU time: the whole step in the compiler, its parse of the
/// output included, and what compiling the output adds.
/// </summary>
internal static class Measurement
{
    private const int WarmRuns = 5;
    private const int MostWarmups = 30;
    private static readonly TimeSpan s_longestWarmup = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Prints a line a document, and one for each step of the generator. Only the first document of a process is cold:
    /// its figure is all that the process took until then, the runtime's start and the just-in-time compiler included.
    /// </summary>
    public static void Print(IIncrementalGenerator generator, IEnumerable<string> paths)
    {
        Console.WriteLine("document                                   cold s   warm ms   warm MB  csc s alone  csc s with  files    lines   dll KB");
        string? cold = null;
        foreach (string path in paths)
        {
            Document document = new(path, File.ReadAllText(path));
            Project project = new(generator, LanguageVersion.Latest);
            project.Generate([document]);
            cold = cold is null ? Environment.CpuUsage.TotalTime.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture) : "-";
            WarmUp(project, document);
            Sample[] warm = [.. Enumerable.Range(0, WarmRuns).Select(_ => Run(project, document)).OrderBy(run => run.Milliseconds)];
            Sample median = warm[WarmRuns / 2];
            string[] texts = [.. median.Code.Trees.Select(tree => tree.ToString())];

            Compile(warm[0].Code.Compilation);
            (double with, long size) = Compile(median.Code.Compilation);
            (double alone, _) = Compile(project.CreateCompilation());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(path),-40} {cold,8} {median.Milliseconds,9:F0} {median.Megabytes,9:F1} {alone,12:F2} {with,11:F2} {texts.Length,6} {texts.Sum(text => text.Count(c => c == '\n')),8} {size / 1024,8}"));
            PrintSteps([.. warm.Select(run => run.Code.Result)]);
        }
    }

    // Until the just-in-time compiler has seen what is hot; a large document shows it in its first runs.
    private static void WarmUp(Project project, Document document)
    {
        TimeSpan end = Environment.CpuUsage.TotalTime + s_longestWarmup;
        for (int i = 0; i < MostWarmups && Environment.CpuUsage.TotalTime < end; i++)
        {
            project.Generate([document]);
        }
    }

    private static void PrintSteps(GeneratorRunResult[] runs)
    {
        foreach (string name in runs[0].TrackedSteps.Keys.Union(runs[0].TrackedOutputSteps.Keys).Order(StringComparer.Ordinal))
        {
            double[] times = [.. runs.Select(run => Milliseconds(run, name)).Order()];
            if (times[^1] >= 0.1)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {name,-37} {"",8} {times[times.Length / 2],9:F1}"));
            }
        }
    }

    private static double Milliseconds(GeneratorRunResult run, string name)
    {
        run.TrackedSteps.TryGetValue(name, out var steps);
        run.TrackedOutputSteps.TryGetValue(name, out var outputs);
        return (steps.IsDefault ? outputs : steps).Sum(step => step.ElapsedTime.TotalMilliseconds);
    }

    private static (double Seconds, long Size) Compile(CSharpCompilation compilation)
    {
        using MemoryStream assembly = new();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        compilation.Emit(assembly);
        return ((Environment.CpuUsage.TotalTime - start).TotalSeconds, assembly.Length);
    }

    private static Sample Run(Project project, Document document)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        GeneratedCode code = project.Generate([document]);
        return new Sample(
            (Environment.CpuUsage.TotalTime - start).TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - before) / 1048576.0, code);
    }

    private sealed record Sample(double Milliseconds, double Megabytes, GeneratedCode Code);
}
