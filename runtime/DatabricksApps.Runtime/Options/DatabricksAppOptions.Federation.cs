namespace DatabricksApps;

public sealed partial class DatabricksAppOptions
{
    /// <summary>
    /// Gets or sets what gives a token of another identity provider (a JWT), which the workspace exchanges for its own
    /// (workload identity federation, RFC 8693): for the service principal that <see cref="ClientId"/> names, or, without
    /// a client id, for whom the federation policy of the account names. The Databricks token is cached; this is called
    /// for each new one.
    /// </summary>
    public Func<CancellationToken, ValueTask<string>>? FederatedTokenProvider { get; set; }
}
