using System.Text.Json;
using System.Text.RegularExpressions;
using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Fetching;

namespace DatabricksApps.Tool.Lint;

/// <summary>The same of a Gradio app.</summary>
internal static partial class GradioRules
{
    public static IEnumerable<Finding> Run(ApiDocument document)
    {
        string root = document.Root.Member("config").Member("root").Text() ?? "";
        if (!RouteAdvice.IsBelowApi(root))
        {
            yield return new Finding(
                "outside-api",
                "/config/root",
                $"the app is mounted at {(root.Length == 0 ? "/" : root)}, outside /api/: the front door of Databricks takes no token there",
                "gr.mount_gradio_app(app, demo, path=\"/api/demo\")");
        }

        foreach (JsonProperty endpoint in document.Endpoints().Where(endpoint => MadeUp().IsMatch(endpoint.Name)))
        {
            yield return new Finding(
                "endpoint-name",
                Finding.PointerTo("info", "named_endpoints", endpoint.Name),
                $"{endpoint.Name} has a name that Gradio made up: it changes when another event is added",
                "button.click(greet, inputs, outputs, api_name=\"greet\")");
        }
    }

    [GeneratedRegex(@"^/(predict|lambda|fn|wrapper|inner)?(_\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex MadeUp();
}
