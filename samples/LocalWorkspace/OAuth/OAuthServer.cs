using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace LocalWorkspace.OAuth;

/// <summary>The OAuth server of the workspace: OpenIddict at the addresses of Databricks, without a database.</summary>
/// <remarks>
/// OpenIddict's degraded mode leaves it to us to know clients, redirect addresses and used-up tokens; it reads and checks
/// the requests, makes and verifies the tokens, and answers by RFC 6749, 7009, 7636, 8414 and 8693.
/// </remarks>
internal static class OAuthServer
{
    public const string TokenPath = "/oidc/v1/token";

    public static void AddOAuthServer(this IServiceCollection services, WorkspaceOptions options, SigningKey key)
    {
        services.AddSingleton<RedeemedTickets>();
        services.AddOpenIddict().AddServer(server =>
        {
            server
                .SetConfigurationEndpointUris(
                    "oidc/.well-known/oauth-authorization-server", "oidc/.well-known/openid-configuration")
                .SetJsonWebKeySetEndpointUris("oidc/jwks.json")
                .SetAuthorizationEndpointUris("oidc/v1/authorize")
                .SetTokenEndpointUris(TokenPath[1..])
                .SetRevocationEndpointUris("oidc/v1/revoke");
            server
                .AllowClientCredentialsFlow()
                .AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
                .AllowRefreshTokenFlow()
                .AllowTokenExchangeFlow()
                .AcceptAnonymousClients();
            server
                .RegisterScopes([.. options.Scopes])
                .DisableScopeValidation()
                .SetAccessTokenLifetime(options.AccessTokenLifetime)
                .SetIssuedTokenLifetime(options.AccessTokenLifetime)
                .SetRefreshTokenLifetime(options.RefreshTokenLifetime)
                .AddSigningKey(key.Key)
                .AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)))
                .DisableAccessTokenEncryption()
                .EnableDegradedMode();
            server.Configure(settings =>
            {
                settings.SubjectTokenTypes.Clear();
                settings.SubjectTokenTypes.Add(FederatedTokens.JwtType);
                settings.CodeChallengeMethods.Remove(OpenIddictConstants.CodeChallengeMethods.Plain);
                settings.ClientAuthenticationMethods.Remove(OpenIddictConstants.ClientAuthenticationMethods.PrivateKeyJwt);
            });
            server.UseAspNetCore().DisableTransportSecurityRequirement();

            server.AddHandler<OpenIddictServerEvents.ProcessAuthenticationContext, FederatedTokens>(FederatedTokens.Order);
            server.AddHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext, AuthorizationClients>();
            server.AddHandler<OpenIddictServerEvents.HandleAuthorizationRequestContext, AuthorizationGrants>();
            server.AddHandler<OpenIddictServerEvents.ValidateTokenRequestContext, TokenClients>(TokenClients.Order);
            server.AddHandler<OpenIddictServerEvents.HandleTokenRequestContext, TokenGrants>();
            server.AddHandler<OpenIddictServerEvents.ApplyTokenResponseContext, IssuedTokens>(IssuedTokens.Order);
            server.AddHandler<OpenIddictServerEvents.ValidateRevocationRequestContext, RevocationClients>();
            server.AddHandler<OpenIddictServerEvents.HandleRevocationRequestContext, Revocations>();
        });
    }

    /// <summary>Sets the issuer, which is known only when the workspace listens.</summary>
    public static void SetIssuer(this WebApplication app, Uri issuer) =>
        app.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue.Issuer = issuer;

    /// <summary>Refuses a request with an OAuth error and its description.</summary>
    public static ValueTask Refuse(this OpenIddictServerEvents.BaseValidatingContext context, string error, string description)
    {
        context.Reject(error, description);
        return ValueTask.CompletedTask;
    }

    private static void AddHandler<TContext, THandler>(this OpenIddictServerBuilder server, int order = 0)
        where TContext : OpenIddictServerEvents.BaseContext
        where THandler : class, IOpenIddictServerHandler<TContext> =>
        server.AddEventHandler<TContext>(handler => handler.UseSingletonHandler<THandler>().SetOrder(order));
}
