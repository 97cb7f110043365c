using System.Net;

namespace DatabricksApps.Fuzz.Runtime;

/// <summary>Answers every request as a script says, in process.</summary>
internal sealed class StubAnswer(Script script, CancellationTokenSource caller) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            await request.Content.CopyToAsync(Stream.Null, cancellationToken);
        }

        HttpResponseMessage response = new((HttpStatusCode)Math.Clamp(script.Number("@status") ?? 200, 100, 999)) { RequestMessage = request };
        PieceStream body = new(script.Body, script.Number("@piece") ?? int.MaxValue, script.Get("@end"), caller);
        response.Content = new StreamContent(body);
        if (script.Get("@length") is { Length: > 0 } length && long.TryParse(length, out long number) && number >= 0)
        {
            response.Content.Headers.ContentLength = number;
        }

        foreach ((string name, string value) in script.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}
