namespace DatabricksApps;

/// <summary>The app answered an error that the document declares, with its body.</summary>
/// <typeparam name="T">The type of the declared body.</typeparam>
public sealed class AppException<T> : AppException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reason">Why the call failed.</param>
    /// <param name="error">The body of the answer.</param>
    public AppException(string message, AppErrorReason reason, T error)
        : base(message, reason) => Error = error;

    /// <summary>Gets the body of the answer.</summary>
    public T Error { get; }

    internal override bool IsDeclared => true;
}
