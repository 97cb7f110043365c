using LocalWorkspace.Identities;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace LocalWorkspace.OAuth;

/// <summary>Checks who asks for a token.</summary>
internal sealed class TokenClients(IdentityStore identities)
    : IOpenIddictServerHandler<OpenIddictServerEvents.ValidateTokenRequestContext>
{
    /// <summary>After the grant type is known to be a supported one, and before anything else.</summary>
    public static int Order => OpenIddictServerHandlers.Exchange.ValidateGrantType.Descriptor.Order + 1;

    public ValueTask HandleAsync(OpenIddictServerEvents.ValidateTokenRequestContext context) => context.Request switch
    {
        _ when context.Request.IsClientCredentialsGrantType() => CheckSecret(context),
        _ when context.Request.IsTokenExchangeGrantType() => ValueTask.CompletedTask,
        _ when context.ClientId == PublicClient.Id && context.ClientSecret is null => ValueTask.CompletedTask,
        _ => Refuse(context),
    };

    private ValueTask CheckSecret(OpenIddictServerEvents.ValidateTokenRequestContext context) =>
        identities.FindServicePrincipal(context.ClientId) is { } principal && IdentityStore.IsSecretOf(principal, context.ClientSecret)
            ? ValueTask.CompletedTask
            : Refuse(context);

    private static ValueTask Refuse(OpenIddictServerEvents.ValidateTokenRequestContext context) =>
        context.Refuse(OpenIddictConstants.Errors.InvalidClient, "Client authentication failed");
}
