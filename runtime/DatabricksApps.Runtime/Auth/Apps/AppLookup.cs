using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>Finds an app's URL by its name: <c>GET /api/2.0/apps/{name}</c> of the workspace.</summary>
internal sealed class AppLookup(
    string name, Func<AuthSettings> read, ITokenSource tokens, WorkspaceClient client, ILogger logger)
{
    /// <summary>Asks the workspace for the app.</summary>
    /// <exception cref="AppAuthenticationException">No token could be had.</exception>
    /// <exception cref="AppException">There is no such app, or its URL could not be had.</exception>
    public async ValueTask<AppDescription> FindAsync(CancellationToken cancellationToken)
    {
        AuthSettings settings = read();
        if (settings.Host is not { } workspace)
        {
            throw AppLookupFailure.Of(
                name, AppErrorReason.NotFound, "its workspace is not known", $"host is not set. {SettingsSources.FileOf(settings)}.",
                "Set Host (DATABRICKS_HOST) to the workspace's address, where databricks auth login --host https://WORKSPACE signs you in, or BaseAddress to the app's own.");
        }

        AppToken token = await tokens.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        WorkspaceAnswer answer = await AskAsync(settings, token, cancellationToken).ConfigureAwait(false);
        if (answer.Status is HttpStatusCode.Unauthorized)
        {
            tokens.Invalidate(token);
            AppToken other = await tokens.GetTokenAsync(cancellationToken).ConfigureAwait(false);
            if (other.Value != token.Value)
            {
                token = other;
                answer = await AskAsync(settings, token, cancellationToken).ConfigureAwait(false);
            }
        }

        using JsonDocument? document = AnswerJson.Parse(answer);
        if (!answer.IsSuccess)
        {
            throw AppLookupFailure.Of(answer, document?.RootElement, name, workspace, token.Value, tokens is LookupTokenSource);
        }

        AppDescription app = AppDescription.Read(document?.RootElement, answer, name, workspace);
        logger.AppFound(name, app.Url.AbsoluteUri);
        return app;
    }

    private async ValueTask<WorkspaceAnswer> AskAsync(AuthSettings settings, AppToken token, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, settings.Host!.At("/api/2.0/apps/" + Uri.EscapeDataString(name)));
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.TryAddWithoutValidation("Authorization", token.Header);
        if (settings[AuthAttribute.WorkspaceId] is { } id)
        {
            // A host of several workspaces answers with its login page without it.
            request.Headers.TryAddWithoutValidation(OAuthDiscovery.WorkspaceHeader, id);
        }

        try
        {
            return await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (AppAuthenticationException failure)
        {
            throw AppLookupFailure.Of(name, failure);
        }
    }
}
