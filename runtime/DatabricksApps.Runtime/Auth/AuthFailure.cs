using DatabricksApps.Errors;

namespace DatabricksApps.Auth;

/// <summary>Makes the exceptions of a failed sign-in.</summary>
internal static class AuthFailure
{
    /// <summary>Makes the exception.</summary>
    /// <param name="what">What happened and where, without a stop at the end.</param>
    /// <param name="cause">The likely cause, a sentence.</param>
    /// <param name="next">What to do next, a sentence.</param>
    /// <param name="inner">What was thrown.</param>
    /// <param name="isTransient">Whether the same attempt may succeed a little later.</param>
    /// <param name="retryAfter">How long the server asked to wait.</param>
    /// <param name="error">The error code of the token endpoint.</param>
    public static AppAuthenticationException Of(
        string what, string? cause, string? next, Exception? inner = null, bool isTransient = false, TimeSpan? retryAfter = null,
        string? error = null) =>
        new(FailureText.Of(FailureText.SignIn + what, cause, next), inner) { IsTransient = isTransient, RetryAfter = retryAfter, OAuthError = error };

    /// <summary>Makes the exception of several failures, the reasons first.</summary>
    public static AppAuthenticationException OfAll(IEnumerable<string> failures, string all) =>
        new($"{FailureText.SignIn}{string.Join(' ', failures)} ({all})");

    /// <summary>Makes the exception of what is told in several lines.</summary>
    public static AppAuthenticationException OfLines(IReadOnlyList<string> lines) => new([FailureText.SignIn + lines[0], .. lines.Skip(1)], null);

    /// <summary>Makes an exception of the same kind with more text.</summary>
    public static AppAuthenticationException With(AppAuthenticationException failure, string more) =>
        new([.. failure.Message.Split('\n')[..^1], $"{failure.Message.Split('\n')[^1]} {more}"], failure.InnerException)
        {
            IsTransient = failure.IsTransient, RetryAfter = failure.RetryAfter, OAuthError = failure.OAuthError,
        };

    /// <summary>Gets the message of an exception for a list of failures.</summary>
    public static string Detail(AppAuthenticationException failure) =>
        failure.Message.StartsWith(FailureText.SignIn, StringComparison.Ordinal) ? failure.Message[FailureText.SignIn.Length..] : failure.Message;
}
