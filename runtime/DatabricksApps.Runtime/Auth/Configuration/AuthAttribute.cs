namespace DatabricksApps.Auth;

/// <summary>An attribute of Databricks' unified configuration: declared once, from which it is read, checked and shown.</summary>
/// <param name="Name">The name in profiles and messages.</param>
/// <param name="Variable">The environment variable; null: none.</param>
internal sealed record AuthAttribute(string Name, string? Variable = null)
{
    public static readonly AuthAttribute Host = new("host", "DATABRICKS_HOST");
    public static readonly AuthAttribute MetadataServiceUrl = Secret("metadata_service_url", "DATABRICKS_METADATA_SERVICE_URL", "metadata-service");
    public static readonly AuthAttribute AccountId = new("account_id", "DATABRICKS_ACCOUNT_ID");
    public static readonly AuthAttribute WorkspaceId = new("workspace_id", "DATABRICKS_WORKSPACE_ID");
    public static readonly AuthAttribute Token = Secret("token", "DATABRICKS_TOKEN", "pat");
    public static readonly AuthAttribute Username = new("username", "DATABRICKS_USERNAME") { Group = "basic" };
    public static readonly AuthAttribute Password = Secret("password", "DATABRICKS_PASSWORD", "basic");
    public static readonly AuthAttribute Profile = new("profile", "DATABRICKS_CONFIG_PROFILE");
    public static readonly AuthAttribute ConfigFile = new("config_file", "DATABRICKS_CONFIG_FILE") { Kind = AttributeKind.Path };
    public static readonly AuthAttribute CallbackPort = new("oauth_callback_port", "DATABRICKS_OAUTH_CALLBACK_PORT") { Kind = AttributeKind.Integer, IsShown = false };
    public static readonly AuthAttribute GoogleServiceAccount = new("google_service_account", "DATABRICKS_GOOGLE_SERVICE_ACCOUNT") { Group = "google" };
    public static readonly AuthAttribute GoogleCredentials = Secret("google_credentials", "GOOGLE_CREDENTIALS", "google");
    public static readonly AuthAttribute AzureResourceId = new("azure_workspace_resource_id", "DATABRICKS_AZURE_RESOURCE_ID") { Group = "azure" };
    public static readonly AuthAttribute AzureUseMsi = new("azure_use_msi", "ARM_USE_MSI") { Group = "azure", Kind = AttributeKind.Boolean };
    public static readonly AuthAttribute AzureClientSecret = Secret("azure_client_secret", "ARM_CLIENT_SECRET", "azure");
    public static readonly AuthAttribute AzureClientId = new("azure_client_id", "ARM_CLIENT_ID") { Group = "azure" };
    public static readonly AuthAttribute AzureTenantId = new("azure_tenant_id", "ARM_TENANT_ID") { Group = "azure" };
    public static readonly AuthAttribute GitHubRequestUrl = new("actions_id_token_request_url", "ACTIONS_ID_TOKEN_REQUEST_URL");
    public static readonly AuthAttribute GitHubRequestToken = new("actions_id_token_request_token", "ACTIONS_ID_TOKEN_REQUEST_TOKEN") { IsSecret = true };
    public static readonly AuthAttribute ClientId = new("client_id", "DATABRICKS_CLIENT_ID") { Group = "oauth" };
    public static readonly AuthAttribute ClientSecret = Secret("client_secret", "DATABRICKS_CLIENT_SECRET", "oauth");
    public static readonly AuthAttribute Scopes = new("scopes") { IsShown = false };
    public static readonly AuthAttribute WithoutRefreshToken = new("disable_oauth_refresh_token", "DATABRICKS_DISABLE_OAUTH_REFRESH_TOKEN") { Kind = AttributeKind.Boolean, IsShown = false };
    public static readonly AuthAttribute CliPath = new("databricks_cli_path", "DATABRICKS_CLI_PATH");
    public static readonly AuthAttribute AuthType = new("auth_type", "DATABRICKS_AUTH_TYPE") { IsShown = false };
    public static readonly AuthAttribute OidcTokenFile = new("databricks_id_token_filepath", "DATABRICKS_OIDC_TOKEN_FILEPATH")
    {
        Group = "file-oidc", Kind = AttributeKind.Path, OtherName = "oidc_token_filepath",
    };

    public static readonly AuthAttribute OidcTokenVariable = new("oidc_token_env", "DATABRICKS_OIDC_TOKEN_ENV") { Group = "env-oidc" };
    public static readonly AuthAttribute TokenAudience = new("audience", "DATABRICKS_TOKEN_AUDIENCE") { OtherName = "token_audience", IsShown = false };
    public static readonly AuthAttribute DiscoveryUrl = new("discovery_url", "DATABRICKS_DISCOVERY_URL") { IsShown = false };
    public static readonly AuthAttribute Cloud = new("cloud", "DATABRICKS_CLOUD") { IsShown = false };

    /// <summary>Every attribute, in the order in which messages show them: that of the Go SDK.</summary>
    public static readonly IReadOnlyList<AuthAttribute> All =
    [
        Host, MetadataServiceUrl, AccountId, WorkspaceId, Token, Username, Password, Profile, ConfigFile, CallbackPort,
        GoogleServiceAccount, GoogleCredentials, AzureResourceId, AzureUseMsi, AzureClientSecret, AzureClientId, AzureTenantId,
        GitHubRequestUrl, GitHubRequestToken, ClientId, ClientSecret, Scopes, WithoutRefreshToken, CliPath, AuthType,
        OidcTokenFile, OidcTokenVariable, TokenAudience, DiscoveryUrl, Cloud,

        // They mean nothing here, but a wrong value is as wrong as for Databricks' own tools.
        new("debug_truncate_bytes", "DATABRICKS_DEBUG_TRUNCATE_BYTES") { Kind = AttributeKind.Integer, IsShown = false },
        new("rate_limit", "DATABRICKS_RATE_LIMIT") { Kind = AttributeKind.Integer, IsShown = false },
        new("http_timeout_seconds") { Kind = AttributeKind.Integer, IsShown = false },
        new("retry_timeout_seconds") { Kind = AttributeKind.Integer, IsShown = false },
        new("debug_headers", "DATABRICKS_DEBUG_HEADERS") { Kind = AttributeKind.Boolean, IsShown = false },
        new("skip_verify") { Kind = AttributeKind.Boolean, IsShown = false },
    ];

    /// <summary>Gets the way to sign in that the attribute belongs to; null: to none. Two ways at once are a conflict.</summary>
    public string? Group { get; private init; }

    /// <summary>Gets the name that the Python SDK gives the attribute in profiles; null: the same.</summary>
    public string? OtherName { get; private init; }

    /// <summary>Gets whether messages show <c>***</c> for the value.</summary>
    public bool IsSecret { get; private init; }

    /// <summary>Gets whether messages show the attribute at all.</summary>
    public bool IsShown { get; private init; } = true;

    /// <summary>Gets what the text must be.</summary>
    public AttributeKind Kind { get; private init; }

    /// <summary>Returns the name and the variable, as advice names them.</summary>
    public override string ToString() => Variable is null ? Name : $"{Name} ({Variable})";

    private static AuthAttribute Secret(string name, string variable, string group) => new(name, variable) { Group = group, IsSecret = true };
}
