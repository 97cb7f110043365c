using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalWorkspace;

/// <summary>Tells clients where the endpoints of the workspace are.</summary>
internal static class HostMetadata
{
    public static void MapHostMetadata(this IEndpointRouteBuilder routes, WorkspaceOptions options)
    {
        if (options.PublishesHostMetadata)
        {
            routes.MapGet("/.well-known/databricks-config", (HttpRequest request) => Results.Json(new Dictionary<string, object>
            {
                ["oidc_endpoint"] = $"{request.Scheme}://{request.Host}/oidc",
                ["account_id"] = options.AccountId,
                ["workspace_id"] = options.WorkspaceId,
                ["cloud"] = "AWS",
                ["host_type"] = "workspace",
                ["token_federation_default_oidc_audiences"] = new[] { options.AccountId },
            }));
        }
    }

    /// <summary>The page that a browser is sent to by a front door. Nobody can sign in there: the stand-in keeps no sessions.</summary>
    public static void MapLoginPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/oidc/oauth2/v2.0/authorize", () => Results.Content("<!doctype html><title>Sign in</title>", "text/html"));
}
