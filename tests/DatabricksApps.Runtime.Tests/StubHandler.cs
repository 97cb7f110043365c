using System.Net;
using System.Text;

namespace DatabricksApps.Tests;

/// <summary>Answers requests in process and keeps what was sent.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<SentRequest> Sent { get; } = [];

    public SentRequest Last => Sent[^1];

    public static StubHandler Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(_ => new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") });

    public static StubHandler Of(HttpStatusCode status, string body, string mediaType) =>
        new(_ => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) });

    public HttpClient Client(string baseAddress = "https://app.example.com") =>
        new(this) { BaseAddress = new Uri(baseAddress) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Sent.Add(await SentRequest.ReadAsync(request));
        HttpResponseMessage response = answer(request);
        response.RequestMessage ??= request;
        return response;
    }
}
