using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace DatabricksApps.AspNetCore.Tests;

/// <summary>The app that is called: answers in process, and keeps the path and the token of each request.</summary>
internal sealed class RemoteApp(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public const string Address = "https://inventory-123.aws.databricksapps.com";

    public ConcurrentQueue<(string Path, string? Token)> Calls { get; } = [];

    public static RemoteApp Answering(HttpStatusCode status, string body = "{}", string mediaType = "application/json") =>
        new(_ => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls.Enqueue((request.RequestUri!.PathAndQuery, request.Headers.Authorization?.Parameter));
        HttpResponseMessage response = answer(request);
        response.RequestMessage ??= request;
        return Task.FromResult(response);
    }
}
