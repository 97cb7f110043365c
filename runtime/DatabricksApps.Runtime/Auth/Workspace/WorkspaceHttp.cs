using DatabricksApps.Signing;

namespace DatabricksApps.Auth;

/// <summary>What sends requests to workspaces: no redirect is followed, so that no secret leaves for another host.</summary>
internal static class WorkspaceHttp
{
    private static readonly Lazy<HttpClient> s_client = new(static () => new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        Proxy = LoopbackProxy.OfMachine,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),

        // No activity of .NET's own, which would export addresses: that of the metadata service is a secret.
        ActivityHeadersPropagator = null,
    }));

    /// <summary>Gets the client that all sign-ins share.</summary>
    public static HttpClient Shared() => s_client.Value;
}
