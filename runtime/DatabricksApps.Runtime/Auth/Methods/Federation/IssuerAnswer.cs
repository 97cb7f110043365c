using System.Text.Json;

namespace DatabricksApps.Auth;

/// <summary>Reads what the issuer of a job's token answers.</summary>
internal static class IssuerAnswer
{
    /// <summary>Gets the token.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="member">The member of its JSON that holds the token.</param>
    /// <param name="issuer">Who was asked.</param>
    /// <param name="next">What to do if there is none.</param>
    /// <exception cref="AppAuthenticationException">There is none.</exception>
    public static string Token(WorkspaceAnswer answer, string member, string issuer, string next)
    {
        using JsonDocument? document = answer.IsSuccess ? AnswerJson.Parse(answer) : null;
        return document is not null && AnswerJson.Text(document.RootElement, member) is { } token
            ? token
            : throw AuthFailure.Of(
                $"{issuer} issued no token: {AnswerFailure.Describe(answer)}",
                "the job may not ask for one.",
                next,
                isTransient: answer.IsTransient,
                retryAfter: answer.RetryAfter);
    }
}
