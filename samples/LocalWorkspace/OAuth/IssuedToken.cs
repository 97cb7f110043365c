namespace LocalWorkspace;

/// <summary>An access token that the workspace has issued.</summary>
/// <param name="Id">The <c>jti</c>.</param>
/// <param name="Subject">Whom it stands for: a client id or a user name.</param>
/// <param name="ClientId">The client that asked for it.</param>
/// <param name="GrantType">The <c>grant_type</c> that it was asked with.</param>
/// <param name="Scopes">What it allows.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record IssuedToken(
    string Id, string Subject, string? ClientId, string GrantType, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt);
