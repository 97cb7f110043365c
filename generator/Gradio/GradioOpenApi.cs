using System;
using System.Linq;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Gradio;

/// <summary>Recognises the OpenAPI documents that a Gradio app serves, none of which types its calls.</summary>
internal static class GradioOpenApi
{
    private static readonly MessageText s_advice =
        $"take a snapshot of the app's /config and /info instead, and add it as a file named like demo.gradio.json";

    private static readonly string[] s_frameworkPaths =
    {
        "/", "/login", "/logout", "/config", "/theme.css", "/robots.txt", "/favicon.ico", "/manifest.json", "/pwa_icon", "/monitoring",
        "/svelte", "/static", "/assets", "/gradio_api", "/file", "/proxy", "/stream", "/reset", "/heartbeat", "/api/{api_name}", "/run/{api_name}", "/call",
        "/queue", "/cancel", "/component_server", "/upload", "/upload_progress", "/startup-events", "/info", "/app_id", "/token",
        "/user", "/custom_component", "/process_recording", "/dev", "/login_check",
    };

    /// <summary>Tells the user if the document is one of them.</summary>
    public static void Report(ApiDocument document, Findings findings)
    {
        if (document.Operations.Count == 0)
        {
            return;
        }

        if (document.Schemas.Any(schema => schema.Name == "SimplePredictBody"))
        {
            if (document.Operations.All(operation => IsFramework(operation.Path)))
            {
                findings.GradioOpenApi(
                    "/paths",
                    $"The document has the routes of the Gradio framework alone, which every Gradio app has, and none of the app's own endpoints; {s_advice}");
            }

            return;
        }

        if (document.Operations.All(operation => IsCall(operation) || operation.Path.EndsWith("/upload", StringComparison.Ordinal)))
        {
            findings.GradioOpenApi(
                "/paths",
                $"The document is the one that Gradio makes of the app's endpoints, in which results have no types and calls are split into two requests; {s_advice}");
        }
    }

    private static bool IsFramework(string path) =>
        s_frameworkPaths.Any(known => path == known
            || (known.Length > 1 && path.StartsWith(known, StringComparison.Ordinal) && path[known.Length] is '/' or '='));

    // Since 6.13 /gradio_api/call/v2/greet and /gradio_api/call/greet/{event_id}, before /run/greet.
    private static bool IsCall(ApiOperation operation) =>
        operation.Path.StartsWith("/gradio_api/call/", StringComparison.Ordinal)
        || (operation.Method == "POST" && operation.Path.StartsWith("/run/", StringComparison.Ordinal) && operation.Path.IndexOf('{') < 0
            && operation.Path.IndexOf('/', "/run/".Length) < 0);
}
