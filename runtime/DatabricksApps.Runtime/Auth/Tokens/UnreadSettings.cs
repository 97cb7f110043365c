namespace DatabricksApps.Auth;

/// <summary>
/// The source of a client whose settings could not be read: they are read anew at each call, which fails with what is
/// wrong until it is mended.
/// </summary>
internal sealed class UnreadSettings(Func<ITokenSource> read) : ITokenSource
{
    private ITokenSource? _source;

    public ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken) => (_source ??= read()).GetTokenAsync(cancellationToken);

    public void Invalidate(AppToken refused) => _source?.Invalidate(refused);
}
