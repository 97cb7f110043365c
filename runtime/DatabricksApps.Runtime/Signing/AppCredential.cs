namespace DatabricksApps.Signing;

/// <summary>Gives the token that signs a request.</summary>
internal abstract class AppCredential
{
    /// <summary>Gets the token; null: this credential has none to offer.</summary>
    public abstract ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>Gets the credential that the options describe.</summary>
    public static AppCredential From(DatabricksAppOptions options) =>
        options.TokenProvider is { } provider ? new TokenCallback(provider) : new SuppliedToken(options.Token);

    /// <summary>A token that was given once, or none.</summary>
    private sealed class SuppliedToken(string? token) : AppCredential
    {
        public override ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken) => new(token);
    }

    /// <summary>A function of the user that gives the token for each request.</summary>
    private sealed class TokenCallback(Func<CancellationToken, ValueTask<string>> provider) : AppCredential
    {
        public override async ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken) =>
            await provider(cancellationToken).ConfigureAwait(false);
    }
}
