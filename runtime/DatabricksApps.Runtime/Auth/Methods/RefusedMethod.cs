namespace DatabricksApps.Auth;

/// <summary>
/// A method whose tokens apps refuse, such as <c>pat</c>: it is recognized, so that the error can say what to use in its
/// place, and gives no token.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="refusal">Why apps refuse it.</param>
/// <param name="notMine">Tells why the settings are not for it; null: they are.</param>
internal sealed class RefusedMethod(string name, AppsRefusal refusal, Func<AuthSettings, string?> notMine) : ICredentialMethod
{
    private static readonly AppsRefusal s_entra = new(
        "apps take no Entra ID tokens",
        "Let DatabricksApps.Runtime.Entra exchange the Entra ID token for a Databricks token, or use the service principal's OAuth secret.");

    private static readonly AppsRefusal s_google = new(
        "apps take no Google tokens", "Use a Databricks service principal's OAuth secret, or exchange an OIDC token (AuthTypes.OidcFile).");

    public static readonly RefusedMethod Pat = new(
        "pat",
        new(
            "apps take no personal access tokens",
            "Sign in with databricks auth login, or set ClientId and ClientSecret of a service principal; a Databricks OAuth token that you have goes into Token."),
        static settings => settings.Missing(AuthAttribute.Host, AuthAttribute.Token));

    public static readonly RefusedMethod Basic = new(
        "basic",
        new("apps take no password", "Sign in with databricks auth login, or set ClientId and ClientSecret of a service principal."),
        static settings => settings.Missing(AuthAttribute.Host, AuthAttribute.Username, AuthAttribute.Password));

    public static readonly RefusedMethod GitHubAzure = new(
        "github-oidc-azure", s_entra,
        static settings => OnAzure(settings) ?? settings.Missing(
            AuthAttribute.AzureClientId, AuthAttribute.AzureTenantId, AuthAttribute.GitHubRequestUrl, AuthAttribute.GitHubRequestToken));

    public static readonly RefusedMethod AzureMsi = new(
        "azure-msi", s_entra, static settings => OnAzure(settings) ?? settings.Missing(AuthAttribute.AzureUseMsi));

    public static readonly RefusedMethod AzureClientSecret = new(
        "azure-client-secret", s_entra,
        static settings => OnAzure(settings) ?? settings.Missing(
            AuthAttribute.AzureClientId, AuthAttribute.AzureClientSecret, AuthAttribute.AzureTenantId));

    public static readonly RefusedMethod AzureCli = new("azure-cli", s_entra, OnAzure);

    public static readonly RefusedMethod GoogleCredentials = new(
        "google-credentials", s_google, static settings => OnGoogle(settings) ?? settings.Missing(AuthAttribute.GoogleCredentials));

    public static readonly RefusedMethod GoogleId = new(
        "google-id", s_google, static settings => OnGoogle(settings) ?? settings.Missing(AuthAttribute.GoogleServiceAccount));

    public string Name => name;

    public AppsRefusal Refusal => refusal;

    /// <summary>Tells why the settings are not for the method; null: they are.</summary>
    public string? NotMine(AuthSettings settings) => notMine(settings);

    public ValueTask<CredentialAnswer> ConfigureAsync(CredentialContext context, CancellationToken cancellationToken) =>
        NotMine(context.Settings) is { } reason
            ? new(CredentialAnswer.NotMine(reason))
            : throw AuthFailure.Of($"{name}: {refusal.Reason}", null, refusal.Next);

    private static string? OnAzure(AuthSettings settings) => settings.IsAzure ? null : "the host is not on Azure";

    private static string? OnGoogle(AuthSettings settings) =>
        WorkspaceCloud.Of(settings) == WorkspaceCloud.Gcp ? null : "the host is not on Google Cloud";
}
