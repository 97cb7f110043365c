using DatabricksApps.Errors;

namespace DatabricksApps.Signing;

/// <summary>Looks where the requests go whose address service discovery finds: a token goes over https, or stays on this machine.</summary>
internal static class DiscoveredAddress
{
    /// <summary>Throws unless a token may go there.</summary>
    /// <param name="service">The service's name, such as <c>https+http://inventory</c>.</param>
    /// <param name="sent">Where the request is to go.</param>
    /// <param name="handler">The pipeline that sends it.</param>
    /// <exception cref="AppException">It may not; nothing was sent.</exception>
    public static void Check(Uri service, Uri sent, HttpMessageHandler? handler)
    {
        string name = service.GetLeftPart(UriPartial.Authority);
        if (sent.Scheme == service.Scheme)
        {
            throw new AppException(
                FailureText.Of(
                    $"Nothing was sent to {name}: no handler of the HttpClient has found the address of this service",
                    "service discovery is not added to the client.",
                    "add .AddServiceDiscovery() of Microsoft.Extensions.ServiceDiscovery to what Add…Client returns, and services.AddServiceDiscovery()."),
                AppErrorReason.Unreachable);
        }

        if (sent.Scheme == Uri.UriSchemeHttps)
        {
            return;
        }

        if (!sent.IsLoopback)
        {
            throw new AppException(
                FailureText.Of(
                    $"Nothing was sent to {sent.GetLeftPart(UriPartial.Authority)}, which service discovery found for {name}: a token goes over https only, except on this machine",
                    null,
                    "give the service an https endpoint."),
                AppErrorReason.SignInFailed);
        }

        DirectRoute.Check(sent, handler);
    }
}
