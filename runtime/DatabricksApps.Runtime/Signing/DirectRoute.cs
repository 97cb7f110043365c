using System.Net;
using DatabricksApps.Errors;

namespace DatabricksApps.Signing;

/// <summary>
/// Looks whether requests to an app on this machine would leave it by a proxy. The clients' own handlers never do that; a
/// handler of the user's may, and then nothing is signed.
/// </summary>
internal static class DirectRoute
{
    /// <summary>Throws if plain http to an address of this machine would go through a proxy.</summary>
    /// <param name="address">Where a signed request is to go.</param>
    /// <param name="handler">The pipeline that sends it.</param>
    /// <exception cref="AppException">It would.</exception>
    public static void Check(Uri address, HttpMessageHandler? handler)
    {
        if (address.Scheme != Uri.UriSchemeHttp)
        {
            return;
        }

        while (handler is DelegatingHandler delegating)
        {
            handler = delegating.InnerHandler;
        }

        IWebProxy? proxy = handler switch
        {
            SocketsHttpHandler { UseProxy: true } sockets => sockets.Proxy ?? HttpClient.DefaultProxy,
            HttpClientHandler { UseProxy: true } client => client.Proxy ?? HttpClient.DefaultProxy,
            _ => null,
        };
        if (proxy is not null && !proxy.IsBypassed(address) && proxy.GetProxy(address) is { } through && through != address)
        {
            throw new AppException(
                FailureText.Of(
                    $"Nothing was sent to {address.GetLeftPart(UriPartial.Authority)}: the primary handler of this HttpClient would send it, in the clear and with the token, " +
                    $"through the proxy {through.Host}:{through.Port}",
                    $"HTTP_PROXY or http_proxy is set, and NO_PROXY does not name {address.Host}.",
                    "set UseProxy of the handler to false, or leave the primary handler to the client."),
                AppErrorReason.SignInFailed);
        }
    }
}
