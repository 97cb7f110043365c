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
        ? Unsigned(request, what)
        : new(AppErrorReason.SignInRequired, what,
            "the token is not a Databricks OAuth token of the app's workspace (apps take no personal access tokens and no Entra ID tokens), has expired, or lacks scopes.",
            $"Get a new token: {request.Advice.Login}, or the service principal's client id and secret.");

    /// <summary>Explains a redirect to a login page, whose host is the workspace that the app belongs to.</summary>
    public static Explanation ExplainRedirect(AppRequest request, string what, Uri login)
    {
        if (request.SentToken is null)
        {
            return Unsigned(request, what);
        }

        if (!IsKnown(request, login))
        {
            return new(AppErrorReason.SignInRequired, what,
                "the page is not that of the workspace that the client signs in to, nor at an address of Databricks: the base address leads " +
                "elsewhere, or a proxy wants a sign-in of its own.",
                $"Compare the base address with the app's URL (databricks apps get {request.Advice.App}), and do not sign in there.");
        }

        string workspace = DatabricksHosts.Show(login);
        return IsOfAnotherWorkspace(request, login)
            ? new(AppErrorReason.SignInRequired, what,
                $"the app belongs to {workspace}, and the client signs in to {request.Advice.Host}.",
                $"Set Host (DATABRICKS_HOST) to {workspace}.")
            : new(AppErrorReason.SignInRequired, what,
                $"the token is not a Databricks OAuth token of {workspace} (apps take no personal access tokens and no Entra ID tokens), has expired, or lacks scopes.",
                $"Get a token of that workspace: databricks auth login --host {workspace}{request.Advice.ScopesOption}.");
    }

    /// <summary>Tells whether a login page is that of another workspace than the one that the client signs in to.</summary>
    public static bool IsOfAnotherWorkspace(AppRequest request, Uri login) =>
        request.Advice.Host is { } host && !host.Equals(DatabricksHosts.Show(login), StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells whether a login page may be named in an instruction: it is that of the configured workspace, or Databricks'.</summary>
    public static bool IsKnown(AppRequest request, Uri login) =>
        DatabricksHosts.IsWorkspace(login) || (request.Advice.Host is not null && !IsOfAnotherWorkspace(request, login));

    private static Explanation Unsigned(AppRequest request, string what) => request.SentElsewhere is { } elsewhere
        ? new(AppErrorReason.SignInRequired, what,
            $"a handler of the HttpClient sent the request to {elsewhere.GetLeftPart(UriPartial.Authority)}, and the token goes to the address of the app alone.",
            "Set BaseAddress to the address that is meant; one that service discovery finds is https+http://NAME.")
        : new(AppErrorReason.SignInRequired, what, NoToken, GiveToken);

    public static Explanation ExplainInvalid(AppRequest request, string what) => new(
        AppErrorReason.InvalidToken,
        what,
        "the token has expired or was issued for another workspace than the app's.",
        $"Get a new token of the app's workspace: {request.Advice.Login}.");
}
