using System.Net;
using System.Net.Http.Headers;

namespace DatabricksApps.Benchmarks;

/// <summary>Answers with canned bytes; reads what is sent, as a socket would.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        }

        bool isList = request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath == "/api/items";
        ByteArrayContent answer = new(isList ? Payload.List : Payload.One);
        answer.Headers.ContentType = s_json;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = answer, RequestMessage = request };
    }
}
