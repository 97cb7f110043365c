using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>Reads path items and their operations.</summary>
/// <remarks>
/// What stands nearest to the operation counts, before the path item and the document. Servers and security are replaced
/// as a whole, parameters one by one (OpenAPI, "Operation Object").
/// </remarks>
internal sealed class PathItems
{
    private const string AdditionalOperations = "additionalOperations";

    private readonly VersionReader _version;
    private readonly DocumentDefaults _defaults;
    private readonly Findings _findings;
    private readonly IncomingCalls _incoming;

    public PathItems(VersionReader version, DocumentDefaults defaults, Findings findings, IncomingCalls incoming)
    {
        _version = version;
        _defaults = defaults;
        _findings = findings;
        _incoming = incoming;
    }

    /// <summary>Gets whether the operations are calls that the app makes, which have no method anyway.</summary>
    public bool IsIncoming { get; init; }

    /// <summary>Reads the paths of a document.</summary>
    public IReadOnlyList<ApiOperation> Read(JsonObject root, CancellationToken cancellationToken)
    {
        // From 3.1 on a document may do without paths: it has webhooks or components alone.
        JsonNode? node = root.Get("paths");
        if (node is not JsonObject members)
        {
            if (node is not null)
            {
                Skip("/paths", $"'paths' is an object, not {node.KindName()}");
            }

            return Array.Empty<ApiOperation>();
        }

        List<PathOperations> paths = new();
        Dictionary<string, PathOperations> byPath = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsExtension(member.Key))
            {
                continue;
            }

            string pointer = JsonPointer.Append("/paths", member.Key);
            string path = member.Key;
            if (!path.StartsWith("/", StringComparison.Ordinal))
            {
                path = "/" + path;
                _findings.Repaired(pointer, $"the path '{member.Key}' does not start with '/'; it is read as if it did");
            }

            // `items` and `/items` are two keys and, once repaired, one path.
            if (!byPath.TryGetValue(path, out PathOperations? operations))
            {
                operations = new PathOperations();
                byPath.Add(path, operations);
                paths.Add(operations);
            }

            AddPath(operations, path, member.Value, pointer);
        }

        return paths.SelectMany(operations => operations.Items).ToList();
    }

    /// <summary>Tells whether a key is an extension where any name may stand.</summary>
    public static bool IsExtension(string key) => key.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>Adds the operations of a path: those of the path item that it refers to, then its own, which win.</summary>
    /// <remarks>
    /// What stands beside a path item's <c>$ref</c> is undefined by the specification, and meant by its authors, also
    /// where the reference points at nothing.
    /// </remarks>
    private void AddPath(PathOperations operations, string path, JsonNode? node, string pointer)
    {
        Stack<Place> way = new();
        bool hasOwn = node is JsonObject own && own.Any(member => HttpMethods.IsKey(member.Key) || member.Key == AdditionalOperations);
        _version.Objects.Follow(node, pointer, hasOwn ? "the operations beside it are kept" : "the path is left out", way);
        string? serverUrl = way.Select(_version.ServerUrl).LastOrDefault(url => url is not null);
        foreach (Place item in way)
        {
            Add(operations, path, item, serverUrl);
        }
    }

    /// <summary>Adds the operations of a path item.</summary>
    public void Add(PathOperations operations, string path, Place item) => Add(operations, path, item, _version.ServerUrl(item));

    private void Add(PathOperations operations, string path, Place item, string? serverUrl)
    {
        _version.Kinds.Check(item.Node, item.Pointer, MemberKinds.PathItem);
        PathItem owner = new(operations, path, serverUrl, new ParameterList(_version, _findings));
        owner.Parameters.AddAll(item);
        foreach (KeyValuePair<string, JsonNode?> member in item.Node)
        {
            string pointer = JsonPointer.Append(item.Pointer, member.Key);
            if (HttpMethods.IsKey(member.Key))
            {
                AddOperation(owner, member.Key, member.Value, pointer);
            }
            else if (member.Key == AdditionalOperations)
            {
                AddAdditional(owner, member.Value, pointer);
            }
            else if (!IsExtension(member.Key) && member.Value is JsonObject other && other.ContainsKey("responses"))
            {
                // `responses` tells an operation from anything else: up to 3.0 each has to have it. Under a key that is no
                // method it was meant as one (`link`, `purge`), which a path item has a place for from 3.2 on.
                Skip(pointer, $"a path item has no '{member.Key}'; other methods than its own stand in {AdditionalOperations}");
            }
        }
    }

    private void AddAdditional(PathItem owner, JsonNode? node, string pointer)
    {
        if (node is not JsonObject operations)
        {
            Skip(pointer, $"{AdditionalOperations} is an object, not {node.KindName()}");
            return;
        }

        foreach (KeyValuePair<string, JsonNode?> operation in operations)
        {
            AddOperation(owner, operation.Key, operation.Value, JsonPointer.Append(pointer, operation.Key));
        }
    }

    /// <summary>Tells that an operation has no method.</summary>
    private void Skip(string pointer, MessageText reason)
    {
        if (IsIncoming)
        {
            _findings.Repaired(pointer, reason);
        }
        else
        {
            _findings.OperationSkipped(pointer, reason);
        }
    }

    private void AddOperation(PathItem owner, string method, JsonNode? node, string pointer)
    {
        if (node is not JsonObject members)
        {
            Skip(pointer, $"an operation is an object, not {node.KindName()}");
            return;
        }

        ApiOperation operation = ReadOperation(owner, method, new Place(members, pointer));
        if (!HttpMethods.IsToken(method))
        {
            Skip(pointer, $"'{method}' is no HTTP method");
        }
        else if (owner.Operations.Put(operation) is { } earlier)
        {
            Skip(earlier.Pointer, $"the path has the method twice, and the last one counts: '{pointer}'");
        }
    }

    private ApiOperation ReadOperation(PathItem owner, string method, Place place)
    {
        _version.Kinds.Check(place.Node, place.Pointer, MemberKinds.Operation);
        IReadOnlyList<ApiOperation> callbacks = _incoming.ReadCallbacks(place);
        string? serverUrl = _version.ServerUrl(place);
        ParameterList parameters = owner.Parameters.Copy();
        parameters.AddAll(place);
        Payload payload = _version.ReadPayload(place, parameters.Items);
        JsonObject node = place.Node;
        return new ApiOperation
        {
            Pointer = place.Pointer,
            Path = owner.Path,
            Method = method.ToUpperInvariant(),
            OperationId = node.GetText("operationId"),
            Summary = node.GetText("summary"),
            Description = node.GetText("description"),
            IsDeprecated = node.GetFlag("deprecated") == true,
            Tags = node.GetTexts("tags").Where(tag => !string.IsNullOrWhiteSpace(tag)).Distinct(StringComparer.Ordinal).ToList(),
            ServerUrl = serverUrl ?? owner.ServerUrl ?? _defaults.ServerUrl,
            Parameters = payload.Parameters,
            RequestBody = payload.RequestBody,
            Responses = payload.Responses,
            Security = DocumentDefaults.ReadSecurity(place, _version.Kinds) ?? _defaults.Security,
            Scopes = node.GetTexts("x-databricks-scopes").Where(scope => !string.IsNullOrWhiteSpace(scope)).ToList(),
            Callbacks = callbacks,
        };
    }

    /// <summary>What a path item gives to its operations.</summary>
    private sealed record PathItem(PathOperations Operations, string Path, string? ServerUrl, ParameterList Parameters);
}
