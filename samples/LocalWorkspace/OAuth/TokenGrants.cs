using System.Collections.Immutable;
using System.Security.Claims;
using LocalWorkspace.Identities;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace LocalWorkspace.OAuth;

/// <summary>Decides for whom a token is, and what it allows.</summary>
internal sealed class TokenGrants(WorkspaceOptions options, IdentityStore identities, RedeemedTickets tickets, ScopeRules rules)
    : IOpenIddictServerHandler<OpenIddictServerEvents.HandleTokenRequestContext>
{
    public ValueTask HandleAsync(OpenIddictServerEvents.HandleTokenRequestContext context) => context.Request switch
    {
        { } request when request.IsClientCredentialsGrantType() => GrantServicePrincipal(context),
        { } request when request.IsTokenExchangeGrantType() => Grant(context, context.SubjectTokenPrincipal!.GetClaim(OpenIddictConstants.Claims.Subject)!),
        { } request when request.IsAuthorizationCodeGrantType() => Redeem(context, context.AuthorizationCodePrincipal!, once: true),
        _ => Redeem(context, context.RefreshTokenPrincipal!, options.RotatesRefreshTokens),
    };

    private ValueTask GrantServicePrincipal(OpenIddictServerEvents.HandleTokenRequestContext context)
    {
        ServicePrincipal principal = identities.FindServicePrincipal(context.ClientId)!;
        return Grant(context, principal.ClientId, principal.Scopes);
    }

    private ValueTask Grant(
        OpenIddictServerEvents.HandleTokenRequestContext context, string subject, IReadOnlyList<string>? assigned = null)
    {
        if (rules.Grant(context, context.Request, assigned) is ImmutableArray<string> scopes)
        {
            context.SignIn(Principals.Create(subject, scopes));
        }

        return ValueTask.CompletedTask;
    }

    private ValueTask Redeem(OpenIddictServerEvents.HandleTokenRequestContext context, ClaimsPrincipal code, bool once)
    {
        bool isFresh = once ? tickets.TryRedeem(code) : !tickets.IsRedeemed(code);
        if (!isFresh)
        {
            return context.Refuse(
                OpenIddictConstants.Errors.InvalidGrant,
                context.Request.IsRefreshTokenGrantType() ? "Refresh token is invalid" : "The authorization code was used before.");
        }

        context.SignIn(Principals.Renew(code));
        return ValueTask.CompletedTask;
    }
}
