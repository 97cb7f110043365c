using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.OpenApi;

internal static class YamlTreeReader
{
    public static JsonNode? Read(string text, Findings findings, CancellationToken cancellationToken) =>
        throw new DocumentException(DiagnosticDescriptors.Unreadable.Id, "YAML");
}
