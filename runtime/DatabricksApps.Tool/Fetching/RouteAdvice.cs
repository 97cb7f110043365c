using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Fetching;

/// <summary>What of a document cannot be called, since the front door takes tokens below <c>/api/</c> alone.</summary>
internal static class RouteAdvice
{
    private const int MostShown = 3;

    public static bool IsBelowApi(string route) => route.StartsWith("/api/", StringComparison.Ordinal) || route == "/api";

    /// <summary>Gets what stands before the routes.</summary>
    /// <param name="document">The document.</param>
    /// <param name="basePath">The item's metadata <c>BasePath</c>; empty: the document says it.</param>
    public static string BaseOf(ApiDocument document, string basePath = "")
    {
        string server = basePath.Length > 0 ? basePath
            : document.Root.Member("basePath").Text() ?? document.Root.Member("servers").Items().FirstOrDefault().Member("url").Text() ?? "";
        string path = Uri.TryCreate(server, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? new Uri(server).AbsolutePath : server;
        return path.Trim('/') is { Length: > 0 } kept ? "/" + kept : "";
    }

    /// <summary>Gets the operations that lie elsewhere.</summary>
    public static IReadOnlyList<ApiOperation> Outside(ApiDocument document, string basePath = "")
    {
        string before = BaseOf(document, basePath);
        return [.. document.Operations().Where(operation => !IsBelowApi(before + operation.Path))];
    }

    /// <summary>Tells what cannot be called.</summary>
    /// <param name="found">The document.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="basePath">The item's metadata <c>BasePath</c>.</param>
    public static IEnumerable<Failure> Of(FoundDocument found, AppSource source, string basePath = "")
    {
        if (found.Document.Kind == DocumentKind.Gradio)
        {
            if (!IsBelowApi(found.Route))
            {
                yield return new Failure(
                    "the Gradio app is not mounted below /api/: on Databricks it cannot be called with a token",
                    null,
                    $"the app's author mounts it there, gr.mount_gradio_app(app, demo, path=\"/api/demo\"), then add {source}/api/demo");
            }

            yield break;
        }

        IReadOnlyList<ApiOperation> outside = Outside(found.Document, basePath);
        int all = found.Document.Operations().Count();
        if (outside.Count > 0)
        {
            string some = string.Join(", ", outside.Take(MostShown)) + (outside.Count > MostShown ? ", …" : "");
            yield return new Failure(
                $"{(outside.Count == all ? "no operation can be called" : $"{outside.Count} of {ApiDocument.Count(all, "operation")} cannot be called")} on Databricks with a token, which is taken below /api/ alone: {some}",
                null,
                "the app's author serves them below /api/: app.include_router(router, prefix=\"/api\")");
        }

        if (!IsBelowApi(found.Route))
        {
            yield return new Failure(
                $"the app serves its document as {found.Route}, where the front door of Databricks takes no token: it cannot be fetched from there",
                null,
                "the app's author serves it below /api/: FastAPI(openapi_url=\"/api/openapi.json\")");
        }
    }
}
