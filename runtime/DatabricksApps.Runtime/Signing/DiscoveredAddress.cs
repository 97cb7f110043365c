using DatabricksApps.Errors;
using DatabricksApps.Http;

namespace DatabricksApps.Signing;

/// <summary>
/// Knows which address service discovery has found for a request. The token goes there alone: neither to where another
/// handler sends the request, nor to where an answer leads it.
/// </summary>
internal static class DiscoveredAddress
{
    private const string Discovery = "Microsoft.Extensions.ServiceDiscovery";

    private static readonly HttpRequestOptionsKey<Uri?> s_service = new("DatabricksApps.Service");
    private static readonly HttpRequestOptionsKey<Uri?> s_found = new("DatabricksApps.Found");

    /// <summary>Puts what looks around the handlers that find addresses.</summary>
    public static void Watch(IList<DelegatingHandler> handlers)
    {
        for (int i = handlers.Count - 1; i >= 0; i--)
        {
            if (handlers[i].GetType().Namespace?.StartsWith(Discovery, StringComparison.Ordinal) == true)
            {
                handlers.Insert(i + 1, new Look(isBehind: true));
                handlers.Insert(i, new Look(isBehind: false));
            }
        }
    }

    /// <summary>Tells whether a request goes where service discovery has found the service.</summary>
    /// <param name="service">The service's name, such as <c>https+http://inventory</c>.</param>
    /// <param name="request">The request.</param>
    /// <param name="sent">Where it is to go.</param>
    /// <param name="handler">The pipeline that sends it.</param>
    /// <exception cref="AppException">Nobody has found it, or a token may not go there; nothing was sent.</exception>
    public static bool IsFound(Uri service, HttpRequestMessage request, Uri sent, HttpMessageHandler? handler)
    {
        string name = service.GetLeftPart(UriPartial.Authority);
        if (sent.Scheme == service.Scheme)
        {
            throw new AppException(
                FailureText.Of(
                    $"Nothing was sent to {name}: no handler of the HttpClient has found the address of this service",
                    "service discovery is not added to the client.",
                    $"add .AddServiceDiscovery() of {Discovery} to what Add…Client returns, and services.AddServiceDiscovery()."),
                AppErrorReason.Unreachable);
        }

        if (!request.Options.TryGetValue(s_found, out Uri? found) || found is null || !new Origin(found).Contains(sent))
        {
            return false;
        }

        if (sent.Scheme == Uri.UriSchemeHttps)
        {
            return true;
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
        return true;
    }

    /// <summary>Looks at the address before service discovery, which must be a service's name, and behind it.</summary>
    private sealed class Look(bool isBehind) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!isBehind)
            {
                request.Options.Set(s_service, request.RequestUri is { } uri && BaseAddress.IsDiscovered(uri) ? uri : null);
            }
            else
            {
                request.Options.Set(s_found, request.Options.TryGetValue(s_service, out Uri? service) && service is not null ? request.RequestUri : null);
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
