namespace DatabricksApps.Auth;

/// <summary><c>federated-token</c>: a function of the options gives the other issuer's token.</summary>
internal sealed class FederatedTokenMethod(Func<CancellationToken, ValueTask<string>> provider) : FederationMethod
{
    public const string MethodName = "federated-token";

    public override string Name => MethodName;

    protected override string? NotMine(CredentialContext context) => null;

    protected override async ValueTask<string> IdTokenAsync(
        CredentialContext context, WorkspaceClient client, string audience, CancellationToken cancellationToken)
    {
        string? token = await provider(cancellationToken).ConfigureAwait(false);
        return string.IsNullOrWhiteSpace(token)
            ? throw AuthFailure.Of(
                "FederatedTokenProvider gave no token", "the other identity provider has not signed in.", "Return its token, a JWT.")
            : token.Trim();
    }
}
