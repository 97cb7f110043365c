using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace DatabricksApps.Prism;

/// <summary>Signs in as the document asks, asks Prism for one kind of answer, and keeps what went by.</summary>
internal sealed class PrismHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
{
    private const int MostShown = 1500;

    /// <summary>Gets or sets the operation that is called.</summary>
    public Operation? Current { get; set; }

    /// <summary>Gets or sets whether Prism makes up the answer rather than give the document's example.</summary>
    public bool IsDynamic { get; set; }

    /// <summary>Gets the last exchange; null before the first.</summary>
    public Exchange? Last { get; private set; }

    /// <summary>Forgets the last exchange.</summary>
    public void Reset() => Last = null;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        foreach (JsonObject scheme in Current?.Security ?? [])
        {
            SignIn(request, scheme);
        }

        if (IsDynamic)
        {
            request.Headers.Add("Prefer", "dynamic=true");
        }

        string sent = request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        string headers = $"{request.Headers}{request.Content?.Headers}".ReplaceLineEndings("\n");
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        Last = new Exchange(
            $"{request.Method} {request.RequestUri!.PathAndQuery}\n{headers}{sent[..Math.Min(sent.Length, MostShown)]}",
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            Encoding.UTF8.GetString(body));
        return response;
    }

    private static void SignIn(HttpRequestMessage request, JsonObject scheme)
    {
        string name = scheme["name"]?.ToString() ?? "key";
        switch (scheme["type"]?.ToString(), scheme["in"]?.ToString())
        {
            case ("apiKey", "query"):
                string address = request.RequestUri!.AbsoluteUri;
                request.RequestUri = new Uri($"{address}{(address.Contains('?') ? '&' : '?')}{Uri.EscapeDataString(name)}=key");
                break;
            case ("apiKey", "cookie"):
                string earlier = request.Headers.TryGetValues("Cookie", out IEnumerable<string>? cookies) ? string.Join("; ", cookies) + "; " : "";
                request.Headers.Remove("Cookie");
                request.Headers.TryAddWithoutValidation("Cookie", $"{earlier}{name}=key");
                break;
            case ("apiKey", _):
                request.Headers.TryAddWithoutValidation(name, "key");
                break;
            case ("basic", _):
            case ("http", _) when string.Equals(scheme["scheme"]?.ToString(), "basic", StringComparison.OrdinalIgnoreCase):
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "dXNlcjpwYXNzd29yZA==");
                break;
            case ("http", _) when string.Equals(scheme["scheme"]?.ToString(), "digest", StringComparison.OrdinalIgnoreCase):
                request.Headers.TryAddWithoutValidation("Authorization", "Digest username=\"user\", realm=\"r\", nonce=\"n\", uri=\"x\", response=\"00\"");
                break;
            default:
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "token");
                break;
        }
    }
}

/// <summary>A request and its answer.</summary>
/// <param name="Request">The request as text.</param>
/// <param name="Status">The status code.</param>
/// <param name="MediaType">The answer's media type.</param>
/// <param name="Body">The answer's body.</param>
internal sealed record Exchange(string Request, int Status, string? MediaType, string Body)
{
    private const string Errors = "https://stoplight.io/prism/errors#";

    /// <summary>Gets the name of Prism's own error, such as <c>UNPROCESSABLE_ENTITY</c>; null if the answer is the document's.</summary>
    public string? PrismError { get; } = ErrorOf(Body);

    private static string? ErrorOf(string body)
    {
        int start = body.IndexOf(Errors, StringComparison.Ordinal);
        int end = start < 0 ? -1 : body.IndexOf('"', start);
        return end < 0 ? null : body[(start + Errors.Length)..end];
    }
}
