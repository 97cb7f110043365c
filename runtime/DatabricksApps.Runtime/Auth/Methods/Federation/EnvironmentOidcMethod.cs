namespace DatabricksApps.Auth;

/// <summary><c>env-oidc</c>: the other issuer's token is in an environment variable.</summary>
internal sealed class EnvironmentOidcMethod : FederationMethod
{
    public const string DefaultVariable = "DATABRICKS_OIDC_TOKEN";

    public override string Name => AuthTypes.OidcVariable;

    protected override string? NotMine(CredentialContext context) =>
        string.IsNullOrWhiteSpace(context.Variable(VariableOf(context))) ? $"{Shown(context)} is not set" : null;

    protected override ValueTask<string> IdTokenAsync(
        CredentialContext context, WorkspaceClient client, string audience, CancellationToken cancellationToken) =>
        context.Variable(VariableOf(context))?.Trim() is { Length: > 0 } token
            ? new(token)
            : throw AuthFailure.Of($"the environment variable {Shown(context)} is empty", null, "Set it to a token of the issuer.");

    // What is no name of a variable may be the token itself, set in the wrong place.
    private static string Shown(CredentialContext context) =>
        VariableOf(context) is var name && name.Length <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? name
            : $"the variable that {AuthAttribute.OidcTokenVariable} is to name (it holds what is no name of one)";

    private static string VariableOf(CredentialContext context) => context.Settings[AuthAttribute.OidcTokenVariable] ?? DefaultVariable;
}
