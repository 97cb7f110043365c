namespace DatabricksApps.Generated;

public sealed partial class AppConnection
{
    private readonly IDictionary<string, string>? _apiKeys;

    /// <summary>Adds an API key to the headers, if the options have it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="scheme">The name of the security scheme in the document.</param>
    /// <param name="name">The header.</param>
    /// <exception cref="ArgumentException">The key holds control or non-ASCII characters.</exception>
    public void AddApiKeyHeader(AppRequest request, string scheme, string name) => request.AddHeader(name, KeyOf(request, scheme));

    /// <summary>Adds an API key to the query, if the options have it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="scheme">The name of the security scheme in the document.</param>
    /// <param name="name">The query parameter.</param>
    public void AddApiKeyQuery(AppRequest request, string scheme, string name) => request.AddQuery(name, KeyOf(request, scheme));

    /// <summary>Adds an API key to the cookies, if the options have it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="scheme">The name of the security scheme in the document.</param>
    /// <param name="name">The cookie.</param>
    public void AddApiKeyCookie(AppRequest request, string scheme, string name) => request.AddCookie(name, KeyOf(request, scheme));

    private string? KeyOf(AppRequest request, string scheme)
    {
        if (_apiKeys is null || !_apiKeys.TryGetValue(scheme, out string? key) || string.IsNullOrEmpty(key))
        {
            return null;
        }

        (request.SentKeys ??= []).Add(key);
        return key;
    }
}
