using System;
using System.Text;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Pipeline;

/// <summary>The step from the model of a file to the file.</summary>
/// <typeparam name="TModel">What the file is written from.</typeparam>
internal sealed class FileStep<TModel>
    where TModel : IEquatable<TModel>
{
    private readonly BugReport _bugs;
    private readonly Func<TModel, string> _hintName;
    private readonly Func<TModel, string> _write;

    public FileStep(BugReport bugs, Func<TModel, string> hintName, Func<TModel, string> write)
    {
        _bugs = bugs;
        _hintName = hintName;
        _write = write;
    }

    /// <summary>Writes the files of a bucket.</summary>
    public void RunAll(SourceProductionContext context, EquatableArray<TModel> models)
    {
        foreach (TModel model in models)
        {
            Run(context, model);
        }
    }

    public void Run(SourceProductionContext context, TModel model)
    {
        string hintName = _hintName(model);
        try
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            using InvariantCultureScope culture = InvariantCultureScope.Enter();
            context.AddSource(hintName, SourceText.From(_write(model), Encoding.UTF8));
        }
        catch (Exception bug) when (_bugs.Catches(bug))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.InternalError, Location.None, $"{BugReport.Describe(bug)} ({hintName})"));
        }
    }
}
