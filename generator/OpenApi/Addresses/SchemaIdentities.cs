using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Addresses;

/// <summary>The schemas of a file that have a name of their own: <c>$id</c>, <c>$anchor</c>, <c>$dynamicAnchor</c>.</summary>
/// <remarks>
/// An <c>$id</c> is resolved against the one around it, at the top against the document's <c>$self</c>, and what lies
/// within counts from it (JSON Schema 2020-12, 8.2).
/// </remarks>
internal sealed class SchemaIdentities
{
    // Where nothing has an address, relative ones still have to meet.
    private static readonly Uri s_nowhere = new("document:///");

    private readonly Dictionary<string, JsonNode> _byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonNode> _bySpelling = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonNode, Uri> _addresses = new();
    private readonly List<(string Name, JsonNode Node, JsonNode Resource)> _anchors = new();
    private readonly JsonNode _root;

    public SchemaIdentities(JsonNode root)
    {
        _root = root;
        Uri address = Resolve(s_nowhere, (root as JsonObject)?.GetText("$self") ?? "");
        _addresses.Add(root, address);
        _byAddress.Add(address.AbsoluteUri, root);
        Collect();
    }

    /// <summary>Gets the schema with <c>$id</c> that a node is in, or the file.</summary>
    public JsonNode ResourceOf(JsonNode node)
    {
        JsonNode current = node;
        while (!_addresses.ContainsKey(current) && current.Parent is { } parent)
        {
            current = parent;
        }

        return current;
    }

    /// <summary>Finds the schema that an address means.</summary>
    /// <param name="from">The node with the reference.</param>
    /// <param name="address">The reference without its fragment.</param>
    public JsonNode? Find(JsonNode from, string address)
    {
        Uri target = Resolve(_addresses[ResourceOf(from)], address);
        return _byAddress.TryGetValue(target.AbsoluteUri, out JsonNode? node) || _bySpelling.TryGetValue(address, out node) ? node : null;
    }

    /// <summary>Finds the schema with an anchor: that of the same resource first.</summary>
    public JsonNode? FindAnchor(JsonNode resource, string name)
    {
        JsonNode? found = null;
        foreach ((string Name, JsonNode Node, JsonNode Resource) anchor in _anchors)
        {
            if (anchor.Name == name)
            {
                if (anchor.Resource == resource)
                {
                    return anchor.Node;
                }

                found ??= anchor.Node;
            }
        }

        return found;
    }

    private static Uri Resolve(Uri from, string address) =>
        Uri.TryCreate(from, address.TrimEnd('#'), out Uri? resolved) ? resolved : from;

    private void Collect()
    {
        Stack<JsonNode> open = new();
        open.Push(_root);
        while (open.Count > 0)
        {
            JsonNode node = open.Pop();
            if (node is JsonArray array)
            {
                for (int i = array.Count - 1; i >= 0; i--)
                {
                    Push(open, array[i]);
                }
            }
            else if (node is JsonObject members)
            {
                Take(members);
                foreach (KeyValuePair<string, JsonNode?> member in members)
                {
                    Push(open, member.Value);
                }
            }
        }
    }

    private static void Push(Stack<JsonNode> open, JsonNode? node)
    {
        if (node is JsonObject or JsonArray)
        {
            open.Push(node);
        }
    }

    private void Take(JsonObject members)
    {
        if (members.Get("$id").AsText() is { Length: > 0 } id && id != "#")
        {
            _bySpelling[id.TrimEnd('#')] = members;
            Uri address = Resolve(_addresses[ResourceOf(members)], id);
            if (!_addresses.ContainsKey(members))
            {
                _addresses.Add(members, address);
            }

            _byAddress[address.AbsoluteUri] = members;
        }

        if ((members.Get("$anchor") ?? members.Get("$dynamicAnchor")).AsText() is { } anchor)
        {
            _anchors.Add((anchor, members, ResourceOf(members)));
        }
    }
}
