using DatabricksApps.Errors;
using DatabricksApps.Generated;
using DatabricksApps.Http;
using DatabricksApps.Signing;

namespace DatabricksApps;

/// <summary>
/// Signs requests to one app with a Databricks OAuth token. The clients' <c>Create</c> and <c>Add…Client</c> put it into
/// their pipelines; use it yourself to sign with an <see cref="HttpClient"/> of your own.
/// </summary>
/// <remarks>
/// The token goes to the origin of <see cref="DatabricksAppOptions.BaseAddress"/> only; requests to other origins pass
/// unsigned. The handler that ends the pipeline should have <c>AllowAutoRedirect</c> off: a redirect of the front door
/// leads to a login page.
/// </remarks>
public sealed class DatabricksAppHandler : DelegatingHandler
{
    private readonly Origin _origin;
    private readonly AppCredential _credential;
    private readonly string[] _scopes;
    private SignedHeader? _header;

    /// <summary>Initializes a handler; something else sets what it passes requests to.</summary>
    /// <param name="options">The app and the token.</param>
    /// <exception cref="ArgumentException">The options are not complete or not valid.</exception>
    public DatabricksAppHandler(DatabricksAppOptions options)
        : this(options, [])
    {
    }

    /// <summary>Initializes a handler.</summary>
    /// <param name="options">The app and the token.</param>
    /// <param name="innerHandler">What sends the signed requests.</param>
    /// <exception cref="ArgumentException">The options are not complete or not valid.</exception>
    public DatabricksAppHandler(DatabricksAppOptions options, HttpMessageHandler innerHandler)
        : this(options, []) => InnerHandler = innerHandler;

    internal DatabricksAppHandler(DatabricksAppOptions options, string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _origin = new Origin(options.BaseAddress);
        _credential = AppCredential.From(options);
        _scopes = scopes;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.RequestUri is not { } sent || !_origin.Contains(sent))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        string? token = await _credential.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        if (token is not null)
        {
            Sign(request, token);
        }

        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            CheckNotRedirected(request, response, sent);
            return response;
        }
        finally
        {
            // The message lives on in the response, in logs and in the caller's hands; the token does not.
            request.Headers.Remove("Authorization");
        }
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: a token may have to be fetched first.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Requests to an app are signed asynchronously. Use SendAsync.");

    private void Sign(HttpRequestMessage request, string token)
    {
        SignedHeader? header = _header;
        if (header is null || header.Token != token)
        {
            if (!HeaderText.IsToken(token))
            {
                throw new InvalidOperationException(
                    "The token provider gave a token that is empty or holds characters that no bearer token has (RFC 6750 §2.1).");
            }

            _header = header = new SignedHeader(token);
        }

        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", header.Value);
        if (request is AppRequest call)
        {
            call.SentToken = token;
            call.Scopes = _scopes;
        }
    }

    // A handler cannot keep the one beneath it from following redirects, only see that it did.
    private static void CheckNotRedirected(HttpRequestMessage request, HttpResponseMessage response, Uri sent)
    {
        Uri? answered = response.RequestMessage?.RequestUri;
        if (answered is null || ReferenceEquals(answered, sent) || !RedirectExplanation.IsLogin(answered))
        {
            return;
        }

        string what = $"the HttpClient followed a redirect to the login page of {answered.Host}";
        AppRequest call = request as AppRequest ?? new AppRequest(request.Method, sent.AbsolutePath) { SentToken = "" };
        AppException failure = Failure.Of(call, response, SignIn.ExplainRedirect(call, what, answered.Host));
        response.Dispose();
        throw failure;
    }

    /// <summary>A token and its header, made once as long as the token stays the same.</summary>
    private sealed class SignedHeader(string token)
    {
        public string Token { get; } = token;

        public string Value { get; } = "Bearer " + token;
    }
}
