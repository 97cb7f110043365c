using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Errors;

/// <summary>
/// Composes the messages of exceptions, such as <c>GET /api/items: the app has no such item (404). Next step: … (request id abc)</c>,
/// in one buffer: a refused value is a failure that programs live with.
/// </summary>
internal static class FailureMessage
{
    private const int MostErrors = 5;

    /// <summary>Tells what is explained.</summary>
    public static string Of(AppRequest request, Explanation explanation, string? requestId)
    {
        TextBuffer text = Begin(request);
        text.Append(explanation.What);
        if (!request.IsNotRepeated)
        {
            return End(ref text, request, explanation.Cause, explanation.Next, requestId);
        }

        text.Append("; the call was not repeated with another token, since its body may not be readable a second time");
        const string again = "Make the call again, with its body from the start: it gets another token.";
        return End(ref text, request, explanation.Cause, explanation.Next is { } next ? $"{again} If that is refused as well: {next}" : again, requestId);
    }

    /// <summary>Tells which values were refused: the first few.</summary>
    public static string Of(
        AppRequest request, HttpResponseMessage response, IReadOnlyList<AppValidationError> errors, string? requestId)
    {
        TextBuffer text = Begin(request);
        text.Append("the app refused ");
        AppendCount(ref text, errors);
        text.Append(" (");
        text.AppendNumber((int)response.StatusCode, Escaping.None);
        text.Append(')');
        AppendFirst(ref text, errors);
        return End(ref text, request, cause: null, next: null, requestId);
    }

    /// <summary>Tells which values were not sent: the first few.</summary>
    public static string OfNotSent(AppRequest request, IReadOnlyList<AppValidationError> errors)
    {
        TextBuffer text = Begin(request);
        text.Append("nothing was sent, since the document refuses ");
        AppendCount(ref text, errors);
        AppendFirst(ref text, errors);
        const string next = "Give values that the document allows. If it is the document that is wrong, CheckRequests = false in the options of the call sends them as they are.";
        return End(ref text, request, cause: null, next, requestId: null);
    }

    private static void AppendCount(ref TextBuffer text, IReadOnlyList<AppValidationError> errors)
    {
        if (errors.Count == 1)
        {
            text.Append("a value");
        }
        else
        {
            text.AppendNumber(errors.Count, Escaping.None);
            text.Append(" values");
        }
    }

    private static void AppendFirst(ref TextBuffer text, IReadOnlyList<AppValidationError> errors)
    {
        for (int i = 0; i < Math.Min(errors.Count, MostErrors); i++)
        {
            text.Append(i == 0 ? ": " : "; ");
            text.Append(errors[i].Member);
            text.Append(errors[i].Member.Length == 0 ? "" : ": ");
            text.Append(errors[i].Message);
        }

        if (errors.Count > MostErrors)
        {
            text.Append("; and ");
            text.AppendNumber(errors.Count - MostErrors, Escaping.None);
            text.Append(" more");
        }
    }

    private static TextBuffer Begin(AppRequest request)
    {
        TextBuffer text = default;
        text.Append(request.Method.Method);
        text.Append(' ');
        text.Append(request.Route);
        text.Append(": ");
        return text;
    }

    private static string End(ref TextBuffer text, AppRequest request, string? cause, string? next, string? requestId)
    {
        text.Append(text.Span.EndsWith(".") ? "" : ".");
        Append(ref text, FailureText.LikelyCause, cause);
        Append(ref text, FailureText.NextStep, next);
        if (requestId is not null)
        {
            Append(ref text, " (request id ", requestId);
            text.Append(')');
        }

        string message = VisibleText.Of(Redaction.HideSent(request, text.ToString()));
        text.Release();
        return message;
    }

    private static void Append(ref TextBuffer text, string label, string? value)
    {
        if (value is not null)
        {
            text.Append(label);
            text.Append(value);
        }
    }
}
