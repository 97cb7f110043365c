using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace DatabricksApps.Tests.Auth;

/// <summary>A workspace in process: what is not set up answers 404, and every request is kept.</summary>
internal sealed class FakeWorkspace : HttpMessageHandler
{
    public const string Host = "https://ws.example.com";
    public const string Metadata = "GET https://ws.example.com/.well-known/databricks-config";
    public const string Discovery = "GET https://ws.example.com/oidc/.well-known/oauth-authorization-server";
    public const string Token = "POST https://ws.example.com/oidc/v1/token";

    private readonly AsyncLocal<string> _body = new();
    private readonly ConcurrentDictionary<string, Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    /// <summary>Gets the requests as <c>GET https://…</c>.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public ConcurrentQueue<(string? Authorization, string Body)> Sent { get; } = new();

    /// <summary>Gets or sets what looks at each request; null: nothing.</summary>
    public Action<HttpRequestMessage>? OnRequest { get; set; }

    /// <summary>Gets the body of the request that is being answered.</summary>
    public string Body => _body.Value!;

    /// <summary>Makes a workspace that gives tokens.</summary>
    public static FakeWorkspace WithTokens(string token = "the-access-token") => new FakeWorkspace()
        .Json(Discovery, $$"""{"token_endpoint":"{{Host}}/oidc/v1/token"}""")
        .Json(Token, $$"""{"access_token":"{{token}}","token_type":"Bearer","expires_in":3600}""");

    public FakeWorkspace Json(string request, string json, HttpStatusCode status = HttpStatusCode.OK, string? retryAfter = null) =>
        Answer(request, status, json, "application/json", retryAfter);

    public FakeWorkspace Answer(string request, HttpStatusCode status, string body, string mediaType, string? retryAfter = null) =>
        On(request, () =>
        {
            HttpResponseMessage response = new(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
            if (retryAfter is not null)
            {
                response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            }

            return response;
        });

    public FakeWorkspace On(string request, Func<HttpResponseMessage> answer) => On(request, _ => Task.FromResult(answer()));

    public FakeWorkspace On(string request, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers[request] = answer;
        return this;
    }

    /// <summary>Answers any request.</summary>
    public FakeWorkspace OnAll(Func<HttpResponseMessage> answer) => On("", answer);

    /// <summary>Answers 404 to a request, or as to any.</summary>
    public FakeWorkspace Forget(string request)
    {
        _answers.TryRemove(request, out _);
        return this;
    }

    public HttpClient Client() => new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string name = $"{request.Method} {request.RequestUri}";
        Requests.Enqueue(name);
        _body.Value = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        OnRequest?.Invoke(request);
        Sent.Enqueue((
            request.Headers.NonValidated.TryGetValues("Authorization", out var values) ? values.ToString() : null,
            Body));
        HttpResponseMessage response = _answers.TryGetValue(name, out Func<CancellationToken, Task<HttpResponseMessage>>? answer)
            || _answers.TryGetValue("", out answer)
                ? await answer(cancellationToken)
                : new HttpResponseMessage(HttpStatusCode.NotFound);
        response.RequestMessage = request;
        return response;
    }
}
