using DatabricksApps.Errors;

namespace DatabricksApps.AspNetCore;

/// <summary>Explains why there is no token of a user to sign with.</summary>
internal static class UserTokenFailure
{
    private const string Start = FailureText.SignIn + "the client signs with the token of the user whose request is handled, and ";

    private const string OwnPrincipal = "use a client that signs as the app's own service principal: one made with its Create method.";

    public static AppAuthenticationException NoRequest() => new(FailureText.Of(
        Start + "no request is being handled",
        "the call was made in the background, or after the request had ended.",
        "make the call while the request is handled, or " + OwnPrincipal));

    public static AppAuthenticationException Ended() => new(FailureText.Of(
        Start + "the request that this call belongs to has ended",
        "the call was not awaited, or was made by work that goes on after the answer.",
        "await the call before the request ends; for work that outlives it, " + OwnPrincipal));

    public static AppAuthenticationException PipelineEnded() => new(FailureText.Of(
        Start + "the pipeline that handled this request has ended",
        "the call was made in Response.OnStarting or Response.OnCompleted, or by what is disposed with the request.",
        "make the call while the request is handled, or " + OwnPrincipal));

    public static AppAuthenticationException NotBegun() => new(FailureText.Of(
        Start + "the request that is handled did not begin in the pipeline of this host",
        "the HttpContext was set by hand, or the server does not run the host's startup filters.",
        "send the request through the host (in tests, through its TestServer), or set TokenProvider."));

    public static AppAuthenticationException NoToken(int count) => new(FailureText.Of(
        $"{FailureText.SignIn}the request has {(count > 1 ? "several" : "no")} {RequestUser.Header}",
        "user authorization is not enabled for this app, the user has not consented to its scopes, or the request did not come through the Databricks Apps front door.",
        "add the scopes that the app needs under 'User authorization' in the app's settings and restart it; on your own machine, send the header yourself."));
}
