namespace DatabricksApps.EndToEnd.Tests.Paging;

/// <summary>Notes what is asked for.</summary>
internal sealed class Asked() : DelegatingHandler(new SocketsHttpHandler())
{
    public List<string> Sent { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent.Add(Uri.UnescapeDataString(request.RequestUri!.Query));
        return base.SendAsync(request, cancellationToken);
    }
}
