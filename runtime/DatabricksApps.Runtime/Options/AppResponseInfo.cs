using System.Net;
using System.Net.Http.Headers;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps;

/// <summary>The status and the headers of an answer.</summary>
public sealed class AppResponseInfo
{
    internal AppResponseInfo(AppRequest request, HttpResponseMessage response)
    {
        StatusCode = response.StatusCode;
        Headers = response.Headers;
        ContentHeaders = response.Content.Headers;
        RequestId = Failure.RequestIdOf(request, response);
    }

    /// <summary>Gets the status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the headers, as the app sent them.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>Gets the headers that describe the body.</summary>
    public HttpContentHeaders ContentHeaders { get; }

    /// <summary>Gets the id under which the app and the front door log the request (<c>X-Request-Id</c>); null if the answer has none.</summary>
    public string? RequestId { get; }
}
