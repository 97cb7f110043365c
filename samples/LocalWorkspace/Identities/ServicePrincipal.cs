namespace LocalWorkspace;

/// <summary>A service principal with an OAuth secret.</summary>
/// <param name="Name">The display name.</param>
/// <param name="ClientId">The application id; also the subject of its tokens.</param>
/// <param name="ClientSecret">The OAuth secret.</param>
/// <param name="Scopes">The scopes that the secret was made with; asking for others is refused.</param>
public sealed record ServicePrincipal(string Name, string ClientId, string ClientSecret, IReadOnlyList<string> Scopes)
{
    /// <summary>Names the principal, never its secret.</summary>
    public override string ToString() => $"{Name} ({ClientId})";
}
