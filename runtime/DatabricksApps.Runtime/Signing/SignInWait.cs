using System.Globalization;
using DatabricksApps.Auth;
using DatabricksApps.Errors;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Signing;

/// <summary>Waits for a sign-in before the time of a call begins: a person needs longer at the browser than an app may take.</summary>
/// <param name="tokens">What signs in, and keeps the token for the handler that sends it.</param>
/// <param name="limit">The time for it.</param>
internal sealed class SignInWait(ITokenSource tokens, TimeSpan limit)
{
    /// <exception cref="AppException">No token could be had.</exception>
    public async ValueTask WaitAsync(AppRequest request, CancellationToken cancellationToken)
    {
        Deadline time = Deadline.Start(limit, cancellationToken);
        try
        {
            request.Lacks = DatabricksAppHandler.LacksToken;
            await tokens.GetTokenAsync(time.Token).ConfigureAwait(false);
            request.Lacks = null;
        }
        catch (OperationCanceledException exception)
        {
            throw time.Expired is { } expired ? TimedOut(request, expired)
                : TransportFailure.Translate(exception, request, null, null, null, cancellationToken) ?? exception;
        }
        finally
        {
            time.Dispose();
        }
    }

    /// <summary>Lets the time of a call stand still where the token is refused, and the person is asked again.</summary>
    public void Watch(AppRequest request, Deadline deadline)
    {
        if (request.Identity is null && deadline.Pausable(limit) is { } time)
        {
            request.Time = time;
        }
    }

    /// <summary>Leaves the time of a call that has ended.</summary>
    public void Leave(AppRequest request) => request.Time?.End();

    private static AppException TimedOut(AppRequest request, TimeSpan expired) => Failure.Of(
        request,
        null,
        new Explanation(
            AppErrorReason.SignInFailed,
            string.Create(CultureInfo.InvariantCulture, $"{DatabricksAppHandler.LacksToken} within {expired.TotalSeconds:0.###} seconds"),
            "who or what signs in takes longer; the app was sent nothing.",
            "Call again. If it stays so, allow more time (SignInTimeout of the options) and look at the log of DatabricksApps.Auth."),
        cause: new TimeoutException());
}
