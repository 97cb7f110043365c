using System.Text;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Errors;

/// <summary>Makes exceptions that say where they come from.</summary>
internal static class Failure
{
    private const int LongestBody = 8192;

    /// <summary>Makes an exception.</summary>
    public static AppException Of(
        AppRequest request, HttpResponseMessage? response, Explanation explanation, string? body = null, Exception? cause = null)
    {
        string? requestId = response is null ? null : RequestIdOf(response);
        return new AppException(
            MessageOf(request, explanation, requestId), explanation.Reason, cause)
        {
            StatusCode = response?.StatusCode,
            Method = request.Method.Method,
            Route = request.Route,
            RequestId = requestId,
            Body = body,
        };
    }

    /// <summary>Makes the exception of a declared error.</summary>
    public static AppException<T> Of<T>(AppRequest request, HttpResponseMessage? response, Explanation explanation, string body, T error)
    {
        string? requestId = response is null ? null : RequestIdOf(response);
        return new AppException<T>(MessageOf(request, explanation, requestId), explanation.Reason, error)
        {
            StatusCode = response?.StatusCode,
            Method = request.Method.Method,
            Route = request.Route,
            RequestId = requestId,
            Body = body,
        };
    }

    /// <summary>Makes the exception of refused values.</summary>
    public static AppValidationException Of(
        AppRequest request, HttpResponseMessage response, IReadOnlyList<AppValidationError> errors, string body)
    {
        string? requestId = RequestIdOf(response);
        return new AppValidationException(MessageOf(request, response, errors, requestId), errors)
        {
            StatusCode = response.StatusCode,
            Method = request.Method.Method,
            Route = request.Route,
            RequestId = requestId,
            Body = body,
        };
    }

    /// <summary>Gets the text of a body for an exception: its start, without tokens.</summary>
    public static string BodyText(AppRequest request, ReadOnlySpan<byte> utf8)
    {
        // A character has at most four bytes; what the cut leaves of one becomes U+FFFD and falls to the second cut.
        ReadOnlySpan<byte> start = utf8.Length > LongestBody * 4 ? utf8[..(LongestBody * 4)] : utf8;
        string text = Redaction.HideSent(request, Encoding.UTF8.GetString(start));
        return text.Length <= LongestBody ? text : text[..LongestBody];
    }

    /// <summary>Gets the id under which the request is logged.</summary>
    public static string? RequestIdOf(HttpResponseMessage response) =>
        Header(response, "X-Request-Id") ?? Header(response, "X-Databricks-Request-Id");

    private static string? Header(HttpResponseMessage response, string name)
    {
        const int longest = 128;
        return response.Headers.NonValidated.TryGetValues(name, out var values)
            && values.ToString() is { Length: > 0 and <= longest } value
            && HeaderText.IsValid(value) ? value : null;
    }

    private static string MessageOf(AppRequest request, Explanation explanation, string? requestId) =>
        Redaction.HideSent(request, explanation.Compose(request.Method.Method, request.Route, requestId));

    // What Explanation.Compose would say, without its parts: of all failures this is the one that programs live with.
    private static string MessageOf(
        AppRequest request, HttpResponseMessage response, IReadOnlyList<AppValidationError> errors, string? requestId)
    {
        const int mostShown = 5;
        TextBuffer text = default;
        text.Append(request.Method.Method);
        text.Append(' ');
        text.Append(request.Route);
        text.Append(": the app refused ");
        AppendCount(ref text, errors.Count);
        text.Append(" (");
        text.AppendNumber((int)response.StatusCode, Escaping.None);
        text.Append(')');
        for (int i = 0; i < Math.Min(errors.Count, mostShown); i++)
        {
            text.Append(i == 0 ? ": " : "; ");
            text.Append(errors[i].Member);
            text.Append(errors[i].Member.Length == 0 ? "" : ": ");
            text.Append(errors[i].Message);
        }

        if (errors.Count > mostShown)
        {
            text.Append("; and ");
            text.AppendNumber(errors.Count - mostShown, Escaping.None);
            text.Append(" more");
        }

        text.Append(text.Span.EndsWith(".") ? "" : ".");
        if (requestId is not null)
        {
            text.Append(" (request id ");
            text.Append(requestId);
            text.Append(')');
        }

        string message = Redaction.HideSent(request, text.ToString());
        text.Release();
        return message;
    }

    private static void AppendCount(ref TextBuffer text, int count)
    {
        if (count == 1)
        {
            text.Append("a value");
            return;
        }

        text.AppendNumber(count, Escaping.None);
        text.Append(" values");
    }
}
