using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>Reads the calls that the app makes: webhooks and callbacks.</summary>
/// <remarks>
/// Their keys are no routes. A webhook's is a free name; a callback's is an expression such as
/// <c>{$request.body#/url}</c>, from which the app, not the client, makes the URL. So a callback goes by the name above
/// the expression, and the expression is not read.
/// </remarks>
internal sealed class IncomingCalls
{
    private readonly VersionReader _version;
    private readonly Findings _findings;
    private readonly PathItems _items;
    private readonly Dictionary<string, PathOperations> _byPointer = new(StringComparer.Ordinal);
    private int _depth;

    public IncomingCalls(VersionReader version, DocumentDefaults defaults, Findings findings)
    {
        _version = version;
        _findings = findings;
        _items = new PathItems(version, defaults, findings, this) { IsIncoming = true };
    }

    /// <summary>Reads the webhooks of a document; Redoc's <c>x-webhooks</c> is what 3.0 had before 3.1 took them over.</summary>
    public IReadOnlyList<ApiOperation> ReadWebhooks(JsonObject root)
    {
        string key = root.ContainsKey("webhooks") ? "webhooks" : "x-webhooks";
        List<PathOperations> webhooks = new();
        foreach (KeyValuePair<string, JsonNode?> member in root.GetObject(key) ?? new JsonObject())
        {
            if (!PathItems.IsExtension(member.Key)
                && Read(member.Key, member.Value, JsonPointer.Append("/" + key, member.Key)) is { } webhook
                && !webhooks.Contains(webhook))
            {
                webhooks.Add(webhook);
            }
        }

        return webhooks.SelectMany(webhook => webhook.Items).ToList();
    }

    /// <summary>Reads the callbacks of an operation.</summary>
    public IReadOnlyList<ApiOperation> ReadCallbacks(Place operation)
    {
        List<ApiOperation> operations = new();
        foreach (KeyValuePair<string, JsonNode?> member in operation.Node.GetObject("callbacks") ?? new JsonObject())
        {
            string pointer = JsonPointer.Append(operation.Pointer + "/callbacks", member.Key);
            if (PathItems.IsExtension(member.Key) || _version.Objects.Follow(member.Value, pointer, "the callback is left out") is not { } callback)
            {
                continue;
            }

            foreach (KeyValuePair<string, JsonNode?> expression in callback.Node)
            {
                if (!PathItems.IsExtension(expression.Key)
                    && Read(member.Key, expression.Value, JsonPointer.Append(callback.Pointer, expression.Key)) is { } call)
                {
                    operations.AddRange(call.Items);
                }
            }
        }

        return operations;
    }

    /// <summary>Reads calls that the app makes; those of one path item once, however often it is referred to.</summary>
    /// <remarks>A callback's operation may have callbacks again, that one among them.</remarks>
    /// <param name="name">The webhook's or callback's name.</param>
    /// <param name="node">The path item.</param>
    /// <param name="pointer">Its pointer.</param>
    private PathOperations? Read(string name, JsonNode? node, string pointer)
    {
        if (_depth >= DocumentLimits.References)
        {
            _findings.Repaired(pointer, $"calls because of calls lie deeper than {DocumentLimits.References} in each other; this one is left out");
            return null;
        }

        if (_version.Objects.Follow(node, pointer, "the call is left out") is not { } item)
        {
            return null;
        }

        if (!_byPointer.TryGetValue(item.Pointer, out PathOperations? operations))
        {
            operations = new PathOperations();
            _byPointer.Add(item.Pointer, operations);
            _depth++;
            _items.Add(operations, name, item);
            _depth--;
        }

        return operations;
    }
}
