using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps;

/// <summary>A successful answer as it came: status, headers and the body, which nothing has read.</summary>
/// <remarks>
/// What a client's <c>AnswerOfAsync</c> gives, for a route whose document says less or something else than the app sends. It
/// holds its connection until the body is read to the end or the answer is disposed.
/// </remarks>
public sealed class AppAnswer : IAsyncDisposable, IDisposable
{
    private readonly AppResponseInfo _info;
    private readonly AppRequest _request;
    private readonly HttpResponseMessage _response;
    private readonly long _limit;

    private AppAnswer(AppRequest request, HttpResponseMessage response, long limit, AppFile body)
    {
        _info = new AppResponseInfo(request, response);
        _request = request;
        _response = response;
        _limit = limit;
        Body = body;
    }

    /// <summary>Gets the status, which is a success: any other is thrown as an <see cref="AppException"/>.</summary>
    public HttpStatusCode StatusCode => _info.StatusCode;

    /// <summary>Gets the headers, as the app sent them.</summary>
    public HttpResponseHeaders Headers => _info.Headers;

    /// <summary>Gets the headers that describe the body.</summary>
    public HttpContentHeaders ContentHeaders => _info.ContentHeaders;

    /// <summary>Gets the id under which the app and the front door log the request (<c>X-Request-Id</c>); null if the answer has none.</summary>
    public string? RequestId => _info.RequestId;

    /// <summary>Gets the body, to stream, copy or save. It can be read once.</summary>
    public AppFile Body { get; }

    /// <summary>Reads the body as text, in the charset of its <c>Content-Type</c>, else UTF-8.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidOperationException">The body was read before.</exception>
    /// <exception cref="AppException">
    /// The body is larger than <see cref="DatabricksAppOptions.MaxResponseBytes"/>, or the connection that it comes over was cut.
    /// </exception>
    public async Task<string> ReadTextAsync(CancellationToken cancellationToken = default)
    {
        Stream body = await Body.OpenReadAsync(cancellationToken).ConfigureAwait(false);
        using PooledBuffer text = await BodyReader.ReadAsync(_request, _response, _limit, cancellationToken, body).ConfigureAwait(false);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    /// <summary>Releases the connection.</summary>
    public void Dispose() => Body.Dispose();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync() => Body.DisposeAsync();

    internal static async ValueTask<AppAnswer> OfAsync(
        AppRequest request, HttpResponseMessage response, long limit, CancellationToken cancellationToken)
    {
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return new AppAnswer(request, response, limit, ResponseFile.Of(request, response, body));
    }
}
