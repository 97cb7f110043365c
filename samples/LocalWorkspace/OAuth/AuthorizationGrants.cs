using System.Collections.Immutable;
using OpenIddict.Server;

namespace LocalWorkspace.OAuth;

/// <summary>Answers an authorization request at once, as if the user were signed in and had consented.</summary>
internal sealed class AuthorizationGrants(WorkspaceOptions options, ScopeRules rules)
    : IOpenIddictServerHandler<OpenIddictServerEvents.HandleAuthorizationRequestContext>
{
    public ValueTask HandleAsync(OpenIddictServerEvents.HandleAuthorizationRequestContext context)
    {
        if (rules.Grant(context, context.Request) is ImmutableArray<string> scopes)
        {
            context.SignIn(Principals.Create(options.UserName, scopes));
        }

        return ValueTask.CompletedTask;
    }
}
