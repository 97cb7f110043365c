namespace DatabricksApps.Http;

/// <summary>Asks for answers compressed with gzip and unpacks them, where handlers of the user lie above.</summary>
internal sealed class CompressionHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Gzip.AskFor(request);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        Gzip.Unpack(response);
        return response;
    }
}
