using System.Diagnostics;

namespace DatabricksApps;

public sealed partial class DatabricksAppOptions
{
    /// <summary>
    /// Gets or sets the workspace that issues the token, such as <c>https://adb-123.4.azuredatabricks.net</c>; without a
    /// scheme it is https. By default the environment variable <c>DATABRICKS_HOST</c>.
    /// </summary>
    public string? Host { get; set; }

    /// <summary>
    /// Gets or sets the application id of the service principal that signs in. By default the environment variable
    /// <c>DATABRICKS_CLIENT_ID</c>.
    /// </summary>
    public string? ClientId { get; set; }

    /// <summary>
    /// Gets or sets the OAuth secret of the service principal. By default the environment variable
    /// <c>DATABRICKS_CLIENT_SECRET</c>.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ClientSecret { get; set; }

    /// <summary>
    /// Gets the Databricks scopes to ask for, such as <c>sql</c> and <c>file.files</c>; empty: those of the generated
    /// client, else <c>all-apis</c>.
    /// </summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>
    /// Gets or sets the profile that the Databricks CLI signs in with. By default the environment variable
    /// <c>DATABRICKS_CONFIG_PROFILE</c>.
    /// </summary>
    public string? Profile { get; set; }

    /// <summary>
    /// Gets or sets the Databricks account, needed where <see cref="Host"/> is that of an account. By default the
    /// environment variable <c>DATABRICKS_ACCOUNT_ID</c>.
    /// </summary>
    public string? AccountId { get; set; }

    /// <summary>
    /// Gets or sets the address of the authorization server's metadata (RFC 8414), read as it is; its token endpoint may
    /// then lie on another host than <see cref="Host"/>. By default the environment variable <c>DATABRICKS_DISCOVERY_URL</c>,
    /// else what the host says.
    /// </summary>
    public Uri? DiscoveryUrl { get; set; }

    /// <summary>
    /// Gets or sets the Databricks CLI: a path, or a name to find along <c>PATH</c>. By default the environment variable
    /// <c>DATABRICKS_CLI_PATH</c>, else <c>databricks</c>.
    /// </summary>
    public string? CliPath { get; set; }
}
