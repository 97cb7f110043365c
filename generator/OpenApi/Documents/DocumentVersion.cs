using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Documents;

/// <summary>Tells of which version a document is, and what is no OpenAPI document.</summary>
internal static class DocumentVersion
{
    public static DocumentRoot Identify(JsonNode? root, ReferencedFiles files)
    {
        if (root is not JsonObject members)
        {
            throw DocumentException.NotOpenApi($"it holds {root.KindName()} where an object with 'openapi' or 'swagger' is due");
        }

        string? version = members.GetText("openapi") ?? members.GetText("swagger");
        if (version is null)
        {
            throw DocumentException.NotOpenApi(Guess(members));
        }

        bool isSwagger = IsVersion(version, '2');
        if (!isSwagger && !IsVersion(version, '3'))
        {
            throw DocumentException.NotOpenApi($"its version is '{version}', and 2.0, 3.0, 3.1 and 3.2 can be read");
        }

        return new DocumentRoot(members, isSwagger, files);
    }

    private static bool IsVersion(string version, char major) =>
        version.Length > 0 && version[0] == major && (version.Length == 1 || version[1] == '.');

    private static MessageText Guess(JsonObject members)
    {
        if (members.ContainsKey("dependencies") && members.ContainsKey("components"))
        {
            return $"it is a Gradio app's /config, which does not describe its endpoints; take a snapshot that holds its /config and its /info";
        }

        return members.ContainsKey("detail")
            ? MessageText.Of($"it is an app's error message, saved in the document's place")
            : MessageText.Of($"it has neither 'openapi' nor 'swagger'; a FastAPI app serves its document at /openapi.json");
    }
}
