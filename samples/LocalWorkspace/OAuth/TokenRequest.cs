namespace LocalWorkspace;

/// <summary>A request that the token endpoint has answered.</summary>
/// <param name="GrantType">Its <c>grant_type</c>; null if it had none.</param>
/// <param name="Scope">Its <c>scope</c>.</param>
/// <param name="Status">The HTTP status of the answer.</param>
public sealed record TokenRequest(string? GrantType, string? Scope, int Status);
