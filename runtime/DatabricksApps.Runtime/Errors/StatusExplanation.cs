using System.Globalization;
using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;
using DatabricksApps.Gradio;
using DatabricksApps.Http;

namespace DatabricksApps.Errors;

/// <summary>Explains an answer that is not a success, as the Databricks Apps front door and FastAPI give them.</summary>
internal static class StatusExplanation
{
    public static Explanation Explain(AppRequest request, HttpResponseMessage response, string body)
    {
        int status = (int)response.StatusCode;
        string what = $"the app answered {status} ({Phrase(response)})";
        if (DetailOf(body, status is 400 or 401 or 403) is { } detail)
        {
            what += ": " + detail;
        }

        bool isAppsOwn = IsJson(body);
        return status switch
        {
            304 => new(AppErrorReason.ErrorStatus, what,
                "the app has nothing newer than what the call said that it has (If-None-Match, If-Modified-Since).", "Go on with what you have."),
            >= 300 and < 400 => RedirectExplanation.Explain(request, response),
            401 when WorkspaceWords.OfNetwork(body) is { } network => new(AppErrorReason.Forbidden, With(network.Words), network.Cause, network.Next),
            401 => TokenAdvice.Explain(request, response, AppErrorReason.SignInRequired, what) ?? SignIn.Explain(request, what),
            403 when WorkspaceWords.OfToken(body) is { } words => SignIn.ExplainInvalid(request, With(words)),
            403 when WorkspaceWords.OfNetwork(body) is { } network => new(AppErrorReason.Forbidden, With(network.Words), network.Cause, network.Next),
            403 => TokenAdvice.Explain(request, response, AppErrorReason.Forbidden, what) ?? new(AppErrorReason.Forbidden, what,
                "the token is good, but its owner lacks CAN USE on the app, or the token lacks scopes that the app asks for.",
                $"Give the caller CAN USE on the app (Permissions), or sign in with the app's scopes: {request.Advice.Login}{(request.Advice.Scopes.Count > 0 ? "" : " --scopes SCOPE,SCOPE")}."),
            404 when isAppsOwn => new(AppErrorReason.NotFound, what,
                "the app itself gave this answer: what was asked for does not exist, or the app has no such route.",
                "Check the arguments, and that the document is the one of the app's present version."),
            404 => new(AppErrorReason.NotFound, what,
                "no app answers at this address: the URL is wrong, or the app is not deployed or not running." + OutsideApi(request),
                request.Advice.AppState ?? $"Compare the base address with the app's URL (databricks apps get {request.Advice.App}) and check that the app is running."),
            405 => new(AppErrorReason.MethodNotAllowed, what,
                "the app's present version has other routes than the document, or the base address has a path too many or too few.",
                "Refresh the document from the app, and check the base address."),
            407 => new(AppErrorReason.Unreachable, $"a proxy answered 407 ({Phrase(response)})",
                "the network's proxy wants to know who calls.", "Configure the proxy's credentials, or add the app's host to NO_PROXY."),
            413 => new(AppErrorReason.RequestTooLarge, what,
                "the body is larger than the app or the front door takes.", "Send less in one request, or put the file where the app can read it."),
            422 => new(AppErrorReason.InvalidRequest, what, null, "See the body: it is not of the form that FastAPI gives refused values."),
            429 => new(AppErrorReason.RateLimited, what, "too many requests in a short time.", RetryAfter(response)),
            503 when body.Contains("Queue is full", StringComparison.Ordinal) => new(AppErrorReason.RateLimited, what,
                "as many calls wait as the Gradio app lets wait (queue(max_size=…)).", RetryAfter(response)),
            502 or 503 or 504 => Unavailable(request, what, status),
            _ when !isAppsOwn && IsNotAvailablePage(body) => Unavailable(request, what, status),
            >= 500 => new(AppErrorReason.AppFailed, what,
                "the app failed while it answered.", $"Look for the request in the app's logs (databricks apps logs {request.Advice.App})."),
            _ => new(AppErrorReason.ErrorStatus, what),
        };

        string With(string words) => what.Contains(words, StringComparison.OrdinalIgnoreCase) ? what : $"{what}: {words}";
    }

    /// <summary>Tells whether the explanation gains by what the workspace says of the app: an answer of the front door, not of the app.</summary>
    public static bool DependsOnApp(HttpResponseMessage response, ReadOnlySpan<byte> body) =>
        (int)response.StatusCode is 302 or 401 or 403 or 404 or 502 or 503 && !(body.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..]);

    private static Explanation Unavailable(AppRequest request, string what, int status) => new(
        AppErrorReason.AppUnavailable,
        what,
        status == 504
            ? "the app did not answer in the time that the front door waits (about 120 seconds), or it is just starting."
            : "the app is stopped, starting or being deployed.",
        status == 504
            ? "Call again; long work belongs in a job that is polled."
            : request.Advice.AppState ?? $"Try again in a minute; if it stays, look at the app's state (databricks apps get {request.Advice.App}) and start it (databricks apps start {request.Advice.App}).");

    private static string OutsideApi(AppRequest request) =>
        request.Route.StartsWith("/api/", StringComparison.Ordinal)
            ? ""
            : " Token authentication works on routes below /api/ only, and this one is not.";

    private static string RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => string.Create(CultureInfo.InvariantCulture, $"Wait {(long)delta.TotalSeconds} seconds (Retry-After), and call again."),
            { Date: { } date } => string.Create(CultureInfo.InvariantCulture, $"Wait until {date:u} (Retry-After), and call again."),
            _ => "Wait, and call less often.",
        };

    private static string Phrase(HttpResponseMessage response) =>
        string.IsNullOrEmpty(response.ReasonPhrase) ? response.StatusCode.ToString() : response.ReasonPhrase;

    private static bool IsNotAvailablePage(string body) => body.Contains("App Not Available", StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(string body) => body.AsSpan().TrimStart() is ['{' or '[', ..];

    /// <summary>Gets FastAPI's <c>{"detail": "…"}</c>, and of a refusal the workspace's <c>{"error_code": "…", "message": "…"}</c>.</summary>
    private static string? DetailOf(string body, bool isRefusal)
    {
        const int longest = 500;
        if (!IsJson(body))
        {
            return null;
        }

        try
        {
            JsonElement json = LenientText.Parse(Encoding.UTF8.GetBytes(body), JsonLimits.MaxDepth);
            return (json.GetText("detail") ?? (isRefusal ? json.GetText("message") ?? json.GetText("error_description") : null)) is { Length: > 0 } text
                ? text.Length > longest ? LenientText.Cut(text, longest) + "…" : text
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
