using System.Collections.Immutable;
using System.Linq;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Emit;
using DatabricksApps.Gen.Emit.Changes;
using DatabricksApps.Gen.Emit.Checks;
using DatabricksApps.Gen.Emit.Operations;
using DatabricksApps.Gen.Emit.Types;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Pipeline;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen;

/// <summary>Generates a typed client for each OpenAPI document, and each snapshot of a Gradio app, of a project.</summary>
/// <remarks>
/// What a step gives is a class. The compiler keeps it in tables whose code the runtime shares among all classes; for a struct
/// it compiles some 120 methods anew, in each build.
/// </remarks>
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
        IncrementalValueProvider<ProjectFiles> files = context.AdditionalTextsProvider
            .Where(ProjectFile.IsPossible)
            .Select(ProjectFile.From)
            .Collect()
            .Select(static (files, _) => new ProjectFiles(files.ToEquatableArray()));

        // What was accepted of documents.
        IncrementalValueProvider<ProjectLocks> locks = context.AdditionalTextsProvider
            .Where(ProjectLock.IsPossible)
            .Select(static (file, _) => ProjectLock.From(file))
            .Collect()
            .Select(static (files, _) => new ProjectLocks(files.ToEquatableArray()));

        // The documents among the additional files, with their options, the files that each refers to, and its lock.
        IncrementalValuesProvider<DocumentInput> documents = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => DocumentInput.From(pair.Left, pair.Right))
            .Where(static document => document is not null)
            .Select(static (document, _) => document!)
            .Combine(files.Combine(locks))
            .Select(static (pair, _) => pair.Left.With(pair.Right.Left, pair.Right.Right))
            .WithTrackingName(TrackingNames.Documents);

        // Each read and bound. From here on there are values only: the documents stay behind.
        IncrementalValuesProvider<DocumentResult> bound = documents
            .Select(new DocumentStep(_bugs).Run)
            .WithTrackingName(TrackingNames.Bound);

        // What there is to tell about each.
        IncrementalValuesProvider<DiagnosticList> diagnostics = bound
            .Select(static (document, _) => new DiagnosticList(document.Diagnostics))
            .WithTrackingName(TrackingNames.Diagnostics);

        // Those that have a client.
        IncrementalValuesProvider<DocumentResult> withClient = bound.Where(static document => document.Client is not null);

        // The documents whose client is already that of another, by their names alone.
        IncrementalValueProvider<DiagnosticList> sameClients = withClient
            .Select(static (document, _) => ClientNames.Of(document))
            .Collect()
            .Select(static (names, _) => new DiagnosticList(ClientNames.FindSame(names)))
            .WithTrackingName(TrackingNames.SameClients);

        // The other clients.
        IncrementalValuesProvider<DocumentResult> kept = withClient
            .Combine(sameClients)
            .Where(static pair => pair.Right.Items.All(leftOut => leftOut.Path != pair.Left.Path))
            .Select(static (pair, _) => pair.Left);
        IncrementalValuesProvider<ClientModel> clients = kept
            .Select(static (document, _) => document.Client!)
            .WithTrackingName(TrackingNames.Clients);

        // Each cut into its files.
        IncrementalValuesProvider<PartsModel> parts = clients
            .Select(static (client, _) => Buckets.Cut(client))
            .WithTrackingName(TrackingNames.Parts);

        // The files of operations and of types, in buckets. A client always has the same number of buckets, empty ones among
        // them, so a bucket keeps its position, by which the compiler compares what a step gives.
        IncrementalValuesProvider<OperationsBucketModel> operations = parts
            .SelectMany(static (client, _) => client.Operations)
            .Where(static bucket => !bucket.Files.IsEmpty)
            .WithTrackingName(TrackingNames.OperationsFiles);
        FileStep<OperationsFileModel> operationsStep = new(_bugs, FileNames.Of, OperationsFile.Write);
        context.RegisterSourceOutput(operations, (production, bucket) => operationsStep.RunAll(production, bucket.Files));

        IncrementalValuesProvider<TypesBucketModel> types = parts
            .SelectMany(static (client, _) => client.Types)
            .Where(static bucket => !bucket.Files.IsEmpty)
            .WithTrackingName(TrackingNames.TypesFiles);
        FileStep<TypesFileModel> typesStep = new(_bugs, FileNames.Of, TypesFile.Write);
        context.RegisterSourceOutput(types, (production, bucket) => typesStep.RunAll(production, bucket.Files));

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

        // The rules that values are checked by, of items that ask for it.
        IncrementalValuesProvider<RulesFileModel> rules = clients
            .SelectMany(static (client, _) => RulesFile.Select(client))
            .WithTrackingName(TrackingNames.RulesFiles);
        context.RegisterSourceOutput(rules, new FileStep<RulesFileModel>(_bugs, FileNames.Of, RulesFile.Write).Run);

        // What makes the unions of each client unions of C# 15, in a file of its own: all others are the same in every C#.
        IncrementalValuesProvider<UnionsFileModel> unions = clients
            .Combine(context.ParseOptionsProvider)
            .SelectMany(static (pair, _) => UnionsFile.Select(pair.Left, UnionLanguage.HasUnions(pair.Right)))
            .WithTrackingName(TrackingNames.UnionsFiles);
        context.RegisterSourceOutput(unions, new FileStep<UnionsFileModel>(_bugs, FileNames.Of, UnionsFile.Write).Run);

        // What is pending between a document and its lock, for the code that calls the client.
        IncrementalValuesProvider<ChangesModel> changes = kept
            .SelectMany(static (document, _) => document.Changes is { } changes ? ImmutableArray.Create(changes) : ImmutableArray<ChangesModel>.Empty)
            .WithTrackingName(TrackingNames.ChangesFiles);
        context.RegisterSourceOutput(changes, new FileStep<ChangesModel>(_bugs, FileNames.Of, ChangesFile.Write).Run);

        // The attribute by which C# 15 knows a union, once a project, where nothing else gives it. Of the compilation only the
        // answer is kept.
        IncrementalValueProvider<string> attribute = unions
            .Collect()
            .Select(static (files, _) => files.FirstOrDefault())
            .Combine(context.CompilationProvider)
            .Select(static (pair, cancellationToken) => pair.Left is null ? "" : UnionLanguage.MissingAttribute(pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.UnionAttribute);
        context.RegisterSourceOutput(attribute, UnionLanguage.AddAttribute);

        // The diagnostics, those as errors that the project raises to errors.
        IncrementalValueProvider<RaisedWarnings> raised = context.CompilationProvider
            .Select(RaisedWarnings.Of)
            .WithTrackingName(TrackingNames.RaisedWarnings);
        context.RegisterSourceOutput(diagnostics.Combine(raised).WithTrackingName(TrackingNames.ReportedDiagnostics), Report);
        context.RegisterSourceOutput(sameClients.Combine(raised).WithTrackingName(TrackingNames.ReportedSameClients), Report);
    }

    private static void Report(SourceProductionContext context, (DiagnosticList Diagnostics, RaisedWarnings Raised) told)
    {
        foreach (DiagnosticInfo diagnostic in told.Diagnostics.Items)
        {
            context.ReportDiagnostic(diagnostic.ToDiagnostic(isRaised: told.Raised.Ids.Contains(diagnostic.Id)));
        }
    }
}
