namespace DatabricksApps.Gen.Pipeline;

/// <summary>The names of the pipeline's steps, by which tests see what an edit ran again.</summary>
internal static class TrackingNames
{
    public const string Documents = nameof(Documents);
    public const string Bound = nameof(Bound);
    public const string Diagnostics = nameof(Diagnostics);
    public const string SameClients = nameof(SameClients);
    public const string Clients = nameof(Clients);
    public const string Parts = nameof(Parts);
    public const string TypesFiles = nameof(TypesFiles);
    public const string OperationsFiles = nameof(OperationsFiles);
    public const string ClientFiles = nameof(ClientFiles);
    public const string ResolverFiles = nameof(ResolverFiles);
    public const string RulesFiles = nameof(RulesFiles);
    public const string UnionsFiles = nameof(UnionsFiles);
    public const string ChangesFiles = nameof(ChangesFiles);
    public const string UnionAttribute = nameof(UnionAttribute);
    public const string RaisedWarnings = nameof(RaisedWarnings);
    public const string ReportedDiagnostics = nameof(ReportedDiagnostics);
    public const string ReportedSameClients = nameof(ReportedSameClients);
}
