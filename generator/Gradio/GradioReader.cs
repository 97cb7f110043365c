using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.Gradio;

/// <summary>Reads a snapshot of a Gradio app: one JSON object with what the app answers on <c>/config</c> and <c>/info</c>.</summary>
/// <remarks>
/// The answer of <c>/info</c> alone is read too. It does not say which endpoints are generators, nor where the app is
/// mounted.
/// </remarks>
internal static class GradioReader
{
    private const string Endpoints = "named_endpoints";

    /// <summary>Reads a snapshot.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The document; null if the file is no snapshot.</returns>
    public static GradioReadResult? TryRead(string path, string text, Findings findings, CancellationToken cancellationToken)
    {
        // Nearly every document is none, and is not to be parsed twice to find that out.
        if (text.IndexOf($"\"{Endpoints}\"", StringComparison.Ordinal) < 0)
        {
            return null;
        }

        Findings ofParsing = new();
        try
        {
            (JsonNode? root, IPositions positions) = DocumentText.Parse(path, text, "", ofParsing, cancellationToken);
            if (root is not JsonObject members || FindInfo(members) is not { } info)
            {
                return null;
            }

            foreach (Finding finding in ofParsing.Items)
            {
                findings.Add(finding);
            }

            GradioDocument document = Read(members, info.Node, info.Pointer, findings, cancellationToken);
            document.Length = text.Length;
            return new GradioReadResult(document, positions);
        }
        catch (DocumentException)
        {
            // The reader of OpenAPI documents meets it too, and tells it.
            return null;
        }
    }

    private static (JsonObject Node, string Pointer)? FindInfo(JsonObject root)
    {
        if (root.ContainsKey("openapi") || root.ContainsKey("swagger"))
        {
            return null;
        }

        return root.GetObject(Endpoints) is not null ? (root, "")
            : root.GetObject("info") is { } info && info.GetObject(Endpoints) is not null ? (info, "/info")
            : null;
    }

    private static GradioDocument Read(
        JsonObject root, JsonObject info, string pointer, Findings findings, CancellationToken cancellationToken)
    {
        JsonObject? config = root.GetObject("config");
        GradioSchemas schemas = new(root, findings, cancellationToken);
        HashSet<string> generators = new(Generators(config), StringComparer.Ordinal);
        List<GradioEndpoint> endpoints = new();
        string parent = JsonPointer.Append(pointer, Endpoints);
        foreach (KeyValuePair<string, JsonNode?> member in info.GetObject(Endpoints)!)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string place = JsonPointer.Append(parent, member.Key);
            if (member.Value is not JsonObject endpoint)
            {
                findings.OperationSkipped(place, $"an endpoint is an object, not {member.Value.KindName()}");
            }
            else if (IsPublic(endpoint))
            {
                endpoints.Add(ReadEndpoint(member.Key, endpoint, place, generators, schemas));
            }
        }

        TellUnnamed(info, pointer, endpoints.Count, findings);
        schemas.Link();
        return new GradioDocument
        {
            Title = config?.GetText("title"),
            Version = config?.GetText("version") ?? root.GetText("version"),
            RootPath = PathOf(config?.GetText("root")),
            Pointer = pointer,
            Endpoints = endpoints,
            Schemas = schemas.Components,
        };
    }

    // By its number alone no function can be called: it is another one's in the next version of the app.
    private static void TellUnnamed(JsonObject info, string pointer, int named, Findings findings)
    {
        const string unnamed = "unnamed_endpoints";
        foreach (KeyValuePair<string, JsonNode?> member in info.GetObject(unnamed) ?? new JsonObject())
        {
            findings.OperationSkipped(
                JsonPointer.Append(JsonPointer.Append(pointer, unnamed), member.Key), $"an endpoint without a name cannot be called; give its event an api_name in the app");
        }

        if (named == 0)
        {
            findings.OperationSkipped(
                JsonPointer.Append(pointer, Endpoints), $"the app shows no endpoint with a name, so that the client has no method; give its events an api_name, and take the snapshot again");
        }
    }

    // Before 6.0 show_api says it; what the app does not document is not asked for, but a snapshot may have it.
    private static bool IsPublic(JsonObject endpoint) =>
        (endpoint.GetText("api_visibility") ?? "public") == "public" && endpoint.GetFlag("show_api") != false;

    private static GradioEndpoint ReadEndpoint(
        string name, JsonObject endpoint, string pointer, HashSet<string> generators, GradioSchemas schemas)
    {
        string parameters = JsonPointer.Append(pointer, "parameters");
        string returns = JsonPointer.Append(pointer, "returns");
        return new GradioEndpoint
        {
            Pointer = pointer,
            Name = name,
            Description = endpoint.GetText("description"),
            IsGenerator = generators.Contains(name.TrimStart('/')),
            Parameters = Objects(endpoint.GetArray("parameters"))
                .Select(item => ReadParameter(item.Node, JsonPointer.Append(parameters, item.Index), item.Index, schemas)).ToList(),
            Returns = Objects(endpoint.GetArray("returns"))
                .Select(item => ReadReturn(item.Node, JsonPointer.Append(returns, item.Index), schemas)).ToList(),
        };
    }

    private static GradioParameter ReadParameter(JsonObject parameter, string pointer, int index, GradioSchemas schemas) => new()
    {
        Name = parameter.GetText("parameter_name") ?? "param_" + index,
        Label = parameter.GetText("label"),
        Component = parameter.GetText("component"),

        // Before it is repaired: the running app tells it as it is here.
        Kind = InputKind.Of(parameter.Get("type")),
        Schema = schemas.Read(parameter.Get("type"), JsonPointer.Append(pointer, "type")),
        Default = parameter.GetFlag("parameter_has_default") == true ? new ApiValue(parameter.Get("parameter_default")) : null,
        HasFileDefault = HostFiles.RemovePlaces(parameter.Get("parameter_default")),
    };

    private static GradioReturn ReadReturn(JsonObject output, string pointer, GradioSchemas schemas) => new()
    {
        Label = output.GetText("label"),
        Component = output.GetText("component"),
        Schema = schemas.Read(output.Get("type"), JsonPointer.Append(pointer, "type")),
    };

    private static IEnumerable<(JsonObject Node, int Index)> Objects(JsonArray? array) =>
        (array ?? new JsonArray()).Select((node, index) => (Node: node as JsonObject, Index: index))
            .Where(item => item.Node is not null).Select(item => (item.Node!, item.Index));

    /// <summary>Finds the endpoints that stream, which the configuration alone says.</summary>
    private static IEnumerable<string> Generators(JsonObject? config) =>
        from item in Objects(config?.GetArray("dependencies"))
        where item.Node.GetObject("types")?.GetFlag("generator") == true
        let name = item.Node.GetText("api_name")
        where name is not null
        select name;

    private static string PathOf(string? root)
    {
        int scheme = root?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        int path = root?.IndexOf('/', scheme < 0 ? 0 : scheme + 3) ?? -1;
        return path < 0 ? "" : root!.Substring(path).TrimEnd('/');
    }
}
