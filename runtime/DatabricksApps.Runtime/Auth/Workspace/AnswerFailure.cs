using System.Globalization;
using DatabricksApps.Errors;

namespace DatabricksApps.Auth;

/// <summary>Explains answers of a workspace that are not what was asked for, whatever was asked.</summary>
internal static class AnswerFailure
{
    private const string CompareHost = "Compare Host (DATABRICKS_HOST) with the workspace's address in the browser.";

    /// <summary>Explains an answer that is no success.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="action">What failed by it, as the start of the sentence.</param>
    public static AppAuthenticationException Of(WorkspaceAnswer answer, string action)
    {
        string what = $"{action}: {Describe(answer)}";
        return (int)answer.Status switch
        {
            407 => WorkspaceFailure.ProxyRefused(new Uri(answer.Address).Authority, answer.Status),
            >= 300 and < 400 => AuthFailure.Of(
                what, "Host is not the workspace's own address, or a proxy wants a sign-in of its own.", CompareHost),
            429 => AuthFailure.Of(
                what, "too many requests in a short time.", Wait(answer), isTransient: true, retryAfter: answer.RetryAfter),
            502 or 503 or 504 => AuthFailure.Of(
                what, "the workspace or a proxy before it is overloaded or being updated.",
                "Call again in a minute; if it stays, look at https://status.databricks.com.",
                isTransient: true, retryAfter: answer.RetryAfter),
            >= 500 => AuthFailure.Of(
                what, "the workspace failed.", "Call again in a minute; if it stays, look at https://status.databricks.com."),
            _ => AuthFailure.Of(what, "Host is not a Databricks workspace, or it does not allow this network.", CompareHost),
        };
    }

    /// <summary>Explains a success without what it should bring.</summary>
    public static AppAuthenticationException NotJson(WorkspaceAnswer answer, string action, string promised) => AuthFailure.Of(
        $"{action}: {Describe(answer)} instead of {promised}",
        "Host is not a Databricks workspace, or a login page or proxy answers in its place.",
        CompareHost);

    /// <summary>Says what was answered: address, status and kind.</summary>
    public static string Describe(WorkspaceAnswer answer)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{answer.Address} answered {(int)answer.Status}");
        text += answer.MediaType is { } type ? $" with {Redaction.Hide(type, null)}" : "";
        return answer.RedirectHost is { } host ? $"{text}, a redirect to {host}" : text;
    }

    private static string Wait(WorkspaceAnswer answer) => answer.RetryAfter is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"Wait {Math.Ceiling(time.TotalSeconds):0} seconds (Retry-After), and call again.")
        : "Wait, and call less often.";
}
