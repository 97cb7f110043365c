namespace DatabricksApps.Auth;

/// <summary>The workspace that a source names: by a host, and on a host of several by ids.</summary>
/// <param name="Host">The host as it was written; null: it names none.</param>
/// <param name="WorkspaceId">The workspace; null: it names none.</param>
/// <param name="AccountId">The account; null: it names none.</param>
internal readonly record struct NamedWorkspace(string? Host, string? WorkspaceId, string? AccountId)
{
    /// <summary>Gets what a source says.</summary>
    public static NamedWorkspace Of(AuthSettings settings, AuthSource source) => new(
        settings.Said(source, AuthAttribute.Host),
        settings.Said(source, AuthAttribute.WorkspaceId),
        settings.Said(source, AuthAttribute.AccountId));

    /// <summary>Gets the one that is signed in to.</summary>
    public static NamedWorkspace Of(AuthSettings settings) =>
        new(settings[AuthAttribute.Host], settings[AuthAttribute.WorkspaceId], settings[AuthAttribute.AccountId]);

    /// <summary>Tells whether both cannot be one; what only one of them names says nothing.</summary>
    public bool Contradicts(NamedWorkspace other) =>
        (Host is not null && other.Host is not null && !WorkspaceHost.AreSame(Host, other.Host))
        || Differ(WorkspaceId, other.WorkspaceId)
        || Differ(AccountId, other.AccountId);

    /// <summary>Returns it as messages name it; the ids only where the hosts do not tell two apart.</summary>
    public string Shown(NamedWorkspace other)
    {
        string host = Host is null ? "" : AuthSettings.Shown(WorkspaceHost.Written(Host));
        return Host is not null && other.Host is not null && !WorkspaceHost.AreSame(Host, other.Host) ? host
            : Differ(WorkspaceId, other.WorkspaceId) ? $"the workspace {AuthSettings.Shown(WorkspaceId!)}"
            : Differ(AccountId, other.AccountId) ? $"the account {AuthSettings.Shown(AccountId!)}"
            : host;
    }

    // Ids are numbers and GUIDs, which are the same in capitals.
    private static bool Differ(string? one, string? other) => one is not null && other is not null && !string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
