using System.Text;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>Each form of a setting, and each name under which it is looked for.</summary>
public sealed class ConfigurationDetailTests
{
    // Those of the Databricks SDKs: whoever knows theirs knows these.
    public static TheoryData<string, string?, string> Names => new()
    {
        { "host", "DATABRICKS_HOST", "" }, { "metadata_service_url", "DATABRICKS_METADATA_SERVICE_URL", "metadata-service" },
        { "account_id", "DATABRICKS_ACCOUNT_ID", "" }, { "workspace_id", "DATABRICKS_WORKSPACE_ID", "" }, { "token", "DATABRICKS_TOKEN", "pat" },
        { "username", "DATABRICKS_USERNAME", "basic" }, { "password", "DATABRICKS_PASSWORD", "basic" }, { "profile", "DATABRICKS_CONFIG_PROFILE", "" },
        { "config_file", "DATABRICKS_CONFIG_FILE", "" }, { "oauth_callback_port", "DATABRICKS_OAUTH_CALLBACK_PORT", "" },
        { "google_service_account", "DATABRICKS_GOOGLE_SERVICE_ACCOUNT", "google" }, { "google_credentials", "GOOGLE_CREDENTIALS", "google" },
        { "azure_workspace_resource_id", "DATABRICKS_AZURE_RESOURCE_ID", "azure" }, { "azure_use_msi", "ARM_USE_MSI", "azure" },
        { "azure_client_secret", "ARM_CLIENT_SECRET", "azure" }, { "azure_client_id", "ARM_CLIENT_ID", "azure" }, { "azure_tenant_id", "ARM_TENANT_ID", "azure" },
        { "actions_id_token_request_url", "ACTIONS_ID_TOKEN_REQUEST_URL", "" }, { "actions_id_token_request_token", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "" },
        { "client_id", "DATABRICKS_CLIENT_ID", "oauth" }, { "client_secret", "DATABRICKS_CLIENT_SECRET", "oauth" }, { "scopes", null, "" },
        { "disable_oauth_refresh_token", "DATABRICKS_DISABLE_OAUTH_REFRESH_TOKEN", "" }, { "databricks_cli_path", "DATABRICKS_CLI_PATH", "" },
        { "auth_type", "DATABRICKS_AUTH_TYPE", "" }, { "databricks_id_token_filepath", "DATABRICKS_OIDC_TOKEN_FILEPATH", "file-oidc" },
        { "oidc_token_env", "DATABRICKS_OIDC_TOKEN_ENV", "env-oidc" }, { "audience", "DATABRICKS_TOKEN_AUDIENCE", "" },
        { "discovery_url", "DATABRICKS_DISCOVERY_URL", "" }, { "cloud", "DATABRICKS_CLOUD", "" },
        { "debug_truncate_bytes", "DATABRICKS_DEBUG_TRUNCATE_BYTES", "" }, { "rate_limit", "DATABRICKS_RATE_LIMIT", "" }, { "http_timeout_seconds", null, "" },
        { "retry_timeout_seconds", null, "" }, { "debug_headers", "DATABRICKS_DEBUG_HEADERS", "" }, { "skip_verify", null, "" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_setting_has_the_names_of_the_SDKs(string name, string? variable, string group)
    {
        AuthAttribute attribute = Assert.Single(AuthAttribute.All, a => a.Name == name);

        Assert.Equal((variable, group), (attribute.Variable, attribute.Group ?? ""));
        Assert.Equal(
            name is "metadata_service_url" or "token" or "password" or "google_credentials" or "azure_client_secret" or "client_secret" or "actions_id_token_request_token",
            attribute.IsSecret);
        Assert.Equal(variable is null ? name : $"{name} ({variable})", attribute.ToString());
    }

    [Fact]
    public void There_are_no_others() => Assert.Equal(Names.Count, AuthAttribute.All.Count);

    [Theory]
    [InlineData("1", "true")]
    [InlineData("t", "true")]
    [InlineData("T", "true")]
    [InlineData("true", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("True", "true")]
    [InlineData("0", null)]
    [InlineData("f", null)]
    [InlineData("F", null)]
    [InlineData("false", null)]
    [InlineData("FALSE", null)]
    [InlineData("False", null)]
    public void A_boolean_has_the_forms_of_Go(string text, string? expected) =>
        Assert.Equal(expected, Read(("DATABRICKS_DISABLE_OAUTH_REFRESH_TOKEN", text))[AuthAttribute.WithoutRefreshToken]);

    [Theory]
    [InlineData("DATABRICKS_DISABLE_OAUTH_REFRESH_TOKEN", "yes", "strconv.ParseBool: parsing \"yes\": invalid syntax")]
    [InlineData("DATABRICKS_OAUTH_CALLBACK_PORT", "80a", "strconv.Atoi: parsing \"80a\": invalid syntax")]
    [InlineData("DATABRICKS_OAUTH_CALLBACK_PORT", "8 0", "strconv.Atoi: parsing \"8 0\": invalid syntax")]
    public void What_is_of_no_form_is_told(string variable, string text, string message) =>
        Assert.Contains($"resolve: {variable}: {message}", Assert.Throws<AppAuthenticationException>(() => Read((variable, text))).Message);

    [Theory]
    [InlineData("-8020")]
    [InlineData("+8020")]
    [InlineData(" 8020 ")]
    public void A_number_may_have_a_sign(string text) => Assert.Equal(text.Trim(), Read(("DATABRICKS_OAUTH_CALLBACK_PORT", text))[AuthAttribute.CallbackPort]);

    [Theory]
    [InlineData("https://x.azuredatabricks.net", null, "AZURE")]
    [InlineData("https://X.DATABRICKS.AZURE.US", null, "AZURE")]
    [InlineData("https://x.databricks.azure.cn", null, "AZURE")]
    [InlineData("https://x.gcp.databricks.com", null, "GCP")]
    [InlineData("https://x.cloud.databricks.com", null, "AWS")]
    [InlineData("https://x.gcp.databricks.com", "azure", "AZURE")]
    [InlineData("https://x.gcp.databricks.com", "Aws", "AWS")]
    [InlineData("https://x.cloud.databricks.com", "gcp", "GCP")]
    [InlineData("https://x.gcp.databricks.com", "other", "GCP")]
    public void The_cloud_is_that_of_the_host_unless_one_is_named(string host, string? cloud, string expected)
    {
        AuthSettings settings = Read(("DATABRICKS_HOST", host), ("DATABRICKS_CLOUD", cloud ?? ""));

        Assert.Equal(expected, WorkspaceCloud.Of(settings));
        Assert.Equal(expected == "AZURE", settings.IsAzure);
    }

    [Fact]
    public void A_resource_of_Azure_is_on_Azure() => Assert.True(Read(("DATABRICKS_HOST", "x.cloud.databricks.com"), ("DATABRICKS_AZURE_RESOURCE_ID", "r")).IsAzure);

    [Theory]
    [InlineData("a b,c", "a,b,c")]
    [InlineData("c,a,c", "a,c")]
    [InlineData(" , ", "all-apis")]
    [InlineData("B,a", "B,a")]
    [InlineData("a A", "A,a")]
    public void Scopes_are_a_sorted_set(string text, string expected)
    {
        AuthSettings settings = new(new AmbientVariables(_ => null));

        settings.Add(AuthAttribute.Scopes, text, AuthSource.Options);

        Assert.Equal(expected, string.Join(',', settings.Scopes));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        AuthSettings settings = Read(("DATABRICKS_CLIENT_ID", "c"));

        Assert.Null(settings.Missing(AuthAttribute.ClientId));
        Assert.Equal("host (DATABRICKS_HOST) is not set", settings.Missing(AuthAttribute.Host, AuthAttribute.ClientId));
        Assert.Equal("host (DATABRICKS_HOST), token (DATABRICKS_TOKEN) are not set", settings.Missing(AuthAttribute.Host, AuthAttribute.Token));
    }

    [Fact]
    public void Settings_are_shown_without_secrets_and_with_where_they_are_from()
    {
        DatabricksAppOptions options = new() { Host = "https://ws.example.com", ClientId = "id", AuthType = "oauth-m2m" };

        AuthSettings settings = AuthSettings.Read(options, [], name => name == "DATABRICKS_CLIENT_SECRET" ? "s3cret" : null);

        Assert.Equal("Config: host=https://ws.example.com, client_id=id, client_secret=***. Env: DATABRICKS_CLIENT_SECRET", settings.ToString());
        Assert.Equal("", new AuthSettings(new AmbientVariables(_ => null)).ToString());
    }

    [Theory]
    [InlineData("[p]\n;x = y\na = 1", "1")]
    [InlineData("[p]\na = ;x", "")]
    [InlineData("[p]\na = 1 # 2 ; 3", "1")]
    [InlineData("[p]\na = 1\t;2", "1")]
    [InlineData("[p]\na = '1' ;2", "1")]
    [InlineData("[p]\na = '1'#2", "1")]
    [InlineData("[p]\na = \"1\" x", "\"1\" x")]
    [InlineData("[p]\na = \"\"", "")]
    [InlineData("[p]\na = '", "'")]
    [InlineData("[p]\n`a` = 1", "1")]
    [InlineData("[p]\n\"a` = 1\na = 2", "2")]
    [InlineData("[p]\na = 1\\\n2 # x\nb = 3", "12")]
    [InlineData("[p]\na = 1\\", "1\\")]
    [InlineData("[p]\na = `1\n2` 3", "1\n2")]
    [InlineData("[p]]\na = 1\n[p]\na = 2", "2")]
    [InlineData("[p] # x\na = 1", "1")]
    [InlineData("[p]\na:b=c", "b=c")]
    public void A_line_of_a_profile(string text, string expected) =>
        Assert.Equal(expected, IniFile.Parse(Encoding.UTF8.GetBytes(text)).Section("p")!["a"]);

    [Theory]
    [InlineData("[]", 1)]
    [InlineData("[p]\n:x", 2)]
    [InlineData("a = \"\"\"x\ny", 1)]
    public void One_that_is_none(string text, int line) =>
        Assert.Equal(line, Assert.Throws<IniException>(() => IniFile.Parse(Encoding.UTF8.GetBytes(text))).Line);

    [Theory]
    [InlineData("a.example.com", null, null, "b.example.com", null, null, "https://a.example.com")]
    [InlineData("a.example.com", "1", null, "a.example.com", "2", null, "the workspace 1")]
    [InlineData("a.example.com", "1", "x", "a.example.com", "1", "y", "the account x")]
    [InlineData("a.example.com", "1", "x", "a.example.com", "1", "x", null)]
    [InlineData("a.example.com", "1", null, "https://A.example.com/", null, "y", null)]
    [InlineData(null, null, "x", "a.example.com", "1", "y", "the account x")]
    [InlineData(null, "1", null, "a.example.com", null, null, null)]
    public void Two_places_contradict_each_other_by_what_both_name(string? host, string? workspace, string? account, string? host2, string? workspace2, string? account2, string? shown)
    {
        NamedWorkspace one = new(host, workspace, account);
        NamedWorkspace other = new(host2, workspace2, account2);

        Assert.Equal(shown is not null, one.Contradicts(other));
        Assert.Equal(shown is not null, other.Contradicts(one));
        Assert.Equal(shown ?? (host is null ? "" : "https://a.example.com"), one.Shown(other));
    }

    private static AuthSettings Read(params (string Name, string Value)[] environment) =>
        AuthSettings.Read(new() { Host = null }, [], name => environment.FirstOrDefault(pair => pair.Name == name).Value);

    // As the Go SDK: what says nothing about who signs in, or how, is left out.
    [Fact]
    public void Messages_leave_out_what_decides_nothing() => Assert.Equal(
        [
            "audience", "auth_type", "cloud", "debug_headers", "debug_truncate_bytes", "disable_oauth_refresh_token", "discovery_url", "http_timeout_seconds",
            "oauth_callback_port", "rate_limit", "retry_timeout_seconds", "scopes", "skip_verify",
        ],
        AuthAttribute.All.Where(attribute => !attribute.IsShown).Select(attribute => attribute.Name).Order(StringComparer.Ordinal));
}
