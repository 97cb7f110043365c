using LocalWorkspace.OAuth;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace LocalWorkspace.Apps;

/// <summary>
/// What stands before an app on Databricks: it lets callers with a token of the workspace and the permission CAN USE through to
/// <c>/api/</c>, tells the app who they are, and keeps their token.
/// </summary>
/// <remarks>
/// The documentation of Databricks tells 401, 403 and 404 only. The rest is what others have seen of the real front door, and
/// some of it is guessed:
/// <list type="table">
/// <listheader><term>here</term><description>known from</description></listheader>
/// <item><term>no token outside <c>/api/</c>: 302 to <c>/oidc/oauth2/v2.0/authorize</c></term><description>seen</description></item>
/// <item><term>a personal access token: 302 everywhere</term><description>documentation of templates</description></item>
/// <item><term>a wrong or revoked token, or none: 401 on <c>/api/</c></term><description>seen; for none, guessed</description></item>
/// <item><term>an expired token: 302, or 403 <c>Invalid Token</c> by <see cref="FrontDoorPolicy"/></term><description>seen, both</description></item>
/// <item><term>scopes missing: 401, or 403 by <see cref="FrontDoorPolicy"/></term><description>documented as either</description></item>
/// <item><term>without CAN USE: 403; its text</term><description>documented; the text is guessed</description></item>
/// <item><term>unknown app: 404 before the token is looked at; its text</term><description>documented; order and text are guessed</description></item>
/// <item><term>stopped app: 503 with the page "App Not Available"</term><description>the page is documented, the status is guessed</description></item>
/// <item><term>app down: 502 without a body</term><description>seen; the body is guessed</description></item>
/// <item><term>a valid bearer outside <c>/api/</c> is not looked at</term><description>documented as "only /api/"; the answer is guessed</description></item>
/// </list>
/// </remarks>
internal sealed class FrontDoor(WorkspaceApp app, AccessTokens tokens, IHttpForwarder forwarder, HttpMessageInvoker client, string workspaceId)
{
    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers["X-Request-Id"] = context.TraceIdentifier = Guid.NewGuid().ToString();
        if (app.Faults.TryTake(out RequestDelegate? fault))
        {
            await fault!(context);
            return;
        }

        if (!app.IsDeployed)
        {
            await app.Answers.WriteAsync(context, FrontDoorAnswer.AppNotFound);
            return;
        }

        (FrontDoorAnswer? refusal, Caller? caller) = await AdmitAsync(context.Request);
        if (refusal is { } answer)
        {
            await app.Answers.WriteAsync(context, answer);
            return;
        }

        ForwarderRequestConfig config = new() { ActivityTimeout = app.Policy.IdleTimeout };
        await forwarder.SendAsync(context, app.Address.AbsoluteUri, client, config, new AppHeaders(app, caller!, workspaceId));
    }

    private async ValueTask<(FrontDoorAnswer? Refusal, Caller? Caller)> AdmitAsync(HttpRequest request)
    {
        if (!request.Path.StartsWithSegments("/api"))
        {
            return (FrontDoorAnswer.LoginRedirect, null);
        }

        (TokenFault fault, Caller? caller) = await tokens.CheckAsync(request.Headers.Authorization);
        FrontDoorAnswer? refusal = fault switch
        {
            TokenFault.Personal => FrontDoorAnswer.LoginRedirect,
            TokenFault.Expired => app.Policy.ExpiredToken,
            TokenFault.Missing or TokenFault.Rejected => FrontDoorAnswer.Unauthorized,
            _ when !HasScopes(caller!) => app.Policy.MissingScope,
            _ when !app.CanBeUsedBy(caller!.Subject) => FrontDoorAnswer.Forbidden,
            _ when !app.IsActive => FrontDoorAnswer.AppNotAvailable,
            _ => null,
        };
        return (refusal, caller);
    }

    private bool HasScopes(Caller caller) =>
        (app.Policy.AllApisIsEveryScope && caller.Scopes.Contains(WorkspaceScopes.AllApis))
        || app.UserApiScopes.All(caller.Scopes.Contains);
}
