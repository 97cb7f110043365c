using System.Diagnostics;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>
/// The trace of a call: an activity of the source <c>DatabricksApps</c>, named by method and path template, with the
/// attributes of OpenTelemetry's conventions for HTTP clients. It shows no argument, no query and no token.
/// </summary>
internal static class CallActivity
{
    private static readonly ActivitySource s_source = new("DatabricksApps");

    /// <summary>Starts the activity; null: nobody listens.</summary>
    public static Activity? Start(AppRequest request)
    {
        if (!s_source.HasListeners())
        {
            return null;
        }

        Activity? activity = s_source.StartActivity($"{request.Method} {request.Route}", ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("http.request.method", request.Method.Method);
            activity.SetTag("url.template", request.Route);
        }

        return activity;
    }

    /// <summary>Tells how a call ended well.</summary>
    public static void Succeed(Activity? activity, AppRequest request, HttpResponseMessage response)
    {
        if (activity is not null)
        {
            SetServer(activity, request);
            activity.SetTag("http.response.status_code", (int)response.StatusCode);
        }
    }

    /// <summary>Tells how a call failed.</summary>
    public static void Fail(Activity? activity, AppRequest request, Exception exception)
    {
        if (activity is null)
        {
            return;
        }

        SetServer(activity, request);
        AppException? failure = exception as AppException;
        if (failure?.StatusCode is { } status)
        {
            activity.SetTag("http.response.status_code", (int)status);
        }

        activity.SetTag("error.type", failure?.Reason.ToString() ?? exception.GetType().FullName);
        activity.SetStatus(ActivityStatusCode.Error, failure?.Message);
    }

    private static void SetServer(Activity activity, AppRequest request)
    {
        if (activity.IsAllDataRequested && request.RequestUri is { } address)
        {
            activity.SetTag("server.address", address.IdnHost);
            activity.SetTag("server.port", address.Port);
        }
    }
}
