using System.Linq;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen;

/// <summary>Generates a typed client for each OpenAPI document of a project.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DatabricksAppGenerator : IIncrementalGenerator
{
    private readonly BugReport _bugs;

    /// <summary>Makes the generator as the compiler does.</summary>
    public DatabricksAppGenerator()
        : this(rethrowsBugs: false)
    {
    }

    /// <summary>Makes the generator for a test, which wants to see an exception as it was thrown.</summary>
    internal DatabricksAppGenerator(bool rethrowsBugs) => _bugs = new BugReport(rethrowsBugs);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The documents among the additional files, with their options.
        IncrementalValuesProvider<DocumentInput> documents = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => DocumentInput.From(pair.Left, pair.Right))
            .Where(static document => document is not null)
            .Select(static (document, _) => document!)
            .WithTrackingName(TrackingNames.Documents);

        // Each read and bound. From here on there are values only: the documents stay behind.
        IncrementalValuesProvider<BoundDocument> bound = documents
            .Select(new DocumentStep(_bugs).Run)
            .WithTrackingName(TrackingNames.Bound);

        // What there is to tell about each.
        IncrementalValuesProvider<EquatableArray<DiagnosticInfo>> diagnostics = bound
            .Select(static (document, _) => document.Diagnostics)
            .WithTrackingName(TrackingNames.Diagnostics);

        // The documents whose client is already that of another, by their names alone.
        IncrementalValueProvider<EquatableArray<DiagnosticInfo>> sameClients = bound
            .Where(static document => document.Client is not null)
            .Select(static (document, _) => ClientNames.Of(document))
            .Collect()
            .Select(static (names, _) => ClientNames.FindSame(names))
            .WithTrackingName(TrackingNames.SameClients);

        // The diagnostics.
        context.RegisterSourceOutput(diagnostics, Report);
        context.RegisterSourceOutput(sameClients, Report);
    }

    private static void Report(SourceProductionContext context, EquatableArray<DiagnosticInfo> diagnostics)
    {
        foreach (DiagnosticInfo diagnostic in diagnostics)
        {
            context.ReportDiagnostic(diagnostic.ToDiagnostic());
        }
    }
}
