using System.Text.Json;

namespace DatabricksApps.Auth;

/// <summary>What the workspace says of an app.</summary>
internal sealed class AppDescription
{
    private const string AppsDomain = ".databricksapps.com";

    private AppDescription(Uri url, string? stateHint, IReadOnlyList<string> userScopes)
    {
        Url = url;
        StateHint = stateHint;
        UserScopes = userScopes;
    }

    /// <summary>Gets the app's URL, checked: a token may be sent to it.</summary>
    public Uri Url { get; }

    /// <summary>Gets why the app may not answer, and what to do, in sentences; null: it is running.</summary>
    public string? StateHint { get; }

    /// <summary>Gets the scopes that the app asks its users for; empty: none.</summary>
    public IReadOnlyList<string> UserScopes { get; }

    /// <summary>Reads the answer.</summary>
    /// <exception cref="AppException">It names no URL, or one that is not an app's.</exception>
    public static AppDescription Read(JsonElement? app, WorkspaceAnswer answer, string name, WorkspaceHost workspace)
    {
        if (app is not { } json)
        {
            throw AppLookupFailure.Of(name, AnswerFailure.NotJson(answer, "the workspace did not tell", "JSON that describes it"));
        }

        string? hint = StateHintOf(json, name);
        if (AnswerJson.Text(json, "url") is not { } text)
        {
            throw AppLookupFailure.Of(
                name, AppErrorReason.AppUnavailable, $"{workspace} knows it, but no URL of it", hint ?? "it was never deployed.",
                $"Deploy it: databricks apps deploy {name}.");
        }

        string address = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        return Uri.TryCreate(address, UriKind.Absolute, out Uri? url) && IsApp(url, workspace)
            ? new AppDescription(new Uri(url.GetLeftPart(UriPartial.Path)), hint, Scopes(json))
            : throw AppLookupFailure.Of(
                name, AppErrorReason.UnexpectedValue,
                $"{workspace} says that it is at a place that is not beneath databricksapps.com, so no token is sent there",
                null, "If that place is right, set BaseAddress to it.");
    }

    // The name must end at a dot of the domain: notdatabricksapps.com is somebody else's.
    private static bool IsApp(Uri url, WorkspaceHost workspace) =>
        WorkspaceHost.IsSafe(url)
        && url.UserInfo.Length == 0
        && (url.IdnHost.EndsWith(AppsDomain, StringComparison.OrdinalIgnoreCase)
            || (url.IsLoopback && workspace.Origin.IsLoopback));

    private static string? StateHintOf(JsonElement app, string name)
    {
        string? compute = State(app, "compute_status");
        string? state = State(app, "app_status");
        return (compute, state) switch
        {
            ("STOPPED" or "STOPPING", _) => $"The app {name} is stopped. Start it: databricks apps start {name}.",
            ("STARTING" or "UPDATING", _) or (_, "DEPLOYING") => $"The app {name} is starting. Wait, and call again.",
            ("ERROR", _) => $"The app {name} has no compute (ERROR). Look at it: databricks apps get {name}.",
            ("DELETING", _) => $"The app {name} is being deleted.",
            (_, "CRASHED") => $"The app {name} has crashed. Look at its logs: databricks apps logs {name}.",
            (_, "UNAVAILABLE") => $"The app {name} is not available. Look at it: databricks apps get {name}.",
            _ => null,
        };
    }

    private static string[] Scopes(JsonElement app) =>
        (app.TryGetProperty("effective_user_api_scopes", out JsonElement scopes) || app.TryGetProperty("user_api_scopes", out scopes))
        && scopes.ValueKind == JsonValueKind.Array
            ? [.. scopes.EnumerateArray().Where(s => s.ValueKind == JsonValueKind.String).Select(s => s.GetString()!).Where(IsScope)]
            : [];

    // They end in a command that the reader may run: what no scope of Databricks has in it is left out.
    private static bool IsScope(string scope) =>
        scope.Length is > 0 and <= 100
        && scope.AsSpan().IndexOfAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-:/") < 0;

    private static string? State(JsonElement app, string member) =>
        app.TryGetProperty(member, out JsonElement status) ? AnswerJson.Text(status, "state") : null;
}
