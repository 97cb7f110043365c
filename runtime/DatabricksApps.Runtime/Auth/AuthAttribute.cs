namespace DatabricksApps.Auth;

/// <summary>An attribute of Databricks' unified configuration: declared once, from which it is read, checked and shown.</summary>
/// <param name="Name">The name in profiles and messages.</param>
/// <param name="Variable">The environment variable; null: none.</param>
/// <param name="IsSecret">Whether messages show <c>***</c> for the value.</param>
internal sealed record AuthAttribute(string Name, string? Variable, bool IsSecret = false)
{
    public static readonly AuthAttribute Host = new("host", "DATABRICKS_HOST");
    public static readonly AuthAttribute AccountId = new("account_id", "DATABRICKS_ACCOUNT_ID");
    public static readonly AuthAttribute ClientId = new("client_id", "DATABRICKS_CLIENT_ID");
    public static readonly AuthAttribute ClientSecret = new("client_secret", "DATABRICKS_CLIENT_SECRET", IsSecret: true);
    public static readonly AuthAttribute Scopes = new("scopes", null);
    public static readonly AuthAttribute Profile = new("profile", "DATABRICKS_CONFIG_PROFILE");
    public static readonly AuthAttribute CliPath = new("databricks_cli_path", "DATABRICKS_CLI_PATH");
    public static readonly AuthAttribute DiscoveryUrl = new("discovery_url", "DATABRICKS_DISCOVERY_URL");

    /// <summary>Every attribute, in the order in which messages show them.</summary>
    public static readonly IReadOnlyList<AuthAttribute> All =
        [Host, AccountId, ClientId, ClientSecret, Scopes, Profile, CliPath, DiscoveryUrl];
}
