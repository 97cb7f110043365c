using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace LocalWorkspace.OAuth;

/// <summary>Checks who asks for an authorization code, and where it would go.</summary>
/// <remarks>Refused here means refused on the page: RFC 6749 §4.1.2.1 forbids to redirect to an address that is not the client's.</remarks>
internal sealed class AuthorizationClients : IOpenIddictServerHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>
{
    public ValueTask HandleAsync(OpenIddictServerEvents.ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId != PublicClient.Id)
        {
            return context.Refuse(OpenIddictConstants.Errors.InvalidClient, $"OAuth application with client_id: '{context.ClientId}' not available.");
        }

        return PublicClient.IsRedirectUri(context.RedirectUri)
            ? ValueTask.CompletedTask
            : context.Refuse(OpenIddictConstants.Errors.InvalidRequest, "The redirect_uri is not registered for the client.");
    }
}
