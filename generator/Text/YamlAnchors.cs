using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.Text;

/// <summary>The anchors of a YAML document: each alias becomes a copy, within limits.</summary>
/// <remarks>
/// A few lines of aliases of aliases stand for billions of values ("billion laughs"), or for a nesting that no
/// recursion survives: a copy is measured before it is made.
/// </remarks>
internal sealed class YamlAnchors
{
    private readonly Dictionary<string, JsonNode?> _nodes = new(StringComparer.Ordinal);
    private readonly HashSet<JsonNode> _open = new();
    private readonly Stack<(JsonNode Node, int Depth)> _measured = new();
    private int _copied;

    /// <summary>Notes the anchor of a container whose members are still to come.</summary>
    public void Open(string anchor, JsonNode container)
    {
        _nodes[anchor] = container;
        _open.Add(container);
    }

    public void Close(JsonNode? container) => _open.Remove(container!);

    public void Add(string anchor, JsonNode? value) => _nodes[anchor] = value;

    /// <summary>Copies what an alias stands for.</summary>
    public JsonNode? Copy(string anchor, int depth)
    {
        if (!_nodes.TryGetValue(anchor, out JsonNode? node))
        {
            throw DocumentException.Unreadable($"there is no anchor '&{anchor}' before this alias");
        }

        return Copy(node, depth);
    }

    public JsonNode? Copy(JsonNode? node, int depth)
    {
        if (node is null)
        {
            return null;
        }

        if (_open.Contains(node))
        {
            throw DocumentException.TooLarge($"an alias stands inside its own anchor, which never ends");
        }

        Measure(node, depth);
        return node.DeepClone();
    }

    private void Measure(JsonNode root, int depth)
    {
        _measured.Clear();
        _measured.Push((root, depth + 1));
        while (_measured.Count > 0)
        {
            (JsonNode node, int level) = _measured.Pop();
            if (++_copied > DocumentLimits.AliasedNodes)
            {
                throw DocumentException.TooLarge(
                    $"its aliases stand for more than {DocumentLimits.AliasedNodes / 1_000_000} million values");
            }

            if (level > DocumentLimits.Depth && node is not JsonValue)
            {
                throw TreeBuilder.TooDeep();
            }

            Push(node, level + 1);
        }
    }

    private void Push(JsonNode node, int level)
    {
        if (node is JsonObject members)
        {
            foreach (KeyValuePair<string, JsonNode?> member in members)
            {
                if (member.Value is not null)
                {
                    _measured.Push((member.Value, level));
                }
            }
        }
        else if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                if (item is not null)
                {
                    _measured.Push((item, level));
                }
            }
        }
    }
}
