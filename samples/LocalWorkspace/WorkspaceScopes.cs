namespace LocalWorkspace;

/// <summary>The scopes that mean something to the workspace itself.</summary>
public static class WorkspaceScopes
{
    /// <summary>Everything that the caller may do; what is granted if a request names no scope.</summary>
    public const string AllApis = "all-apis";

    /// <summary>Asks for a refresh token.</summary>
    public const string OfflineAccess = "offline_access";
}
