using Microsoft.AspNetCore.Http;

namespace LocalWorkspace.OAuth;

/// <summary>Logs every request to the token endpoint, and gives the answers that are due in place of its own.</summary>
internal sealed class TokenEndpointLog(RequestDelegate next, TokenLog log, Faults faults)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path != OAuthServer.TokenPath)
        {
            await next(context);
            return;
        }

        IFormCollection form = context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : FormCollection.Empty;

        // Before the client has the answer, so that whoever counts after it counts this request.
        context.Response.OnStarting(() =>
        {
            log.Add(new TokenRequest(form["grant_type"], form["scope"], context.Response.StatusCode));
            return Task.CompletedTask;
        });
        RequestDelegate answer = faults.TryTake(out RequestDelegate? fault) ? fault! : next;
        await answer(context);
    }
}
