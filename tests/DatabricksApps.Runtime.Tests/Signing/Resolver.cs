namespace Microsoft.Extensions.ServiceDiscovery.Testing;

/// <summary>Finds the address of a service, as the handler of Microsoft.Extensions.ServiceDiscovery does; another address it leaves.</summary>
internal sealed class Resolver(Uri found) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Scheme.Contains('+', StringComparison.Ordinal))
        {
            request.RequestUri = new UriBuilder(request.RequestUri) { Scheme = found.Scheme, Host = found.Host, Port = found.Port }.Uri;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
