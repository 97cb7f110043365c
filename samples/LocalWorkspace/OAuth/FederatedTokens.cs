using LocalWorkspace.Identities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace LocalWorkspace.OAuth;

/// <summary>Checks the token of another issuer that is handed in for one of the workspace (RFC 8693).</summary>
internal sealed class FederatedTokens(WorkspaceOptions options, IdentityStore identities)
    : IOpenIddictServerHandler<OpenIddictServerEvents.ProcessAuthenticationContext>
{
    public const string JwtType = "urn:ietf:params:oauth:token-type:jwt";

    private static readonly JsonWebTokenHandler s_handler = new() { MapInboundClaims = false };

    /// <summary>Before OpenIddict would check the token as one of its own.</summary>
    public static int Order => OpenIddictServerHandlers.ValidateSubjectToken.Descriptor.Order - 1;

    public async ValueTask HandleAsync(OpenIddictServerEvents.ProcessAuthenticationContext context)
    {
        if (context.SubjectTokenType != JwtType || string.IsNullOrEmpty(context.SubjectToken))
        {
            return;
        }

        context.ValidateSubjectToken = false;
        foreach (FederationPolicy policy in identities.FederationPolicies.Where(policy => policy.ClientId == context.ClientId))
        {
            TokenValidationResult result = await s_handler.ValidateTokenAsync(context.SubjectToken, ParametersOf(policy));
            if (result.IsValid && Matches(policy, result.ClaimsIdentity.GetClaim(OpenIddictConstants.Claims.Subject)))
            {
                string subject = policy.ClientId ?? result.ClaimsIdentity.GetClaim(OpenIddictConstants.Claims.Subject)!;
                context.SubjectTokenPrincipal = Principals.Create(subject, []);
                return;
            }
        }

        await context.Refuse(OpenIddictConstants.Errors.InvalidGrant, "No federation policy matches the token.");
    }

    private static bool Matches(FederationPolicy policy, string? subject) =>
        subject is not null && (policy.Subject is null || policy.Subject == subject);

    private TokenValidationParameters ParametersOf(FederationPolicy policy) => new()
    {
        ValidIssuer = policy.Issuer,
        ValidAudience = policy.Audience,
        IssuerSigningKey = policy.Key,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256],
        LifetimeValidator = (notBefore, expires, _, _) => Lifetimes.IsCurrent(options.TimeProvider, notBefore, expires),
    };
}
