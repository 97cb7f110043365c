namespace LocalWorkspace;

/// <summary>How a <see cref="Workspace"/> is set up.</summary>
public sealed class WorkspaceOptions
{
    /// <summary>Gets or sets the port of the workspace on loopback; 0, the default, lets the system choose.</summary>
    public int Port { get; set; }

    /// <summary>Gets or sets the id of the workspace.</summary>
    public string WorkspaceId { get; set; } = "1234567890123456";

    /// <summary>Gets or sets the id of the account, which is also the default audience of federated tokens.</summary>
    public string AccountId { get; set; } = "0d26daa6-5e44-4c97-a497-ef015f91254a";

    /// <summary>Gets or sets the user who is signed in wherever a browser would ask, and who consents to everything.</summary>
    public string UserName { get; set; } = "ada@example.com";

    /// <summary>Gets or sets how long access tokens live; 1 hour unless set, as on Databricks.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets how long refresh tokens live; 7 days unless set.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Gets or sets whether a refresh token can be used once only; true unless set.</summary>
    public bool RotatesRefreshTokens { get; set; } = true;

    /// <summary>Gets or sets whether the workspace tells its endpoints at <c>/.well-known/databricks-config</c>; true unless set.</summary>
    public bool PublishesHostMetadata { get; set; } = true;

    /// <summary>Gets or sets the clock of the workspace and of its front doors.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets the scopes that exist; asking for another one is refused as <c>invalid_scope</c>.</summary>
    public ISet<string> Scopes { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        WorkspaceScopes.AllApis, WorkspaceScopes.OfflineAccess, "openid", "email", "profile", "iam.current-user:read", "iam.access-control:read",
        "sql", "file.files", "dashboards.genie", "serving.serving-endpoints", "vectorsearch.vector-search-indexes", "catalog.connections",
    };
}
