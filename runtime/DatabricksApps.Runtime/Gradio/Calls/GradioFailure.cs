using System.Text.Json;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>Explains what goes wrong with a call of a Gradio app beyond what goes wrong with every request.</summary>
internal static class GradioFailure
{
    private const string OtherVersion = "the snapshot is not that of the app's present version.";

    private const string LookFirst = "Call again if doing it twice does no harm, else look first what the app has done.";

    /// <summary>The app answers, but not as Gradio does.</summary>
    public static AppException NoGradio(AppRequest request) => Failure.Of(request, null, new Explanation(
        AppErrorReason.UnexpectedContent,
        "the answer is not that of a Gradio app of version 4.20 or later",
        "another app is at this address, or the Gradio app is mounted at another path.",
        "Check the base address, and the path that the app is mounted at (BasePath of the item)."));

    public static AppException UnknownEndpoint(AppRequest request, GradioCall call, GradioConfig config, string refresh)
    {
        const int mostShown = 10;
        string names = string.Join(", ", config.Names.Take(mostShown).Select(name => "/" + name));
        return Failure.Of(request, null, new Explanation(
            AppErrorReason.NotFound, $"the app has no endpoint '{call.Endpoint}'; it has {(names.Length == 0 ? "none" : names)}", OtherVersion, refresh));
    }

    /// <summary>The endpoint is not what the snapshot tells, so that nothing may be sent.</summary>
    public static AppException Changed(AppRequest request, GradioCall call, IReadOnlyList<string> changes, string refresh) => Failure.Of(
        request, null, new Explanation(
            AppErrorReason.UnexpectedValue,
            $"the endpoint '{call.Endpoint}' is not as in the snapshot: {string.Join(", ", changes)}; nothing was sent",
            OtherVersion,
            refresh));

    /// <summary>Another app runs than the one that the call was made for.</summary>
    public static AppException Redeployed(AppRequest request, AppException? cause = null) => Failure.Of(
        request, null, new Explanation(
            AppErrorReason.ConnectionLost,
            "the app was redeployed while the call ran; whether it was carried out is not known",
            "a new version was deployed, or the app was started anew.",
            LookFirst),
        cause: cause);

    /// <summary>The app that kept the state of a session is gone.</summary>
    public static AppException StateLost(AppRequest request) => Failure.Of(request, null, new Explanation(
        AppErrorReason.ConnectionLost,
        "the app was redeployed, and what it kept of the session (gr.State) is gone; nothing was sent",
        "a new version was deployed, or the app was started anew.",
        "Start a session anew, and begin with what it has to know."));

    /// <summary>Each time that the call was made ready, another app ran.</summary>
    public static AppException Restless(AppRequest request) => Failure.Of(request, null, new Explanation(
        AppErrorReason.ConnectionLost,
        "the app was another one each time that the call was made ready; the call was not sent",
        "it is started anew all the time, or several of it answer in turns.",
        "Look into the app's logs; several replicas need sticky sessions."));

    /// <summary>Nothing answers any more.</summary>
    public static AppException Lost(AppRequest request, AppException? cause) => Failure.Of(
        request, null, new Explanation(
            AppErrorReason.ConnectionLost,
            "the app is not reachable any more while the call runs; whether it was carried out is not known",
            "the app was stopped or redeployed, or the network failed.",
            LookFirst),
        cause: cause);

    /// <summary>The function raised an exception.</summary>
    public static AppException OfFunction(AppRequest request, GradioCall call, in GradioMessage message)
    {
        JsonElement output = message.Output ?? default;
        GradioError error = new()
        {
            Message = Hide(output.GetText("error")),
            Title = Hide(output.GetText("title") ?? message.Json.GetText("title")),
            IsVisible = output.GetFlag("visible") ?? true,
        };
        Explanation explanation = error.Message is { } text
            ? new(AppErrorReason.AppFailed, $"the endpoint '{call.Endpoint}' failed: {text}")
            : new(
                AppErrorReason.AppFailed,
                $"the endpoint '{call.Endpoint}' failed, and the app hides why",
                "the function raised an exception that is no gr.Error.",
                $"Look into the app's logs (databricks apps logs {request.Advice.App}), or let the app show errors (launch(show_error=True)).");
        return Failure.Of(request, null, explanation, Failure.BodyText(request, System.Text.Encoding.UTF8.GetBytes(output.ValueKind == JsonValueKind.Undefined ? "" : output.GetRawText())), error);

        // A function may say what it was sent.
        string? Hide(string? text) => text is null ? null : Redaction.WithoutSent(request, text);
    }

    public static AppException Cancelled(AppRequest request, GradioCall call) => Failure.Of(request, null, new Explanation(
        AppErrorReason.AppFailed, $"the call of '{call.Endpoint}' was cancelled on the server", "another event of the app's page cancels it.", "Call again."));

    /// <summary>The app knows nothing of the session, or stopped.</summary>
    public static AppException Unexpected(AppRequest request, in GradioMessage message)
    {
        bool isLost = message.Json.GetFlag("session_not_found") == true;
        return Failure.Of(request, null, new Explanation(
            isLost ? AppErrorReason.ConnectionLost : AppErrorReason.AppFailed,
            isLost ? "the app knows nothing of the session any more" : $"the app ended the stream: {message.Json.GetText("message") ?? "no reason given"}",
            isLost ? "the connection was cut, or the app was started anew, while the call was under way: whether it was carried out is not known." : "the app stopped or failed.",
            "Call again."));
    }

    public static AppException StreamEnded(GradioConfig config) => Failure.Of(Stream(config), null, new Explanation(
        AppErrorReason.ConnectionLost,
        "the stream ended, or fell silent, before the call did",
        "the app stopped, or the front door cut a long answer (streams after about 300 seconds): whether the call was carried out is not known.",
        LookFirst));

    /// <summary>What the app sent is none of what Gradio sends.</summary>
    public static AppException Misfit(AppRequest request, Exception exception) => Failure.Of(
        request, null, new Explanation(AppErrorReason.UnexpectedValue, $"the app's message cannot be read: {exception.Message}"), cause: exception);

    /// <summary>An output is not of the type that the snapshot promises.</summary>
    public static GradioOutputException Misfit(
        AppRequest request, GradioCall call, string output, JsonElement value, Exception exception, string refresh)
    {
        JsonFault? fault = exception as JsonFault;
        fault?.HideSent(request);
        string what = fault is null ? exception.Message : fault.JsonPath == "$" ? fault.Cause : $"at {fault.JsonPath}: {fault.Cause}";
        Explanation explanation = new(
            AppErrorReason.UnexpectedValue,
            $"the function of '{call.Endpoint}' has run, and its output '{output}' is not of its type: {what}",
            "the function returns something else than its component tells, or " + OtherVersion,
            "Take the value as it came from the exception (Value). If the app has changed: " + refresh);
        return new GradioOutputException(FailureMessage.Of(request, explanation, null), output, value, exception)
        {
            Method = request.Method.Method,
            Route = request.Route,
        };
    }

    /// <summary>Makes the exception of one call out of the failure of the stream that several share.</summary>
    public static AppException Again(AppException failure) => new(failure.Message, failure.Reason, failure)
    {
        StatusCode = failure.StatusCode,
        Method = failure.Method,
        Route = failure.Route,
        RequestId = failure.RequestId,
        Body = failure.Body,
    };

    /// <summary>Gets the request of a session's stream, for what several calls share.</summary>
    public static AppRequest Stream(GradioConfig config) => GradioServer.RequestOf(config, HttpMethod.Get, "queue/data");
}
