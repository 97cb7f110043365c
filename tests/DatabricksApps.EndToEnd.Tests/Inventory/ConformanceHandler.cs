namespace DatabricksApps.EndToEnd.Tests.Inventory;

/// <summary>Holds every answer that passes to the document.</summary>
internal sealed class ConformanceHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly InventoryDocument s_document = InventoryDocument.Load();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        bool isStream = response.Content.Headers.ContentType?.MediaType is "text/event-stream" or "application/jsonl";
        if (!isStream)
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
        }

        s_document.Check(
            request.Method.Method,
            request.RequestUri!.AbsolutePath,
            (int)response.StatusCode,
            response.Content.Headers.ContentType,
            isStream ? null : await response.Content.ReadAsStringAsync(cancellationToken));
        return response;
    }
}
