using LocalWorkspace.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalWorkspace.Apps;

/// <summary>The REST call that tells about an app.</summary>
/// <remarks>Guessed: the error codes, their texts, and that reading an app needs CAN USE.</remarks>
internal static class AppsApi
{
    public static void MapAppsApi(this IEndpointRouteBuilder routes) => routes.MapGet("/api/2.0/apps/{name}", GetAsync);

    private static async Task<IResult> GetAsync(string name, HttpContext context, AccessTokens tokens, AppRegistry apps)
    {
        (TokenFault fault, Caller? caller) = await tokens.CheckAsync(context.Request.Headers.Authorization);
        if (fault != TokenFault.None)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"DatabricksRealm\"";
            return Error(401, "UNAUTHENTICATED", "Credential was not sent or was of an unsupported type for this API.");
        }

        return apps.Find(name) switch
        {
            null => Error(404, "RESOURCE_DOES_NOT_EXIST", $"App with name {name} does not exist or is deleted."),
            { } app when !app.CanBeUsedBy(caller!.Subject) => Error(403, "PERMISSION_DENIED", $"{caller.Subject} does not have CAN USE on app {name}."),
            { } app => Results.Json(Describe(app)),
        };
    }

    private static Dictionary<string, object> Describe(WorkspaceApp app) => new()
    {
        ["name"] = app.Name,
        ["url"] = app.Url.GetLeftPart(UriPartial.Authority),
        ["compute_status"] = new Dictionary<string, string> { ["state"] = app.IsActive ? "ACTIVE" : "STOPPED" },
        ["app_status"] = new Dictionary<string, string> { ["state"] = app.IsActive ? "RUNNING" : "UNAVAILABLE" },
        ["user_api_scopes"] = app.UserApiScopes,
        ["effective_user_api_scopes"] = app.UserApiScopes,
        ["forward_user_access_token"] = app.ForwardsAccessToken,
        ["oauth2_app_client_id"] = app.OAuthClientId,
    };

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new Dictionary<string, string> { ["error_code"] = code, ["message"] = message }, statusCode: status);
}
