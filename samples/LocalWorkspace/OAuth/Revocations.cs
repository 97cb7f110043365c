using System.Security.Claims;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace LocalWorkspace.OAuth;

/// <summary>Revokes access tokens and refresh tokens (RFC 7009).</summary>
internal sealed class Revocations(TokenLog log, RedeemedTickets tickets)
    : IOpenIddictServerHandler<OpenIddictServerEvents.HandleRevocationRequestContext>
{
    public ValueTask HandleAsync(OpenIddictServerEvents.HandleRevocationRequestContext context)
    {
        ClaimsPrincipal token = context.GenericTokenPrincipal!;
        if (token.GetClaim(OpenIddictConstants.Claims.JwtId) is { } id)
        {
            log.Revoke(id);
        }
        else
        {
            tickets.TryRedeem(token);
        }

        return ValueTask.CompletedTask;
    }
}
