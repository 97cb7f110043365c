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
            throw TransportFailure.Translate(exception, request, null, time.Expired, null, cancellationToken) ?? exception;
        }
        finally
        {
            time.Dispose();
        }
    }
}
