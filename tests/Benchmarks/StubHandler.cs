using System.Net;

namespace DatabricksApps.Benchmarks;

/// <summary>Answers with canned bytes; reads what is sent, as a socket would.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    private const string Json = "application/json";
    private const string Events = "text/event-stream";
    private const string Lines = "application/jsonl";
    private const string Bytes = "application/octet-stream";
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
            "/api/items" => Answer(request, isGet ? Payload.List : Payload.One, Json),
            "/api/search" => Answer(request, Payload.Found, Json),
            "/api/items/42/photo" => isGet ? Answer(request, Payload.Photo, Bytes) : Answer(request, s_length, Json),
            "/api/events" => Answer(request, Payload.Events, Events),
            "/api/readings" => Answer(request, Payload.Lines, Lines),
            "/api/items/0" => Answer(request, Payload.Refused, Json, HttpStatusCode.UnprocessableEntity),
            _ => Answer(request, Payload.One, Json),
        };
    }

    private static HttpResponseMessage Answer(
        HttpRequestMessage request, byte[] body, string type, HttpStatusCode status = HttpStatusCode.OK)
    {
        ByteArrayContent content = new(body);

        // As text, which is how a socket's headers come.
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return new HttpResponseMessage(status) { Content = content, RequestMessage = request };
    }
}
