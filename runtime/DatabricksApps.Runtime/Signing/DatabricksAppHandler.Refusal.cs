using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Http;
using DatabricksApps.Signing;

namespace DatabricksApps;

/// <content>What is done about a token that the app refuses.</content>
public sealed partial class DatabricksAppHandler
{
    private static async ValueTask<bool> IsRefusedAsync(HttpResponseMessage response, Uri sent, CancellationToken cancellationToken)
    {
        try
        {
            return await TokenRefusal.IsOfAsync(response, sent, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // Sends once more, with another token than the refused one; without one the refusal stands.
    private async ValueTask<HttpResponseMessage> SendAgainAsync(
        HttpRequestMessage request, AppRequest? call, ITokenSource tokens, AppToken refused, HttpResponseMessage refusal, Uri sent,
        CancellationToken cancellationToken)
    {
        if (!Replay.IsPossible(request.Content))
        {
            // The token is refused all the same, and the next call is not to send it.
            tokens.Invalidate(refused);
            if (call is not null)
            {
                call.IsNotRepeated = tokens is not FixedTokenSource;
            }

            return refusal;
        }

        AppToken? token = await ReplaceAsync(call, tokens, refused, refusal, cancellationToken).ConfigureAwait(false);
        if (token is null)
        {
            return refusal;
        }

        refusal.Dispose();
        return await SendSignedAsync(request, call, sent, tokens, token, cancellationToken).ConfigureAwait(false);
    }

    // Gets another token than the refused one; null if there is none, and the refusal stands.
    private static async ValueTask<AppToken?> ReplaceAsync(
        AppRequest? call, ITokenSource tokens, AppToken refused, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            tokens.Invalidate(refused);
            if (call is not null)
            {
                // Refused, so that the app did nothing: what is slow now is the sign-in, for which a person has her own time.
                call.Lacks = LacksToken;
                call.Time?.Pause();
            }

            AppToken other = await tokens.GetTokenAsync(cancellationToken).ConfigureAwait(false);
            if (call is not null)
            {
                call.Lacks = null;
                call.Time?.Resume();
            }

            return other.Value == refused.Value ? null : other;
        }
        catch (Exception exception)
        {
            response.Dispose();
            _ = IsCallers(call, exception, cancellationToken);
            throw;
        }
    }
}
