namespace DatabricksApps.Http;

/// <summary>Holds the failure of one call in place of throwing it, where the caller asked for it as a value.</summary>
internal sealed class ExpectedFailure
{
    private bool _isOver;

    /// <summary>Gets the failure; null: there is none, or it is one that is thrown.</summary>
    public AppException? Value { get; private set; }

    /// <summary>Ends it: a client that somebody keeps would give nothing in place of a failure, to nobody who asks for it.</summary>
    public void Close() => _isOver = true;

    /// <summary>Throws if it has ended.</summary>
    public void CheckIsOpen()
    {
        if (_isOver)
        {
            throw new InvalidOperationException(
                "The client that ResultOfAsync and FailureOfAsync give to their function is for that call alone, and it is over. Make other calls with the client that they were called on.");
        }
    }

    /// <summary>Takes what an answer of the app said, if code can expect it.</summary>
    /// <remarks>
    /// What the document declares, and what says that the request is why: there is no such thing, its values are refused, it
    /// does not fit the state of things. What says nothing of the request (no sign-in, too many, a failure of the app) stays an exception.
    /// </remarks>
    /// <returns>Whether it is one.</returns>
    public bool TryTake(AppException failure)
    {
        if (!failure.IsDeclared && !IsOfRequest(failure))
        {
            return false;
        }

        Value = failure;
        return true;
    }

    private static bool IsOfRequest(AppException failure) =>
        failure.Reason is AppErrorReason.NotFound or AppErrorReason.InvalidRequest or AppErrorReason.RequestTooLarge
        || (failure.Reason == AppErrorReason.ErrorStatus && (int?)failure.StatusCode is >= 400 and < 500 and not 408);
}
