using System.Globalization;
using System.Text.Json;
using DatabricksApps.Errors;

namespace DatabricksApps.Auth;

/// <summary>Explains what a token endpoint finds wrong with a request (RFC 6749 §5.2).</summary>
internal static class TokenFailure
{
    private const int LongestDescription = 500;

    /// <summary>Explains an answer that is no success.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="error">Its JSON; null: it has none.</param>
    /// <param name="secrets">What must not be shown.</param>
    public static AppAuthenticationException Of(WorkspaceAnswer answer, JsonElement? error, IEnumerable<string> secrets)
    {
        if (error is not { } json || AnswerJson.Text(json, "error") is not { } code)
        {
            if (error is { } own && AnswerJson.Text(own, "message") is { } message)
            {
                return OfWorkspace(answer, AnswerJson.Text(own, "error_code"), message, secrets);
            }

            return (int)answer.Status == 401 ? Client(AnswerFailure.Describe(answer)) : AnswerFailure.Of(answer, "no token");
        }

        string described = AnswerJson.Text(json, "error_description") is { } description ? $"{code}: {description}" : code;
        string what = string.Create(
            CultureInfo.InvariantCulture, $"{answer.Address} answered {(int)answer.Status}, {Safe(described, secrets)}");
        if (answer.IsTransient)
        {
            return AnswerFailure.Of(answer, $"no token, {Safe(described, secrets)}");
        }

        bool isScope = code == "invalid_scope" || described.Contains("scope", StringComparison.OrdinalIgnoreCase);
        return code switch
        {
            _ when isScope => AuthFailure.Of(
                what,
                "the scopes asked for are not assigned to the client's secret.",
                "Set Scopes to those that the secret was made with, or make a secret with more."),
            "invalid_client" or "unauthorized_client" => Client(what),
            _ when (int)answer.Status == 401 => Client(what),
            "temporarily_unavailable" or "server_error" => AuthFailure.Of(
                what, "the workspace's sign-in service failed.", "Call again in a minute; if it stays, look at https://status.databricks.com."),
            "invalid_grant" => AuthFailure.Of(
                what,
                "the sign-in has ended, or the token that was to be exchanged is not one of an issuer that the account trusts.",
                "Sign in anew; for workload identity, compare the federation policy with the token's issuer, audience and subject.",
                error: code),
            _ => AuthFailure.Of(
                what,
                "the service principal may not sign in to this workspace, or Host is another workspace than its own.",
                "Check that the service principal belongs to the workspace of Host (DATABRICKS_HOST)."),
        };
    }

    // Not in the words of OAuth but in those of the workspace's own API, which answers before its sign-in service is asked.
    private static AppAuthenticationException OfWorkspace(WorkspaceAnswer answer, string? code, string message, IEnumerable<string> secrets)
    {
        string said = Safe(code is null || int.TryParse(code, out _) ? message : $"{code}: {message}", secrets);
        string what = string.Create(CultureInfo.InvariantCulture, $"{answer.Address} answered {(int)answer.Status}, {said}");
        return answer.IsTransient ? AnswerFailure.Of(answer, $"no token, {said}")
            : WorkspaceWords.OfNetwork(message) is { } network ? AuthFailure.Of(what, network.Cause, network.Next)
            : (int)answer.Status == 401 ? Client(what)
            : AuthFailure.Of(what, null, "Do what the workspace says, or ask its admin.");
    }

    private static AppAuthenticationException Client(string what) => AuthFailure.Of(
        what,
        "the client id or secret is wrong, the secret has expired or was deleted, or the service principal does not belong to this workspace.",
        "Check ClientId and ClientSecret (DATABRICKS_CLIENT_ID, DATABRICKS_CLIENT_SECRET), and make a new OAuth secret for the service principal if it has expired.");

    private static string Safe(string text, IEnumerable<string> secrets)
    {
        string safe = SingleLine.Of(text, LongestDescription, secrets);
        return safe.TrimEnd('.');
    }
}
