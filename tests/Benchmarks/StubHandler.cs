using System.Net;
using System.Net.Http.Headers;

namespace DatabricksApps.Benchmarks;

/// <summary>Answers with canned bytes; reads what is sent, as a socket would.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");
    private static readonly MediaTypeHeaderValue s_events = new("text/event-stream");
    private static readonly MediaTypeHeaderValue s_lines = new("application/jsonl");
    private static readonly MediaTypeHeaderValue s_bytes = new("application/octet-stream");
    private static readonly byte[] s_length = "1048576"u8.ToArray();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.NonValidated.Contains("Authorization"))
        {
            return new HttpResponseMessage(HttpStatusCode.Unauthorized) { RequestMessage = request };
        }

        if (request.Content is { } content)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        }

        bool isGet = request.Method == HttpMethod.Get;
        return request.RequestUri!.AbsolutePath switch
        {
            "/api/items" => Answer(request, isGet ? Payload.List : Payload.One, s_json),
            "/api/search" => Answer(request, Payload.Found, s_json),
            "/api/items/42/photo" => isGet ? Answer(request, Payload.Photo, s_bytes) : Answer(request, s_length, s_json),
            "/api/events" => Answer(request, Payload.Events, s_events),
            "/api/readings" => Answer(request, Payload.Lines, s_lines),
            "/api/items/0" => Answer(request, Payload.Refused, s_json, HttpStatusCode.UnprocessableEntity),
            _ => Answer(request, Payload.One, s_json),
        };
    }

    private static HttpResponseMessage Answer(
        HttpRequestMessage request, byte[] body, MediaTypeHeaderValue type, HttpStatusCode status = HttpStatusCode.OK)
    {
        ByteArrayContent content = new(body);
        content.Headers.ContentType = type;
        return new HttpResponseMessage(status) { Content = content, RequestMessage = request };
    }
}
