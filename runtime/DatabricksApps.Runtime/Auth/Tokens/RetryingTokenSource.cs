namespace DatabricksApps.Auth;

/// <summary>Asks another source again after transient failures.</summary>
internal sealed class RetryingTokenSource(ITokenSource source, RetryPolicy policy) : ITokenSource
{
    public ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken) =>
        policy.RunAsync(source.GetTokenAsync, cancellationToken);

    public void Invalidate(AppToken refused) => source.Invalidate(refused);
}
