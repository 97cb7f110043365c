using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;

namespace LocalWorkspace.OAuth;

/// <summary>What is wrong with a bearer token, if anything.</summary>
internal enum TokenFault
{
    None,
    Missing,

    /// <summary>A personal access token, by its looks.</summary>
    Personal,
    Expired,

    /// <summary>Not a token of this workspace, changed, or revoked.</summary>
    Rejected,
}

/// <summary>Whom a request stands for.</summary>
internal sealed record Caller(string Subject, IReadOnlyList<string> Scopes, string Token);

/// <summary>Checks bearer tokens as whoever trusts the workspace does.</summary>
internal sealed class AccessTokens(WorkspaceOptions options, SigningKey key, TokenLog log)
{
    private static readonly JsonWebTokenHandler s_handler = new() { MapInboundClaims = false };

    /// <summary>Gets or sets the issuer that the tokens must name.</summary>
    public Uri? Issuer { get; set; }

    /// <summary>Checks an <c>Authorization</c> header.</summary>
    public async ValueTask<(TokenFault Fault, Caller? Caller)> CheckAsync(string? authorization)
    {
        const string Scheme = "Bearer ";
        if (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true)
        {
            return (TokenFault.Missing, null);
        }

        string token = authorization[Scheme.Length..].Trim();
        if (token.StartsWith("dapi", StringComparison.Ordinal))
        {
            return (TokenFault.Personal, null);
        }

        TokenValidationResult result = await s_handler.ValidateTokenAsync(token, Parameters());
        if (!result.IsValid || log.IsRevoked(result.SecurityToken.Id))
        {
            return (TokenFault.Rejected, null);
        }

        bool isCurrent = Lifetimes.IsCurrent(options.TimeProvider, null, result.SecurityToken.ValidTo);
        if (!isCurrent || log.IsExpired(result.SecurityToken.Id))
        {
            return (TokenFault.Expired, null);
        }

        string scopes = result.ClaimsIdentity.GetClaim(OpenIddictConstants.Claims.Scope) ?? "";
        return (TokenFault.None, new Caller(
            result.ClaimsIdentity.GetClaim(OpenIddictConstants.Claims.Subject)!, scopes.Split(' '), token));
    }

    // The end of life is checked apart, since a front door answers an expired token otherwise than a wrong one.
    private TokenValidationParameters Parameters() => new()
    {
        ValidIssuer = Issuer?.AbsoluteUri,
        IssuerSigningKey = key.Key,
        ValidTypes = ["at+jwt"],
        ValidateAudience = false,
        ValidateLifetime = false,
    };
}
