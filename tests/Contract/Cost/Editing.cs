using System.Diagnostics;
using DatabricksApps.Contract.Pairs;
using DatabricksApps.Gen;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Contract.Cost;

/// <summary>What the generator does at an edit of C#.</summary>
internal sealed class Editing
{
    private readonly Project _project = new(new DatabricksAppGenerator(rethrowsBugs: true));
    private GeneratorDriver _driver;
    private int _edits;

    public Editing(string document, string accepted) =>
        _driver = _project.CreateDriver([new Document(Caller.DocumentName, document), new Document(Caller.LockName, accepted, isMarked: false)])
            .RunGenerators(_project.CreateCompilation("class A;"));

    /// <summary>Edits a file and runs the generator.</summary>
    public (double Milliseconds, double Kilobytes) Edit()
    {
        CSharpCompilation compilation = _project.CreateCompilation($"class A{++_edits};");
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Stopwatch watch = Stopwatch.StartNew();
        _driver = _driver.RunGenerators(compilation);
        return (watch.Elapsed.TotalMilliseconds, (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0);
    }
}
