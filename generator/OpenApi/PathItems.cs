using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Builds the part of the outline that holds path items and their operations.</summary>
internal sealed class PathItems
{
    private const string AdditionalOperations = "additionalOperations";

    private readonly OutlineBuilder _builder;
    private readonly Findings _findings;
    private readonly IncomingCalls _incoming;

    public PathItems(OutlineBuilder builder, Findings findings, IncomingCalls incoming)
    {
        _builder = builder;
        _findings = findings;
        _incoming = incoming;
    }

    /// <summary>Gets whether the operations are calls that the app makes, which have no method anyway.</summary>
    public bool IsIncoming { get; init; }

    /// <summary>Reads the paths of a document.</summary>
    public JsonObject Read(JsonObject root, CancellationToken cancellationToken)
    {
        JsonObject paths = new();
        JsonNode? node = root.Get("paths");
        if (node is not JsonObject members)
        {
            if (node is not null)
            {
                Skip("/paths", $"'paths' is an object, not {node.KindName()}");
            }

            return paths;
        }

        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (OutlineBuilder.IsExtension(member.Key))
            {
                continue;
            }

            string pointer = JsonPointer.Append("/paths", member.Key);
            string path = member.Key;
            if (!path.StartsWith("/", StringComparison.Ordinal))
            {
                path = "/" + path;
                _findings.Add(
                    DiagnosticDescriptors.Repaired.Id, pointer, $"the path '{member.Key}' does not start with '/'; it is read as if it did");
            }

            if (paths.GetObject(path) is not { } outline)
            {
                paths[path] = outline = new JsonObject();
            }

            AddPath(outline, member.Value, pointer);
        }

        return paths;
    }

    /// <summary>Adds the operations of a path: those of the path item that it refers to, then its own, which win.</summary>
    /// <remarks>
    /// What stands beside a path item's <c>$ref</c> is undefined by the specification, and meant by its authors, also
    /// where the reference points at nothing.
    /// </remarks>
    private void AddPath(JsonObject outline, JsonNode? node, string pointer)
    {
        Stack<Place> way = new();
        bool hasOwn = node is JsonObject own && own.Any(member => HttpMethods.IsKey(member.Key) || member.Key == AdditionalOperations);
        _builder.Follow(node, pointer, hasOwn ? "the operations beside it are kept" : "the path is left out", way);
        foreach (Place item in way)
        {
            Add(outline, item);
        }
    }

    /// <summary>Adds the operations of a path item to that of the outline.</summary>
    public void Add(JsonObject outline, Place item)
    {
        if (_builder.Servers(item) is { Count: > 0 } servers)
        {
            outline["servers"] = servers;
        }

        ParameterList parameters = new(_builder, _findings);
        parameters.AddAll(item);
        foreach (KeyValuePair<string, JsonNode?> member in item.Node)
        {
            string pointer = JsonPointer.Append(item.Pointer, member.Key);
            if (HttpMethods.IsKey(member.Key))
            {
                AddOperation(outline, member.Key.ToLowerInvariant(), member.Value, pointer, parameters);
            }
            else if (member.Key == AdditionalOperations)
            {
                AddAdditional(outline, member.Value, pointer, parameters);
            }
            else if (!OutlineBuilder.IsExtension(member.Key) && member.Value is JsonObject other && other.ContainsKey("responses"))
            {
                Skip(pointer, $"a path item has no '{member.Key}'; other methods than its own stand in {AdditionalOperations}");
            }
        }
    }

    private void AddAdditional(JsonObject outline, JsonNode? node, string pointer, ParameterList parameters)
    {
        if (node is not JsonObject operations)
        {
            Skip(pointer, $"{AdditionalOperations} is an object, not {node.KindName()}");
            return;
        }

        foreach (KeyValuePair<string, JsonNode?> operation in operations)
        {
            AddOperation(outline, operation.Key, operation.Value, JsonPointer.Append(pointer, operation.Key), parameters);
        }
    }

    /// <summary>Tells that an operation has no method.</summary>
    private void Skip(string pointer, MessageText reason) =>
        _findings.Add(IsIncoming ? DiagnosticDescriptors.Repaired.Id : DiagnosticDescriptors.OperationSkipped.Id, pointer, reason);

    private void AddOperation(
        JsonObject item, string method, JsonNode? node, string pointer, ParameterList inherited)
    {
        if (node is not JsonObject operation)
        {
            Skip(pointer, $"an operation is an object, not {node.KindName()}");
            return;
        }

        JsonObject outline = Outline.Node(pointer);
        _incoming.AddCallbacks(outline, operation, pointer);
        Outline.CopyText(operation, outline, "operationId");
        Outline.CopyText(operation, outline, "summary");
        Outline.CopyText(operation, outline, "description");
        Outline.CopyFlag(operation, outline, "deprecated");
        outline["tags"] = Outline.Array(operation.GetTexts("tags").Where(tag => !string.IsNullOrWhiteSpace(tag)).ToList());
        if (_builder.Servers(new Place(operation, pointer)) is { Count: > 0 } servers)
        {
            outline["servers"] = servers;
        }

        if (OutlineFacts.Security(operation) is { } security)
        {
            outline["security"] = security;
        }

        ParameterList parameters = inherited.Copy();
        parameters.AddAll(new Place(operation, pointer));
        _builder.AddPayload(outline, new Place(operation, pointer), parameters.Items);
        if (HttpMethods.IsKey(method))
        {
            Put(item, method.ToLowerInvariant(), outline);
        }
        else if (HttpMethods.IsToken(method))
        {
            if (item.GetObject(AdditionalOperations) is not { } additional)
            {
                item[AdditionalOperations] = additional = new JsonObject();
            }

            // The library knows no case of methods either.
            Put(additional, method.ToUpperInvariant(), outline);
        }
        else
        {
            Skip(pointer, $"'{method}' is no HTTP method");
        }
    }

    private void Put(JsonObject operations, string method, JsonObject outline)
    {
        if (operations.GetObject(method) is { } earlier)
        {
            Skip(earlier.GetText(Outline.Pointer)!, $"the path has the method twice, and the last one counts: '{outline.GetText(Outline.Pointer)}'");
        }

        operations[method] = outline;
    }
}
