namespace DatabricksApps.Auth;

/// <summary>The methods, in the order in which the Go SDK and the Databricks CLI try them.</summary>
internal static class CredentialMethods
{
    /// <summary>Gets the methods that are tried unless one is named.</summary>
    public static IReadOnlyList<ICredentialMethod> Default { get; } =
    [
        RefusedMethod.Pat,
        RefusedMethod.Basic,
        new ClientCredentialsMethod(),
        new CliMethod(),
        new MetadataServiceMethod(),
        new GitHubOidcMethod(),
        new AzureDevOpsOidcMethod(),
        new EnvironmentOidcMethod(),
        new FileOidcMethod(),
        RefusedMethod.GitHubAzure,
        RefusedMethod.AzureMsi,
        RefusedMethod.AzureClientSecret,
        RefusedMethod.AzureCli,
        RefusedMethod.GoogleCredentials,
        RefusedMethod.GoogleId,
    ];

    /// <summary>Gets the methods that are used only if they are named, because they ask the user.</summary>
    public static IReadOnlyList<ICredentialMethod> OnRequest { get; } = [new BrowserMethod()];
}
