using System.Globalization;
using System.Net;

namespace DatabricksApps.Auth;

/// <summary>Explains why a workspace gave no answer.</summary>
internal static class WorkspaceFailure
{
    public static AppAuthenticationException TimedOut(Uri address, TimeSpan limit, Exception exception) => AuthFailure.Of(
        string.Create(CultureInfo.InvariantCulture, $"{ShownAddress.Of(address)} gave no answer within {limit.TotalSeconds:0} seconds"),
        "the network holds back outgoing https to the workspace, or the workspace is overloaded.",
        $"Check that outgoing https to {address.Host} is allowed, and HTTPS_PROXY and NO_PROXY.",
        exception,
        isTransient: true);

    public static AppAuthenticationException TooLong(Uri address, int limit) => AuthFailure.Of(
        string.Create(CultureInfo.InvariantCulture, $"{ShownAddress.Of(address)} answered more than {limit} bytes"),
        "Host is not a Databricks workspace.",
        "Compare Host (DATABRICKS_HOST) with the workspace's address in the browser.");

    public static AppAuthenticationException NotReached(Uri address, Exception exception)
    {
        string host = address.IsDefaultPort ? address.Host : $"{address.Host}:{address.Port}";
        HttpRequestException? failed = exception as HttpRequestException;
        switch (failed?.HttpRequestError)
        {
            case HttpRequestError.NameResolutionError:
                return AuthFailure.Of(
                    $"the name {address.Host} was not found",
                    "the host is mistyped, or this network resolves no such name.",
                    "Compare Host (DATABRICKS_HOST) with the workspace's address in the browser.",
                    exception);
            case HttpRequestError.SecureConnectionError:
                return AuthFailure.Of(
                    $"no secure connection to {host} came about",
                    "a proxy or the network breaks TLS open, or its certificate is not trusted on this machine.",
                    "Trust the proxy's certificate authority, or exempt the host from inspection.",
                    exception);
            case HttpRequestError.ProxyTunnelError:
                // Not the exception itself: it shows the proxy's address with the credentials in it.
                return ProxyRefused(host, failed.StatusCode);
            case HttpRequestError.ConnectionError:
                return AuthFailure.Of(
                    $"no connection to {host} came about",
                    "the network allows no outgoing connection to the workspace, or the host or port is wrong.",
                    $"Check that outgoing https to {address.Host} is allowed, and HTTPS_PROXY and NO_PROXY.",
                    exception,
                    isTransient: true);
            default:
                return AuthFailure.Of(
                    $"the connection to {host} was cut before the answer was complete",
                    "the network or a proxy cut it.",
                    "Call again; if it stays, check HTTPS_PROXY and NO_PROXY.",
                    exception,
                    isTransient: true);
        }
    }

    /// <summary>Explains that the proxy between here and the workspace wants a sign-in of its own, or forbids the host.</summary>
    public static AppAuthenticationException ProxyRefused(string host, HttpStatusCode? status) =>
        status == HttpStatusCode.ProxyAuthenticationRequired
            ? AuthFailure.Of(
                $"the proxy answered 407 (Proxy Authentication Required) to the request for {host}",
                "the network's proxy wants to know who calls.",
                $"Give the proxy's credentials in HTTPS_PROXY, or add {host} to NO_PROXY.")
            : AuthFailure.Of(
                $"the proxy opened no connection to {host}",
                "the proxy refuses the host, or is not reachable.",
                $"Check HTTPS_PROXY and NO_PROXY, and have {host} allowed.");
}
