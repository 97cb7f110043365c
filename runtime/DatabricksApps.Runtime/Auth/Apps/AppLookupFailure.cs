using System.Text.Json;
using DatabricksApps.Errors;

namespace DatabricksApps.Auth;

/// <summary>Explains why a workspace does not tell where an app is.</summary>
internal static class AppLookupFailure
{
    private const int LongestMessage = 300;

    /// <summary>Explains an answer that is no success.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="error">Its JSON; null: it has none.</param>
    /// <param name="name">The app.</param>
    /// <param name="workspace">Who was asked.</param>
    /// <param name="token">What must not be shown.</param>
    /// <param name="isProgram">Whether the program asked for itself, while its calls are signed as others.</param>
    public static AppException Of(WorkspaceAnswer answer, JsonElement? error, string name, WorkspaceHost workspace, string token, bool isProgram)
    {
        string what = AnswerFailure.Describe(answer);
        if (error is { } json && (AnswerJson.Text(json, "message") ?? AnswerJson.Text(json, "error_code")) is { } said)
        {
            what += ", " + SingleLine.Of(said, LongestMessage, [token]).TrimEnd('.');
        }

        return (int)answer.Status switch
        {
            404 => Of(name, AppErrorReason.NotFound, what,
                $"{workspace} has no app of this name.",
                "Compare AppName with the list of apps (databricks apps list), and Host (DATABRICKS_HOST) with their workspace."),
            403 => Of(name, AppErrorReason.Forbidden, what,
                isProgram ? "the program itself, as which the workspace is asked, may not see the app." : "whoever signs in may not see the app.",
                $"Give {(isProgram ? "the program's own identity" : "the caller")} CAN USE on the app {name} (Permissions), or set BaseAddress to the app's URL."),
            401 => Of(name, AppErrorReason.SignInRequired, what,
                $"the token is not one of {workspace}.",
                "Check that Host (DATABRICKS_HOST) is the workspace that the caller signs in to."),
            _ => Of(name, AnswerFailure.Of(answer, "the workspace did not tell")),
        };
    }

    /// <summary>Explains what the request ended in.</summary>
    public static AppException Of(string name, AppAuthenticationException failure) =>
        new(VisibleText.Of($"{Start(name)}{AuthFailure.Detail(failure)}"), AppErrorReason.Unreachable, failure.InnerException);

    /// <summary>Explains what is wrong.</summary>
    public static AppException Of(string name, AppErrorReason reason, string what, string? cause, string next) =>
        new(VisibleText.Of(FailureText.Of(Start(name) + what, cause, next)), reason);

    private static string Start(string name) => $"The app {name} could not be looked up: ";
}
