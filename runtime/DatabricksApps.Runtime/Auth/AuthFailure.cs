namespace DatabricksApps.Auth;

/// <summary>Composes what a failed sign-in tells: what happened, the likely cause, what to do next.</summary>
internal static class AuthFailure
{
    private const string Prefix = "Sign-in failed: ";

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
        string? error = null)
    {
        string message = $"{Prefix}{what}.";
        message += cause is null ? "" : $" Likely cause: {cause}";
        message += next is null ? "" : $" Next step: {next}{(next.EndsWith('.') ? "" : ".")}";
        return new AppAuthenticationException(message, inner) { IsTransient = isTransient, RetryAfter = retryAfter, OAuthError = error };
    }

    /// <summary>Makes the exception of several failures, the reasons first.</summary>
    public static AppAuthenticationException OfAll(IEnumerable<string> failures, string all) =>
        new($"{Prefix}{string.Join(' ', failures)} ({all})");

    /// <summary>Makes an exception of the same kind with more text.</summary>
    public static AppAuthenticationException With(AppAuthenticationException failure, string more) =>
        new($"{failure.Message} {more}", failure.InnerException)
        {
            IsTransient = failure.IsTransient, RetryAfter = failure.RetryAfter, OAuthError = failure.OAuthError,
        };

    /// <summary>Gets the message of an exception for a list of failures.</summary>
    public static string Detail(AppAuthenticationException failure) =>
        failure.Message.StartsWith(Prefix, StringComparison.Ordinal) ? failure.Message[Prefix.Length..] : failure.Message;
}
