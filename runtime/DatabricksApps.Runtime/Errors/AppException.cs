using System.Net;

namespace DatabricksApps;

/// <summary>A call to an app failed. The message says what happened, where, the likely cause, and what to do next.</summary>
/// <remarks>Neither the message nor the properties hold a token or the query of the request.</remarks>
public class AppException : Exception
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reason">Why the call failed.</param>
    /// <param name="innerException">The cause.</param>
    public AppException(string message, AppErrorReason reason, Exception? innerException = null)
        : base(message, innerException) => Reason = reason;

    /// <summary>Gets why the call failed.</summary>
    public AppErrorReason Reason { get; }

    /// <summary>Gets the status of the answer; null if there was none.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Gets the HTTP method, such as <c>GET</c>.</summary>
    public string? Method { get; init; }

    /// <summary>Gets the path template of the document, such as <c>/api/items/{item_id}</c>.</summary>
    public string? Route { get; init; }

    /// <summary>Gets the id under which the app and the front door log the request (<c>X-Request-Id</c>).</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the text of the answer, at most its first 8,192 characters; null if there was none.</summary>
    public string? Body { get; init; }

    /// <summary>Gets whether the document declares the answer.</summary>
    internal virtual bool IsDeclared => false;
}
