using System.Net;
using DatabricksApps.Tests.Auth;

namespace DatabricksApps.Tests.Faults;

/// <summary>What lies between the caller, the workspace and the app.</summary>
public sealed class NetworkFaults : FaultTest
{
    [Fact]
    public async Task Workspace_unreachable()
    {
        SignIn.Workspace.OnAll(() => throw new HttpRequestException(HttpRequestError.ConnectionError)).Forget(FakeWorkspace.Discovery);
        Task seen = SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: no connection to ws.example.com came about. " +
            "Likely cause: the network allows no outgoing connection to the workspace, or the host or port is wrong. " +
            "Next step: Check that outgoing https to ws.example.com is allowed, and HTTPS_PROXY and NO_PROXY. (oauth-m2m; Config: " +
            "host=https://ws.example.com, client_id=the-client-id, client_secret=***. Env: DATABRICKS_HOST, DATABRICKS_CLIENT_ID, " +
            "DATABRICKS_CLIENT_SECRET)");
        foreach (double delay in (double[])[0.5, 1, 2, 4, 8, 16])
        {
            await SignIn.Time.PassAsync(TimeSpan.FromSeconds(delay));
        }

        await seen;
    }

    [Fact]
    public async Task Name_of_the_workspace_not_found()
    {
        Break(new HttpRequestException(HttpRequestError.NameResolutionError));

        await SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: oauth-m2m: the name ws.example.com was not found. " +
            "Likely cause: the host is mistyped, or this network resolves no such name. " +
            "Next step: Compare Host (DATABRICKS_HOST) with the workspace's address in the browser. (default auth: cannot configure default " +
            "credentials, please check https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication to " +
            "configure credentials for your preferred authentication method. " +
            "Config: host=https://ws.example.com, client_id=the-client-id, client_secret=***. Env: DATABRICKS_HOST, DATABRICKS_CLIENT_ID, " +
            "DATABRICKS_CLIENT_SECRET. " +
            "Not configured: databricks-cli (databricks CLI not found; to sign in as a user, install it " +
            "(https://docs.databricks.com/dev-tools/cli/install.html)), metadata-service (metadata_service_url " +
            "(DATABRICKS_METADATA_SERVICE_URL) is not set), github-oidc (actions_id_token_request_url (ACTIONS_ID_TOKEN_REQUEST_URL), " +
            "actions_id_token_request_token (ACTIONS_ID_TOKEN_REQUEST_TOKEN) are not set), azure-devops-oidc (SYSTEM_ACCESSTOKEN is not set), " +
            "env-oidc (DATABRICKS_OIDC_TOKEN is not set), file-oidc (databricks_id_token_filepath (DATABRICKS_OIDC_TOKEN_FILEPATH) is not set))");
    }

    [Fact]
    public async Task TLS_failure_to_the_workspace()
    {
        Break(new HttpRequestException(HttpRequestError.SecureConnectionError));

        await SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: oauth-m2m: no secure connection to ws.example.com came about. " +
            "Likely cause: a proxy or the network breaks TLS open, or its certificate is not trusted on this machine. " +
            "Next step: Trust the proxy's certificate authority, or exempt the host from inspection. (default auth: cannot configure default " +
            "credentials, please check https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication to " +
            "configure credentials for your preferred authentication method. " +
            "Config: host=https://ws.example.com, client_id=the-client-id, client_secret=***. Env: DATABRICKS_HOST, DATABRICKS_CLIENT_ID, " +
            "DATABRICKS_CLIENT_SECRET. " +
            "Not configured: databricks-cli (databricks CLI not found; to sign in as a user, install it " +
            "(https://docs.databricks.com/dev-tools/cli/install.html)), metadata-service (metadata_service_url " +
            "(DATABRICKS_METADATA_SERVICE_URL) is not set), github-oidc (actions_id_token_request_url (ACTIONS_ID_TOKEN_REQUEST_URL), " +
            "actions_id_token_request_token (ACTIONS_ID_TOKEN_REQUEST_TOKEN) are not set), azure-devops-oidc (SYSTEM_ACCESSTOKEN is not set), " +
            "env-oidc (DATABRICKS_OIDC_TOKEN is not set), file-oidc (databricks_id_token_filepath (DATABRICKS_OIDC_TOKEN_FILEPATH) is not set))");
    }

    [Fact]
    public async Task Proxy_407_before_the_workspace()
    {
        Break(new HttpRequestException(HttpRequestError.ProxyTunnelError, "proxy", null, HttpStatusCode.ProxyAuthenticationRequired));

        await SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: oauth-m2m: the proxy answered 407 (Proxy Authentication Required) to the request for ws.example.com. " +
            "Likely cause: the network's proxy wants to know who calls. " +
            "Next step: Give the proxy's credentials in HTTPS_PROXY, or add ws.example.com to NO_PROXY. (default auth: cannot configure " +
            "default credentials, please check https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication to " +
            "configure credentials for your preferred authentication method. " +
            "Config: host=https://ws.example.com, client_id=the-client-id, client_secret=***. Env: DATABRICKS_HOST, DATABRICKS_CLIENT_ID, " +
            "DATABRICKS_CLIENT_SECRET. " +
            "Not configured: databricks-cli (databricks CLI not found; to sign in as a user, install it " +
            "(https://docs.databricks.com/dev-tools/cli/install.html)), metadata-service (metadata_service_url " +
            "(DATABRICKS_METADATA_SERVICE_URL) is not set), github-oidc (actions_id_token_request_url (ACTIONS_ID_TOKEN_REQUEST_URL), " +
            "actions_id_token_request_token (ACTIONS_ID_TOKEN_REQUEST_TOKEN) are not set), azure-devops-oidc (SYSTEM_ACCESSTOKEN is not set), " +
            "env-oidc (DATABRICKS_OIDC_TOKEN is not set), file-oidc (databricks_id_token_filepath (DATABRICKS_OIDC_TOKEN_FILEPATH) is not set))");
    }

    [Fact]
    public async Task Proxy_that_refuses_the_workspace()
    {
        Break(new HttpRequestException(HttpRequestError.ProxyTunnelError, "proxy", null, HttpStatusCode.Forbidden));

        await SeesAsync(AppErrorReason.SignInFailed,
            "Sign-in failed: oauth-m2m: the proxy opened no connection to ws.example.com. " +
            "Likely cause: the proxy refuses the host, or is not reachable. " +
            "Next step: Check HTTPS_PROXY and NO_PROXY, and have ws.example.com allowed. (default auth: cannot configure default credentials, " +
            "please check https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication to configure credentials " +
            "for your preferred authentication method. " +
            "Config: host=https://ws.example.com, client_id=the-client-id, client_secret=***. Env: DATABRICKS_HOST, DATABRICKS_CLIENT_ID, " +
            "DATABRICKS_CLIENT_SECRET. " +
            "Not configured: databricks-cli (databricks CLI not found; to sign in as a user, install it " +
            "(https://docs.databricks.com/dev-tools/cli/install.html)), metadata-service (metadata_service_url " +
            "(DATABRICKS_METADATA_SERVICE_URL) is not set), github-oidc (actions_id_token_request_url (ACTIONS_ID_TOKEN_REQUEST_URL), " +
            "actions_id_token_request_token (ACTIONS_ID_TOKEN_REQUEST_TOKEN) are not set), azure-devops-oidc (SYSTEM_ACCESSTOKEN is not set), " +
            "env-oidc (DATABRICKS_OIDC_TOKEN is not set), file-oidc (databricks_id_token_filepath (DATABRICKS_OIDC_TOKEN_FILEPATH) is not set))");
    }

    [Fact]
    public async Task App_unreachable()
    {
        App = _ => throw new HttpRequestException(HttpRequestError.ConnectionError);

        await SeesAsync(AppErrorReason.Unreachable,
            "GET /api/items/{item_id}: no connection to inventory-123.aws.databricksapps.com came about. " +
            "Likely cause: the network allows no outgoing connection to the host, or the app's address is wrong. " +
            "Next step: Check that outgoing https to *.databricksapps.com is allowed, and compare the base address with the app's URL.");
    }

    [Fact]
    public async Task Name_of_the_app_not_found()
    {
        App = _ => throw new HttpRequestException(HttpRequestError.NameResolutionError);

        await SeesAsync(AppErrorReason.Unreachable,
            "GET /api/items/{item_id}: the name inventory-123.aws.databricksapps.com was not found. " +
            "Likely cause: the base address is wrong, the app was deleted, or the network resolves no such names. " +
            "Next step: Compare the base address with the app's URL (databricks apps get inventory).");
    }

    [Fact]
    public async Task TLS_failure_to_the_app()
    {
        App = _ => throw new HttpRequestException(HttpRequestError.SecureConnectionError);

        await SeesAsync(AppErrorReason.Unreachable,
            "GET /api/items/{item_id}: no secure connection to inventory-123.aws.databricksapps.com came about. " +
            "Likely cause: a proxy or the network breaks TLS open, or its certificate is not trusted. " +
            "Next step: Trust the proxy's certificate authority, or exempt the host from inspection.");
    }

    [Fact]
    public async Task Proxy_407_before_the_app()
    {
        App = _ => throw new HttpRequestException(
            HttpRequestError.ProxyTunnelError, "proxy", null, HttpStatusCode.ProxyAuthenticationRequired);

        await SeesAsync(AppErrorReason.Unreachable,
            "GET /api/items/{item_id}: the proxy answered 407 (Proxy Authentication Required) to the request for " +
            "inventory-123.aws.databricksapps.com. " +
            "Likely cause: the network's proxy wants to know who calls. " +
            "Next step: Give the proxy's credentials in HTTPS_PROXY, or add inventory-123.aws.databricksapps.com to NO_PROXY.");
    }

    [Fact]
    public async Task Connection_to_the_app_cut()
    {
        App = _ => throw new HttpRequestException(HttpRequestError.ResponseEnded);

        await SeesAsync(AppErrorReason.ConnectionLost,
            "GET /api/items/{item_id}: the connection was cut before an answer came. " +
            "Likely cause: the app stopped or failed while it answered, it did not want the whole of a large body, or the front door cut a " +
            "long answer (requests after about 120 seconds, streams after about 300). " +
            "Next step: The app may have carried the request out: call again if doing it twice does no harm, else look first. " +
            "Continue a stream after its last item.");
    }

    private void Break(HttpRequestException exception) =>
        SignIn.Workspace.OnAll(() => throw exception).Forget(FakeWorkspace.Discovery);
}
