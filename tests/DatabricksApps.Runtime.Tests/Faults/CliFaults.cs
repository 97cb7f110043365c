using System.Diagnostics;
using DatabricksApps.Tests.Auth;

namespace DatabricksApps.Tests.Faults;

/// <summary>What the Databricks CLI does, when nothing else is configured.</summary>
[Collection(FakeCli.Collection)]
public sealed class CliFaults : FaultTest, IDisposable
{
    private readonly FakeCli _cli = new();

    public CliFaults() => SignIn = new SignInSetup
    {
        Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host, ["PATH"] = string.Join(Path.PathSeparator, _cli.Folder, "/usr/bin", "/bin") },
    };

    public void Dispose() => _cli.Dispose();

    private static string Ways(string cli) =>
        "Sign-in failed: nothing that is set signs in. Next step: one of these three.\n" +
        $"- You yourself: databricks auth login --host https://ws.example.com ({cli}).\n" +
        "- A service principal: set ClientId and ClientSecret (DATABRICKS_CLIENT_ID, DATABRICKS_CLIENT_SECRET).\n" +
        "- A token that you have, or that your code gets: set Token or TokenProvider.\n";

    [Fact]
    public async Task Missing() => await SeesAsync(AppErrorReason.SignInFailed,
            Ways("databricks CLI not found; to sign in as a user, install it (https://docs.databricks.com/dev-tools/cli/install.html)") +
            "default auth: cannot configure default credentials, please check " +
            "https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication to configure credentials for your " +
            "preferred authentication method. " +
            "Config: host=https://ws.example.com. Env: DATABRICKS_HOST. " +
            "Not configured: oauth-m2m (client_id (DATABRICKS_CLIENT_ID), client_secret (DATABRICKS_CLIENT_SECRET) are not set), " +
            "databricks-cli (databricks CLI not found; to sign in as a user, install it " +
            "(https://docs.databricks.com/dev-tools/cli/install.html)), metadata-service (metadata_service_url " +
            "(DATABRICKS_METADATA_SERVICE_URL) is not set), github-oidc (actions_id_token_request_url (ACTIONS_ID_TOKEN_REQUEST_URL), " +
            "actions_id_token_request_token (ACTIONS_ID_TOKEN_REQUEST_TOKEN) are not set), azure-devops-oidc (SYSTEM_ACCESSTOKEN is not set), " +
            "env-oidc (DATABRICKS_OIDC_TOKEN is not set), file-oidc (databricks_id_token_filepath (DATABRICKS_OIDC_TOKEN_FILEPATH) is not set).\n" +
            "Set in the environment: DATABRICKS_HOST. There is no home folder with a file of profiles: HOME is not set.");

    // A package manager's shim without a version that is installed.
    [Fact]
    public async Task A_shim_that_starts_nothing()
    {
        File.WriteAllText(_cli.Path, "#!/bin/sh\necho 'No version is set for command databricks' >&2\nexit 126\n");
        _cli.With(UnixFileMode.UserRead | UnixFileMode.UserExecute);

        AppException failure = await Assert.ThrowsAnyAsync<AppException>(CallAsync);

        Assert.Contains(
            "(the program databricks along PATH is no Databricks CLI that works: asked for its version it says: No version is set for command databricks).\n",
            failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Legacy()
    {
        _cli.Write("exit 1", version: "Version 0.17.8", size: 1000);

        await SeesAsync(AppErrorReason.SignInFailed,
            Ways("legacy databricks CLI detected; upgrade to >= 0.100.0 (https://docs.databricks.com/dev-tools/cli/install.html)") +
            "default auth: cannot configure default credentials, please check " +
            "https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication to configure credentials for your " +
            "preferred authentication method. " +
            "Config: host=https://ws.example.com. Env: DATABRICKS_HOST. " +
            "Not configured: oauth-m2m (client_id (DATABRICKS_CLIENT_ID), client_secret (DATABRICKS_CLIENT_SECRET) are not set), " +
            "databricks-cli (legacy databricks CLI detected; upgrade to >= 0.100.0 (https://docs.databricks.com/dev-tools/cli/install.html)), " +
            "metadata-service (metadata_service_url (DATABRICKS_METADATA_SERVICE_URL) is not set), github-oidc (actions_id_token_request_url " +
            "(ACTIONS_ID_TOKEN_REQUEST_URL), actions_id_token_request_token (ACTIONS_ID_TOKEN_REQUEST_TOKEN) are not set), azure-devops-oidc " +
            "(SYSTEM_ACCESSTOKEN is not set), env-oidc (DATABRICKS_OIDC_TOKEN is not set), file-oidc (databricks_id_token_filepath " +
            "(DATABRICKS_OIDC_TOKEN_FILEPATH) is not set).\n" +
            "Set in the environment: DATABRICKS_HOST. There is no home folder with a file of profiles: HOME is not set.");
    }

    [Fact]
    public async Task Not_signed_in()
    {
        _cli.Write("echo 'Error: cache: databricks OAuth is not configured for this host. no cached credentials; run `databricks auth login` to sign in' >&2; exit 1");

        await SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: databricks-cli: cannot get access token: 'databricks auth token --host https://ws.example.com' " +
            "ended with exit code 1: cache: databricks OAuth is not configured for this host. no cached credentials; run `databricks auth " +
            "login` to sign in. " +
            "Likely cause: the user has not signed in, or the sign-in has expired. " +
            "Next step: Run: databricks auth login --host https://ws.example.com. (default auth: cannot configure default credentials, please " +
            "check https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication to configure credentials for " +
            "your preferred authentication method. " +
            "Config: host=https://ws.example.com. Env: DATABRICKS_HOST. " +
            "Not configured: oauth-m2m (client_id (DATABRICKS_CLIENT_ID), client_secret (DATABRICKS_CLIENT_SECRET) are not set), " +
            "metadata-service (metadata_service_url (DATABRICKS_METADATA_SERVICE_URL) is not set), github-oidc (actions_id_token_request_url " +
            "(ACTIONS_ID_TOKEN_REQUEST_URL), actions_id_token_request_token (ACTIONS_ID_TOKEN_REQUEST_TOKEN) are not set), azure-devops-oidc " +
            "(SYSTEM_ACCESSTOKEN is not set), env-oidc (DATABRICKS_OIDC_TOKEN is not set), file-oidc (databricks_id_token_filepath " +
            "(DATABRICKS_OIDC_TOKEN_FILEPATH) is not set))");
    }

    [Fact]
    public async Task Failing()
    {
        _cli.Write("echo 'Error: cannot open the keyring' >&2; exit 3");

        await SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: databricks-cli: cannot get access token: 'databricks auth token --host https://ws.example.com' " +
            "ended with exit code 3: cannot open the keyring. " +
            "Next step: Run it in a terminal: databricks auth token --host https://ws.example.com. (default auth: cannot " +
            "configure default credentials, please check https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication to configure credentials for your preferred authentication method. " +
            "Config: host=https://ws.example.com. Env: DATABRICKS_HOST. " +
            "Not configured: oauth-m2m (client_id (DATABRICKS_CLIENT_ID), client_secret (DATABRICKS_CLIENT_SECRET) are not set), " +
            "metadata-service (metadata_service_url (DATABRICKS_METADATA_SERVICE_URL) is not set), github-oidc (actions_id_token_request_url " +
            "(ACTIONS_ID_TOKEN_REQUEST_URL), actions_id_token_request_token (ACTIONS_ID_TOKEN_REQUEST_TOKEN) are not set), azure-devops-oidc " +
            "(SYSTEM_ACCESSTOKEN is not set), env-oidc (DATABRICKS_OIDC_TOKEN is not set), file-oidc (databricks_id_token_filepath " +
            "(DATABRICKS_OIDC_TOKEN_FILEPATH) is not set))");
    }

    [Fact]
    public async Task Hanging()
    {
        string ready = Path.Combine(_cli.Folder, "ready");
        using Process fifo = Process.Start("mkfifo", ready);
        await fifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        _cli.Write($"echo ready > '{ready}'; sleep 1000");

        Task seen = SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: databricks-cli: 'databricks auth token --host https://ws.example.com' did not end within 30 " +
            "seconds, and was ended. " +
            "Likely cause: it waits for the network or for the keyring of this session. " +
            "Next step: Run it in a terminal: databricks auth token --host https://ws.example.com. (default auth: cannot " +
            "configure default credentials, please check https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication to configure credentials for your preferred authentication method. " +
            "Config: host=https://ws.example.com. Env: DATABRICKS_HOST. " +
            "Not configured: oauth-m2m (client_id (DATABRICKS_CLIENT_ID), client_secret (DATABRICKS_CLIENT_SECRET) are not set), " +
            "metadata-service (metadata_service_url (DATABRICKS_METADATA_SERVICE_URL) is not set), github-oidc (actions_id_token_request_url " +
            "(ACTIONS_ID_TOKEN_REQUEST_URL), actions_id_token_request_token (ACTIONS_ID_TOKEN_REQUEST_TOKEN) are not set), azure-devops-oidc " +
            "(SYSTEM_ACCESSTOKEN is not set), env-oidc (DATABRICKS_OIDC_TOKEN is not set), file-oidc (databricks_id_token_filepath " +
            "(DATABRICKS_OIDC_TOKEN_FILEPATH) is not set))");
        await File.ReadAllTextAsync(ready, TestContext.Current.CancellationToken);
        SignIn.Time.Advance(TimeSpan.FromSeconds(30));
        await seen;
    }

    [Fact]
    public async Task Printing_garbage()
    {
        _cli.Write("echo 'Segmentation fault, or so'");

        await SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: databricks-cli: 'databricks auth token --host https://ws.example.com': cannot parse CLI response: " +
            "it is not JSON with an access_token. " +
            "Likely cause: the program is not the Databricks CLI, or a version that is too old. " +
            "Next step: Set CliPath (DATABRICKS_CLI_PATH) to the Databricks CLI, and upgrade it to >= 0.296.0. (default auth: cannot configure " +
            "default credentials, please check https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication to " +
            "configure credentials for your preferred authentication method. " +
            "Config: host=https://ws.example.com. Env: DATABRICKS_HOST. " +
            "Not configured: oauth-m2m (client_id (DATABRICKS_CLIENT_ID), client_secret (DATABRICKS_CLIENT_SECRET) are not set), " +
            "metadata-service (metadata_service_url (DATABRICKS_METADATA_SERVICE_URL) is not set), github-oidc (actions_id_token_request_url " +
            "(ACTIONS_ID_TOKEN_REQUEST_URL), actions_id_token_request_token (ACTIONS_ID_TOKEN_REQUEST_TOKEN) are not set), azure-devops-oidc " +
            "(SYSTEM_ACCESSTOKEN is not set), env-oidc (DATABRICKS_OIDC_TOKEN is not set), file-oidc (databricks_id_token_filepath " +
            "(DATABRICKS_OIDC_TOKEN_FILEPATH) is not set))");
    }
}
