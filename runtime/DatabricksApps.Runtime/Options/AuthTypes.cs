namespace DatabricksApps;

/// <summary>The ways to sign in that apps take, by the names of Databricks' unified authentication, for <see cref="DatabricksAppOptions.AuthType"/>.</summary>
public static class AuthTypes
{
    /// <summary>A service principal with its client id and OAuth secret.</summary>
    public const string ServicePrincipal = "oauth-m2m";

    /// <summary>The user who signed in with <c>databricks auth login</c>.</summary>
    public const string DatabricksCli = "databricks-cli";

    /// <summary>The user signs in in the browser (authorization code with PKCE). It is never tried unless it is named.</summary>
    public const string Browser = "external-browser";

    /// <summary>A token of another issuer from an environment variable, exchanged for a Databricks token.</summary>
    public const string OidcVariable = "env-oidc";

    /// <summary>A token of another issuer from a file, such as Kubernetes writes it, exchanged for a Databricks token.</summary>
    public const string OidcFile = "file-oidc";

    /// <summary>The token of a GitHub Actions job, exchanged for a Databricks token.</summary>
    public const string GitHubActions = "github-oidc";

    /// <summary>The token of an Azure DevOps job, exchanged for a Databricks token.</summary>
    public const string AzureDevOps = "azure-devops-oidc";

    /// <summary>The metadata service of Databricks' tools on this machine, such as the extension of Visual Studio Code.</summary>
    public const string MetadataService = "metadata-service";
}
