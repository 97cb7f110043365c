using DatabricksApps.Generated;

namespace DatabricksApps.Errors;

/// <summary>Explains what the front door finds wrong with a token.</summary>
internal static class SignIn
{
    private const string NoToken =
        "no Databricks OAuth token was sent: a client that was made from an HttpClient signs nothing.";

    private const string GiveToken =
        "Make the client by Create or by dependency injection with DatabricksAppOptions that give a token, or add a DatabricksAppHandler to the HttpClient.";

    public static Explanation Explain(AppRequest request, string what) => request.SentToken is null
        ? new(AppErrorReason.SignInRequired, what, NoToken, GiveToken)
        : new(AppErrorReason.SignInRequired, what,
            "the token is not a Databricks OAuth token of the app's workspace (apps take no personal access tokens and no Entra ID tokens), has expired, or lacks scopes.",
            $"Get a new token: databricks auth login --host WORKSPACE{Scopes(request)}, or the service principal's client id and secret.");

    public static Explanation ExplainRedirect(AppRequest request, string what, string workspace) => request.SentToken is null
        ? new(AppErrorReason.SignInRequired, what, NoToken, GiveToken)
        : new(AppErrorReason.SignInRequired, what,
            $"the token is not a Databricks OAuth token of {workspace} (apps take no personal access tokens and no Entra ID tokens), has expired, or lacks scopes.",
            $"Get a token of that workspace: databricks auth login --host https://{workspace}{Scopes(request)}.");

    /// <summary>Gets the option of <c>databricks auth login</c> that asks for the client's scopes.</summary>
    public static string Scopes(AppRequest request) =>
        request.Scopes.Length == 0 ? "" : " --scopes " + string.Join(',', request.Scopes);

    public static Explanation ExplainInvalid(string what) => new(
        AppErrorReason.InvalidToken,
        what,
        "the token has expired or was issued for another workspace than the app's.",
        "Get a new token of the app's workspace: databricks auth login --host WORKSPACE.");
}
