namespace DatabricksApps.Auth;

/// <summary>The authorization server of a workspace.</summary>
/// <param name="TokenEndpoint">Where tokens are issued.</param>
/// <param name="AuthorizationEndpoint">Where a user signs in in the browser; null: the server names none.</param>
/// <param name="Audience">The audience that tokens of other issuers must be for.</param>
internal sealed record OAuthServer(Uri TokenEndpoint, Uri? AuthorizationEndpoint, string Audience);
