using System.Collections.Immutable;
using System.Linq;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Emit;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Pipeline;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen;

/// <summary>Generates a typed client for each OpenAPI document, and each snapshot of a Gradio app, of a project.</summary>
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
        // The files that a document may refer to.
        IncrementalValueProvider<ImmutableArray<ProjectFile>> files = context.AdditionalTextsProvider
            .Where(ProjectFile.IsPossible)
            .Select(ProjectFile.From)
            .Collect();

        // The documents among the additional files, with their options and the files that each refers to.
        IncrementalValuesProvider<DocumentInput> documents = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => DocumentInput.From(pair.Left, pair.Right))
            .Where(static document => document is not null)
            .Select(static (document, _) => document!)
            .Combine(files)
            .Select(static (pair, _) => pair.Left.With(pair.Right))
            .WithTrackingName(TrackingNames.Documents);

        // Each read and bound. From here on there are values only: the documents stay behind.
        IncrementalValuesProvider<DocumentResult> bound = documents
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

        // The other clients.
        IncrementalValuesProvider<ClientModel> clients = bound
            .Where(static document => document.Client is not null)
            .Combine(sameClients)
            .Where(static pair => pair.Right.All(leftOut => leftOut.Path != pair.Left.Path))
            .Select(static (pair, _) => pair.Left.Client!)
            .WithTrackingName(TrackingNames.Clients);

        // Each cut into its files.
        IncrementalValuesProvider<PartsModel> parts = clients
            .Select(static (client, _) => Buckets.Cut(client))
            .WithTrackingName(TrackingNames.Parts);

        // The files of operations and of types, in buckets. A client always has the same number of buckets, empty ones among
        // them, so a bucket keeps its position, by which the compiler compares what a step gives.
        IncrementalValuesProvider<EquatableArray<OperationsFileModel>> operations = parts
            .SelectMany(static (client, _) => client.Operations)
            .Where(static bucket => !bucket.IsEmpty)
            .WithTrackingName(TrackingNames.OperationsFiles);
        context.RegisterSourceOutput(operations, new FileStep<OperationsFileModel>(_bugs, FileNames.Of, OperationsFile.Write).RunAll);

        IncrementalValuesProvider<EquatableArray<TypesFileModel>> types = parts
            .SelectMany(static (client, _) => client.Types)
            .Where(static bucket => !bucket.IsEmpty)
            .WithTrackingName(TrackingNames.TypesFiles);
        context.RegisterSourceOutput(types, new FileStep<TypesFileModel>(_bugs, FileNames.Of, TypesFile.Write).RunAll);

        // The file of the client class and its registration.
        IncrementalValuesProvider<ClientFileModel> clientFiles = clients
            .Select(static (client, _) => Buckets.SelectClient(client))
            .WithTrackingName(TrackingNames.ClientFiles);
        context.RegisterSourceOutput(clientFiles, new FileStep<ClientFileModel>(_bugs, FileNames.Of, ClientFile.Write).Run);

        // The file of the type-info resolver.
        IncrementalValuesProvider<ResolverFileModel> resolverFiles = clients
            .Select(static (client, _) => Buckets.SelectResolver(client))
            .WithTrackingName(TrackingNames.ResolverFiles);
        context.RegisterSourceOutput(resolverFiles, new FileStep<ResolverFileModel>(_bugs, FileNames.Of, ResolverFile.Write).Run);

        // What makes the unions of each client unions of C# 15, in a file of its own: all others are the same in every C#.
        IncrementalValueProvider<bool> hasUnions = context.ParseOptionsProvider
            .Select(static (options, _) => UnionLanguage.HasUnions(options))
            .WithTrackingName(TrackingNames.UnionLanguage);
        IncrementalValuesProvider<UnionsFileModel> unions = clients
            .Combine(hasUnions)
            .Select(static (pair, _) => UnionsFile.Select(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.UnionsFiles)
            .Where(static file => !file.Names.IsEmpty);
        context.RegisterSourceOutput(unions, new FileStep<UnionsFileModel>(_bugs, FileNames.Of, UnionsFile.Write).Run);

        // The attribute by which C# 15 knows a union, once a project, where nothing else gives it. Of the compilation only the
        // answer is kept.
        IncrementalValueProvider<bool> lacksAttribute = unions
            .Collect()
            .Select(static (files, _) => !files.IsEmpty)
            .Combine(context.CompilationProvider)
            .Select(static (pair, cancellationToken) => pair.Left && UnionLanguage.LacksAttribute(pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.UnionAttribute);
        context.RegisterSourceOutput(lacksAttribute, UnionLanguage.AddAttribute);

        // The diagnostics, those as errors that the project raises to errors.
        IncrementalValueProvider<EquatableArray<string>> raised = context.CompilationProvider
            .Select(RaisedWarnings.Of)
            .WithTrackingName(TrackingNames.RaisedWarnings);
        context.RegisterSourceOutput(diagnostics.Combine(raised).WithTrackingName(TrackingNames.ReportedDiagnostics), Report);
        context.RegisterSourceOutput(sameClients.Combine(raised).WithTrackingName(TrackingNames.ReportedSameClients), Report);
    }

    private static void Report(SourceProductionContext context, (EquatableArray<DiagnosticInfo> Diagnostics, EquatableArray<string> Raised) told)
    {
        foreach (DiagnosticInfo diagnostic in told.Diagnostics)
        {
            context.ReportDiagnostic(diagnostic.ToDiagnostic(isRaised: told.Raised.Contains(diagnostic.Id)));
        }
    }
}
