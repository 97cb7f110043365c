using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Builds the part of the outline that holds the calls that the app makes: webhooks and callbacks.</summary>
internal sealed class IncomingCalls
{
    private readonly OutlineBuilder _builder;
    private readonly Findings _findings;
    private readonly PathItems _items;
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private int _depth;

    public IncomingCalls(OutlineBuilder builder, Findings findings)
    {
        _builder = builder;
        _findings = findings;
        _items = new PathItems(builder, findings, this) { IsIncoming = true };
    }

    /// <summary>Gets the path items, each once however often it is referred to.</summary>
    public JsonObject Outline { get; } = new();

    /// <summary>Adds the webhooks of a document; Redoc's <c>x-webhooks</c> is what 3.0 had before 3.1 took them over.</summary>
    public void AddWebhooks(JsonObject root)
    {
        string key = root.ContainsKey("webhooks") ? "webhooks" : "x-webhooks";
        foreach (KeyValuePair<string, JsonNode?> member in root.GetObject(key) ?? new JsonObject())
        {
            if (!OutlineBuilder.IsExtension(member.Key))
            {
                Add('w', member.Key, member.Value, JsonPointer.Append("/" + key, member.Key));
            }
        }
    }

    /// <summary>Adds the callbacks of an operation, and their keys to the operation's outline.</summary>
    public void AddCallbacks(JsonObject outline, JsonObject operation, string pointer)
    {
        JsonArray keys = new();
        foreach (KeyValuePair<string, JsonNode?> member in operation.GetObject("callbacks") ?? new JsonObject())
        {
            string place = JsonPointer.Append(pointer + "/callbacks", member.Key);
            if (OutlineBuilder.IsExtension(member.Key) || _builder.Follow(member.Value, place, "the callback is left out") is not { } callback)
            {
                continue;
            }

            foreach (KeyValuePair<string, JsonNode?> expression in callback.Node)
            {
                if (!OutlineBuilder.IsExtension(expression.Key)
                    && Add('c', member.Key, expression.Value, JsonPointer.Append(callback.Pointer, expression.Key)) is { } key)
                {
                    keys.Add(JsonValue.Create(key));
                }
            }
        }

        if (keys.Count > 0)
        {
            outline[OpenApi.Outline.Callbacks] = keys;
        }
    }

    /// <summary>Adds calls that the app makes.</summary>
    /// <param name="kind"><c>w</c> for a webhook, <c>c</c> for a callback.</param>
    /// <param name="name">The webhook's or callback's name.</param>
    /// <param name="node">The path item.</param>
    /// <param name="pointer">Its pointer.</param>
    /// <returns>The key among the incoming calls: kind and number, a blank, the name.</returns>
    private string? Add(char kind, string name, JsonNode? node, string pointer)
    {
        if (_depth >= DocumentLimits.References)
        {
            _findings.Add(DiagnosticDescriptors.Repaired.Id, pointer, $"calls because of calls lie deeper than {DocumentLimits.References} in each other; this one is left out");
            return null;
        }

        if (_builder.Follow(node, pointer, "the call is left out") is not { } item)
        {
            return null;
        }

        if (!_keys.TryGetValue(item.Pointer, out string? key))
        {
            key = kind + _keys.Count.ToString(CultureInfo.InvariantCulture) + " " + name;
            _keys.Add(item.Pointer, key);
            JsonObject outline = new();
            Outline[key] = outline;
            _depth++;
            _items.Add(outline, item);
            _depth--;
        }

        return key;
    }
}
