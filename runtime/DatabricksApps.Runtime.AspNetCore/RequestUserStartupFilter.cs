using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DatabricksApps.AspNetCore;

/// <summary>Takes the user of each request before any other middleware runs, and lets go when all of them have ended.</summary>
internal sealed class RequestUserStartupFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(HandleAsync);
        next(app);
    };

    // Asynchronous, so that what it sets for the request does not stay behind in the server's own context.
    private static async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        RequestUser user = RequestUser.Begin(context);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            user.End();
        }
    }
}
