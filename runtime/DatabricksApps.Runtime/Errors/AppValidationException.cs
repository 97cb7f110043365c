namespace DatabricksApps;

/// <summary>The app refused the values that were sent (422, FastAPI's <c>HTTPValidationError</c>).</summary>
public sealed class AppValidationException : AppException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The message.</param>
    /// <param name="errors">The refused values.</param>
    public AppValidationException(string message, IReadOnlyList<AppValidationError> errors)
        : base(message, AppErrorReason.InvalidRequest) => Errors = errors;

    /// <summary>Gets the refused values; at least one.</summary>
    public IReadOnlyList<AppValidationError> Errors { get; }

    internal override bool IsDeclared => true;
}
