namespace DatabricksApps.Auth;

/// <summary>
/// The source of a client whose settings could not be read: they are read anew at each call, which fails with what is
/// wrong until it is mended.
/// </summary>
internal sealed class UnreadSettings(Func<ITokenSource> read) : ITokenSource
{
    public ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken) => read().GetTokenAsync(cancellationToken);
}
