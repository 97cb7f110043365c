using DatabricksApps.Errors;

namespace DatabricksApps;

/// <summary>
/// No token could be had for the app, so nothing was sent to it. The message says what happened, where, the likely
/// cause, and what to do next; it holds no secret.
/// </summary>
public sealed class AppAuthenticationException : AppException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The message; hidden characters of it are written as escapes.</param>
    /// <param name="innerException">The cause.</param>
    public AppAuthenticationException(string message, Exception? innerException = null)
        : base(VisibleText.Of(message), AppErrorReason.SignInFailed, innerException)
    {
    }

    /// <summary>Initializes the exception of a message in several lines, none of which a stranger's text can begin.</summary>
    internal AppAuthenticationException(IEnumerable<string> lines, Exception? innerException)
        : base(string.Join('\n', lines.Select(VisibleText.Of)), AppErrorReason.SignInFailed, innerException)
    {
    }

    /// <summary>Gets whether the same attempt may succeed a little later: the network failed, or a server was busy.</summary>
    internal bool IsTransient { get; init; }

    /// <summary>Gets the error code of the token endpoint (RFC 6749 §5.2); null: it gave none.</summary>
    internal string? OAuthError { get; init; }

    /// <summary>Gets how long the server asked to wait; null: it did not say.</summary>
    internal TimeSpan? RetryAfter { get; init; }
}
