namespace DatabricksApps.Auth;

/// <summary>The token that the options give.</summary>
internal sealed class FixedTokenSource(AppToken token) : ITokenSource
{
    public ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken) => new(token);
}
