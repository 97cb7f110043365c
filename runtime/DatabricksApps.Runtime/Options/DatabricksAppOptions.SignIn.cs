using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using DatabricksApps.Auth;

namespace DatabricksApps;

public sealed partial class DatabricksAppOptions
{
    /// <summary>
    /// Gets or sets the workspace that issues the token, such as <c>https://adb-123.4.azuredatabricks.net</c>; without a
    /// scheme it is https. By default the environment variable <c>DATABRICKS_HOST</c>.
    /// </summary>
    public string? Host { get; set; }

    /// <summary>
    /// Gets or sets the one way to sign in, such as those of <see cref="AuthTypes"/>. By default the environment variable
    /// <c>DATABRICKS_AUTH_TYPE</c>, else the first that is configured and works, in the order of the Databricks SDKs.
    /// </summary>
    public string? AuthType { get; set; }

    /// <summary>
    /// Gets or sets the application id of the service principal that signs in. By default the environment variable
    /// <c>DATABRICKS_CLIENT_ID</c>.
    /// </summary>
    public string? ClientId { get; set; }

    /// <summary>
    /// Gets or sets the OAuth secret of the service principal. By default the environment variable
    /// <c>DATABRICKS_CLIENT_SECRET</c>.
    /// </summary>
    [JsonIgnore, IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ClientSecret { get; set; }

    /// <summary>
    /// Gets the Databricks scopes to ask for, such as <c>sql</c>; empty: those of the generated
    /// client, else <c>all-apis</c>.
    /// </summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>
    /// Gets or sets the profile of <see cref="ConfigFile"/> that gives what is not set in code or in the environment. By
    /// default the environment variable <c>DATABRICKS_CONFIG_PROFILE</c>; else, unless a host or a secret is set, the
    /// file's <c>default_profile</c> or <c>DEFAULT</c>.
    /// </summary>
    public string? Profile { get; set; }

    /// <summary>
    /// Gets or sets the file with the profiles, which must be there if it is set in code. By default the environment
    /// variable <c>DATABRICKS_CONFIG_FILE</c>, else <c>~/.databrickscfg</c>.
    /// </summary>
    public string? ConfigFile { get; set; }

    /// <summary>
    /// Gets or sets the Databricks account, needed where <see cref="Host"/> is that of an account. By default the
    /// environment variable <c>DATABRICKS_ACCOUNT_ID</c>.
    /// </summary>
    public string? AccountId { get; set; }

    /// <summary>
    /// Gets or sets the workspace, needed where <see cref="Host"/> serves several. By default the environment variable
    /// <c>DATABRICKS_WORKSPACE_ID</c>.
    /// </summary>
    public string? WorkspaceId { get; set; }

    /// <summary>
    /// Gets or sets the file with the token of another issuer that is exchanged for a Databricks token (<c>file-oidc</c>),
    /// read anew for each exchange: no pipe, and at most 256 KiB. By default the environment variable
    /// <c>DATABRICKS_OIDC_TOKEN_FILEPATH</c>.
    /// </summary>
    public string? OidcTokenFile { get; set; }

    /// <summary>
    /// Gets or sets the name of the environment variable with such a token (<c>env-oidc</c>). By default the environment
    /// variable <c>DATABRICKS_OIDC_TOKEN_ENV</c>, else <c>DATABRICKS_OIDC_TOKEN</c>.
    /// </summary>
    public string? OidcTokenVariable { get; set; }

    /// <summary>
    /// Gets or sets the audience that such a token is asked for with (<c>github-oidc</c>). By default the environment
    /// variable <c>DATABRICKS_TOKEN_AUDIENCE</c>, else what the host asks for, else the address of its token endpoint.
    /// </summary>
    public string? TokenAudience { get; set; }

    /// <summary>
    /// Gets or sets the port on the loopback interface to which a sign-in in the browser returns. By default the environment
    /// variable <c>DATABRICKS_OAUTH_CALLBACK_PORT</c>, else the first free one from 8020 to 8040.
    /// </summary>
    public int? OAuthCallbackPort { get; set; }

    /// <summary>
    /// Gets or sets what opens the address of a sign-in for the user (<see cref="AuthTypes.Browser"/>). By default the
    /// system's browser; where there is none, the address is written to standard error. It may return at once, or when the
    /// page is there: the sign-in goes on as soon as the user's answer comes, and ends with what is thrown before.
    /// </summary>
    [JsonIgnore, IgnoreDataMember]
    public Func<Uri, CancellationToken, ValueTask>? OpenBrowser { get; set; }

    /// <summary>
    /// Gets or sets the folder in which a sign-in in the browser is kept for the next run of the program, readable by the
    /// user alone; empty: it is not kept. One folder is one person's. By default <c>databricks-apps/tokens</c> in the
    /// user's local application data; with an <see cref="OpenBrowser"/>, which may show the page to anybody, nothing is
    /// kept by default. A folder that other users can write or that belongs to one is refused; to a program that runs as
    /// root the system does not tell whose it is.
    /// </summary>
    public string? TokenFolder { get; set; }

    /// <summary>
    /// Gets or sets the address of the authorization server's metadata (RFC 8414), read as it is; its token endpoint may
    /// then lie on another host than <see cref="Host"/>. By default the environment variable <c>DATABRICKS_DISCOVERY_URL</c>,
    /// else what the host says.
    /// </summary>
    public Uri? DiscoveryUrl { get; set; }

    /// <summary>
    /// Gets or sets the Databricks CLI: a full path, or a name to find along <c>PATH</c>. By default the environment variable
    /// <c>DATABRICKS_CLI_PATH</c>, else <c>databricks</c>.
    /// </summary>
    public string? CliPath { get; set; }

    /// <summary>Gets what is set here of the unified configuration.</summary>
    /// <param name="scopes">The scopes to ask for.</param>
    /// <param name="authType">The way to sign in; null: the one that is set.</param>
    internal IEnumerable<KeyValuePair<AuthAttribute, string?>> Attributes(IEnumerable<string> scopes, string? authType = null) =>
    [
        new(AuthAttribute.Scopes, string.Join(',', scopes)),
        new(AuthAttribute.AuthType, authType ?? (FederatedTokenProvider is null ? AuthType : FederatedTokenMethod.MethodName)),
        .. ConfigurableOption.All.Where(option => option.Attribute is not null && option.Attribute != AuthAttribute.AuthType)
            .Select(option => new KeyValuePair<AuthAttribute, string?>(option.Attribute!, option.Get(this))),
    ];
}
