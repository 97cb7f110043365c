using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LocalWorkspace.Apps;

/// <summary>Writes the answers that a front door gives itself.</summary>
internal sealed class FrontDoorAnswers(WorkspaceApp app, Uri workspace)
{
    public Task WriteAsync(HttpContext context, FrontDoorAnswer answer) => answer switch
    {
        FrontDoorAnswer.LoginRedirect => RedirectAsync(context),
        FrontDoorAnswer.Unauthorized => TextAsync(context, 401, ""),
        FrontDoorAnswer.InvalidToken => TextAsync(context, 403, "Invalid Token"),
        FrontDoorAnswer.Forbidden => TextAsync(context, 403, "You do not have permission to access this app."),
        FrontDoorAnswer.AppNotFound => TextAsync(context, 404, "App Not Found"),
        FrontDoorAnswer.AppNotAvailable => PageAsync(context, 503, "App Not Available"),
        _ => TextAsync(context, 502, ""),
    };

    private Task RedirectAsync(HttpContext context)
    {
        string login = QueryHelpers.AddQueryString(new Uri(workspace, "/oidc/oauth2/v2.0/authorize").AbsoluteUri, new Dictionary<string, string?>
        {
            ["client_id"] = app.OAuthClientId,
            ["redirect_uri"] = new Uri(app.Url, "/.auth/callback").AbsoluteUri,
            ["response_type"] = "code",
            ["scope"] = string.Join(' ', ["openid", "email", "profile", .. app.UserApiScopes]),
            ["state"] = Guid.NewGuid().ToString("N"),
        });
        context.Response.Redirect(login);
        return Task.CompletedTask;
    }

    private static Task TextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static Task PageAsync(HttpContext context, int status, string title)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"<!doctype html><title>{title}</title><h1>{title}</h1>", context.RequestAborted);
    }
}
