using System.Net;
using LocalWorkspace.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Forwarder;

namespace LocalWorkspace.Apps;

/// <summary>Takes from a request what the caller may not tell the app, and adds what the front door tells it.</summary>
/// <remarks>
/// Guessed: that <c>X-Forwarded-User</c> is the user's id and workspace, that the name and e-mail of a service principal are its
/// client id, and that the forwarded token is the caller's own.
/// </remarks>
internal sealed class AppHeaders(WorkspaceApp app, Caller caller, string workspaceId) : HttpTransformer
{
    public override async ValueTask TransformRequestAsync(
        HttpContext context, HttpRequestMessage request, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(context, request, destinationPrefix, cancellationToken);
        string[] dropped = [.. request.Headers.Select(header => header.Key).Where(IsOfFrontDoor)];
        foreach (string name in dropped)
        {
            request.Headers.Remove(name);
        }

        request.Headers.Host = null;
        Add("X-Forwarded-Host", context.Request.Host.Value);
        Add("X-Forwarded-User", $"{caller.Subject}@{workspaceId}");
        Add("X-Forwarded-Email", caller.Subject);
        Add("X-Forwarded-Preferred-Username", caller.Subject);
        Add("X-Real-Ip", context.Connection.RemoteIpAddress?.ToString());
        Add("X-Request-Id", context.TraceIdentifier);
        if (app.ForwardsAccessToken)
        {
            Add("X-Forwarded-Access-Token", caller.Token);
        }

        void Add(string name, string? value) => request.Headers.TryAddWithoutValidation(name, value);
    }

    /// <summary>Sends the head of a stream at once: YARP would wait for the first of the body, which may come minutes later.</summary>
    public override async ValueTask<bool> TransformResponseAsync(
        HttpContext context, HttpResponseMessage? response, CancellationToken cancellationToken)
    {
        bool copiesBody = await base.TransformResponseAsync(context, response, cancellationToken);
        if (response is { StatusCode: not HttpStatusCode.SwitchingProtocols, Content.Headers.ContentLength: null })
        {
            await context.Response.Body.FlushAsync(cancellationToken);
        }

        return copiesBody;
    }

    private static bool IsOfFrontDoor(string name) =>
        name.Equals(HeaderNames.Authorization, StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || name.Equals("X-Real-Ip", StringComparison.OrdinalIgnoreCase)
        || name.Equals("X-Request-Id", StringComparison.OrdinalIgnoreCase);
}
