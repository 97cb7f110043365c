using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

/// <summary>What the checked-in document says about an exchange.</summary>
internal sealed class InventoryDocument
{
    private readonly JsonObject _root;

    private InventoryDocument(JsonObject root)
    {
        _root = root;
        Operations =
        [
            .. from path in root["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject()),
        ];
    }

    public IReadOnlyList<(string Method, string Path, JsonObject Node)> Operations { get; }

    public static InventoryDocument Load() =>
        new(JsonNode.Parse(File.ReadAllText(Repository.InventoryDocument))!.AsObject());

    /// <summary>Fails unless the document declares the answer: its status, its content type and, for JSON, its shape.</summary>
    public void Check(string method, string path, int status, MediaTypeHeaderValue? contentType, string? body)
    {
        string exchange = $"{method} {path}: {status} {contentType}";
        JsonObject responses = Find(method, path)["responses"]!.AsObject();
        JsonNode? response = responses[$"{status}"] ?? responses["default"];
        Assert.True(response is not null, $"{exchange}: the status is not declared.");

        JsonObject? content = response["content"]?.AsObject();
        if (content is null)
        {
            Assert.True(string.IsNullOrEmpty(body), $"{exchange}: no body is declared.");
            return;
        }

        JsonNode? media = contentType?.MediaType is { } name ? content[name] : null;
        Assert.True(media is not null, $"{exchange}: the content type is not declared.");
        if (contentType!.MediaType == "application/json")
        {
            new SchemaCheck(_root).Check(JsonNode.Parse(body!), media["schema"]!.AsObject(), exchange);
        }
    }

    // A literal path wins over a template, as it does in both frameworks.
    private JsonObject Find(string method, string path) =>
        (from operation in Operations
         where operation.Method == method && Regex.IsMatch(path, $"^{Regex.Replace(operation.Path, @"\{\w+\}", "[^/]+")}$")
         orderby operation.Path.Count(c => c == '{')
         select operation.Node).First();
}
