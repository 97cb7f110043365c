using System.Collections.Immutable;
using System.Security.Claims;
using OpenIddict.Abstractions;

namespace LocalWorkspace.OAuth;

/// <summary>Makes what tokens are made of.</summary>
internal static class Principals
{
    /// <summary>Makes the principal of a subject.</summary>
    public static ClaimsPrincipal Create(string subject, ImmutableArray<string> scopes)
    {
        ClaimsPrincipal principal = new(new ClaimsIdentity("OAuth"));
        principal.SetClaim(OpenIddictConstants.Claims.Subject, subject).SetScopes(scopes);
        RedeemedTickets.Stamp(principal);
        return principal;
    }

    /// <summary>Makes the principal that follows from a code or a refresh token.</summary>
    public static ClaimsPrincipal Renew(ClaimsPrincipal redeemed)
    {
        ClaimsPrincipal principal = redeemed.Clone();
        RedeemedTickets.Stamp(principal);
        return principal;
    }
}
