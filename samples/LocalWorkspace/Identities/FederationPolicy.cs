using Microsoft.IdentityModel.Tokens;

namespace LocalWorkspace;

/// <summary>A policy of workload identity federation: whose tokens are taken in exchange, and for whom.</summary>
/// <param name="Issuer">The <c>iss</c> of the tokens.</param>
/// <param name="Audience">The <c>aud</c> that they need.</param>
/// <param name="Key">The key that verifies their signature.</param>
/// <param name="Subject">The <c>sub</c> that they need; null takes any.</param>
/// <param name="ClientId">
/// The service principal that the tokens stand for, which the request must then name as <c>client_id</c>; null makes the policy
/// account-wide: the request names no client, and the token's subject is the user.
/// </param>
public sealed record FederationPolicy(string Issuer, string Audience, SecurityKey Key, string? Subject = null, string? ClientId = null);
