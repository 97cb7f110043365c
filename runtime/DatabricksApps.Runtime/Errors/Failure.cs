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
        string? requestId = response is null ? null : RequestIdOf(request, response);
        return new AppException(
            FailureMessage.Of(request, explanation, requestId), explanation.Reason, cause)
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
        string? requestId = response is null ? null : RequestIdOf(request, response);
        return new AppException<T>(FailureMessage.Of(request, explanation, requestId), explanation.Reason, error)
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
        string? requestId = RequestIdOf(request, response);
        return new AppValidationException(FailureMessage.Of(request, response, errors, requestId), errors)
        {
            StatusCode = response.StatusCode,
            Method = request.Method.Method,
            Route = request.Route,
            RequestId = requestId,
            Body = body,
        };
    }

    /// <summary>Makes the exception of values that were not sent, since the app would refuse them.</summary>
    public static AppValidationException NotSent(AppRequest request, IReadOnlyList<AppValidationError> errors) =>
        new(FailureMessage.OfNotSent(request, errors), errors) { Method = request.Method.Method, Route = request.Route };

    /// <summary>Gets the text of a body for an exception: its start, without tokens.</summary>
    public static string BodyText(AppRequest request, ReadOnlySpan<byte> utf8)
    {
        // A character has at most four bytes; what the cut leaves of one becomes U+FFFD and falls to the second cut.
        ReadOnlySpan<byte> start = utf8.Length > LongestBody * 4 ? utf8[..(LongestBody * 4)] : utf8;
        string text = Redaction.HideSent(request, Encoding.UTF8.GetString(start));
        return LenientText.Cut(start.Length < utf8.Length ? WithoutCutSecret(request, text) : text, LongestBody);
    }

    // The cut may have gone through a secret, of which no form is found then: the end goes too, as far as one may reach.
    private static string WithoutCutSecret(AppRequest request, string text)
    {
        const int longestEscape = 6;
        int longest = Math.Max(request.SentToken?.Length ?? 0, request.SentKeys?.Max(key => key.Length) ?? 0);
        int word = text.AsSpan().LastIndexOfAny(" \t\r\n\",;<>()[]{}") + 1;
        return text[..Math.Max(word, text.Length - (longestEscape * longest))];
    }

    /// <summary>Gets the id under which the request is logged: what the app says it is, without tokens.</summary>
    public static string? RequestIdOf(AppRequest request, HttpResponseMessage response) =>
        (Header(response, "X-Request-Id") ?? Header(response, "X-Databricks-Request-Id")) is { } id ? Redaction.HideSent(request, id) : null;

    private static string? Header(HttpResponseMessage response, string name)
    {
        const int longest = 128;
        return response.Headers.NonValidated.TryGetValues(name, out var values)
            && values.ToString() is { Length: > 0 and <= longest } value
            && HeaderText.IsValid(value) ? value : null;
    }
}
