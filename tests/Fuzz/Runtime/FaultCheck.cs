using System.Diagnostics;
using DatabricksApps.Fuzz.ThingsApi;

namespace DatabricksApps.Fuzz.Runtime;

/// <summary>Calls a method over a socket that does what a script says, and judges how it ends, and that it does.</summary>
internal static class FaultCheck
{
    // A stream may stay open as long as its server wants. Then it is the caller who leaves.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    // The time for the call is a fraction of a second; the rest is for a machine that does other things too.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_shrinkLimit = TimeSpan.FromSeconds(4);

    /// <summary>Runs a case.</summary>
    public static async Task<IReadOnlyList<Failure>> RunAsync(FuzzCase fuzzCase)
    {
        Script script = Script.Read(fuzzCase.Input);
        ThingCall call = ThingCall.Find(script.Get("@call"));
        TimeSpan timeout = TimeSpan.FromMilliseconds(Math.Clamp(script.Number("@timeout") ?? 300, 50, 1_000));
        using FaultServer server = new(script);
        using CancellationTokenSource caller = new();
        UploadSource source = UploadSource.Of(script);
        bool isOpenStream = false;
        bool hasBody = false;
        AppRequestOptions options = new()
        {
            OnResponse = response =>
            {
                hasBody = (int)response.StatusCode is not (204 or 205 or 304);
                isOpenStream = call.IsStreamed && (int)response.StatusCode is >= 200 and < 300
                && response.ContentHeaders.ContentType?.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) != true;
            },
        };
        using HttpClient http = new(new SocketsHttpHandler()) { BaseAddress = server.Address, Timeout = timeout };
        ThingsClient client = script.Get("@via") == "create"
            ? ThingsClient.Create(new DatabricksAppOptions { BaseAddress = server.Address, Token = "t", Timeout = timeout })
            : new ThingsClient(http);
        using IDisposable owned = client;
        CallInput input = new(client, options, AppFile.FromStream(source, "a.bin"), caller.Token);

        Stopwatch watch = Stopwatch.StartNew();
        Task<IReadOnlyList<Failure>> ended = Outcome.OfAsync(call, input, () => source.Thrown, exception =>
            exception is not null ? FindWrongReason(exception, server, source)
            : hasBody ? FindWrongSuccess(call, script)
            : null);
        if (await Task.WhenAny(ended, Task.Delay(s_patience)) != ended && isOpenStream)
        {
            await caller.CancelAsync();
        }

        if (await Task.WhenAny(ended, Task.Delay(fuzzCase.Wanted is null ? s_limit : s_shrinkLimit)) == ended)
        {
            return await ended;
        }

        await caller.CancelAsync();
        string what = isOpenStream ? "stream that the caller has left" : "call";
        return [new Failure($"no end of a {what} via {(script.Get("@via") == "create" ? "Create" : "HttpClient")}",
            $"{call.Name} with a timeout of {timeout.TotalSeconds:F1} seconds has not ended after {watch.Elapsed.TotalSeconds:F0}")];
    }

    // Not of calls whose answer nobody reads, nor of streams, whose last items are all that is missing.
    private static string? FindWrongSuccess(ThingCall call, Script script) =>
        script.Get("@packed") == "cut" && script.Get("@via") == "create" && script.Body.Length > 0
            && call.Name != "DeleteAll" && !ThingCall.OfStreams.Contains(call)
            && script.All("@server").Any(action => action.Contains("Content-Encoding: gzip", StringComparison.Ordinal))
            ? "success, and the packed answer had no end"
            : null;

    private static string? FindWrongReason(AppException exception, FaultServer server, UploadSource source)
    {
        // With a status it was a proxy that answered, and no connection to the app came about.
        if (exception.Reason == AppErrorReason.Unreachable && exception.StatusCode is null && server.HasReceived)
        {
            return source.Thrown is null ? "Unreachable, and the connection had come about" : "Unreachable, and the caller's own stream had failed";
        }

        return source.Thrown is not null && exception.StatusCode is null && exception.Reason != AppErrorReason.Timeout
            ? $"{exception.Reason}, and the caller's own stream had failed"
            : null;
    }
}
