using LocalWorkspace.Identities;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace LocalWorkspace.OAuth;

/// <summary>Checks who asks to revoke a token.</summary>
internal sealed class RevocationClients(IdentityStore identities)
    : IOpenIddictServerHandler<OpenIddictServerEvents.ValidateRevocationRequestContext>
{
    public ValueTask HandleAsync(OpenIddictServerEvents.ValidateRevocationRequestContext context)
    {
        bool isKnown = context.ClientId == PublicClient.Id
            || (identities.FindServicePrincipal(context.ClientId) is { } principal
                && IdentityStore.IsSecretOf(principal, context.ClientSecret));
        return isKnown
            ? ValueTask.CompletedTask
            : context.Refuse(OpenIddictConstants.Errors.InvalidClient, "Client authentication failed");
    }
}
