using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Finds what a reference of the document points at.</summary>
internal sealed class References
{
    private readonly Source _source;
    private Dictionary<string, JsonNode>? _identified;

    public References(Source source) => _source = source;

    /// <summary>Follows a reference to its target, which may be a reference itself.</summary>
    /// <param name="from">The node that holds the reference.</param>
    /// <param name="reference">The text of <c>$ref</c>.</param>
    /// <param name="error">Why there is no target.</param>
    /// <returns>The target with the pointer of its own place.</returns>
    public (JsonNode Node, string Pointer)? Resolve(JsonNode from, string reference, out string error)
    {
        error = "";
        JsonNode? target = FindTarget(from, reference);
        if (target is not null)
        {
            return (target, PointerOf(target));
        }

        error = IsExternal(reference)
            ? $"'{reference}' is in another file; give one document that holds all it refers to"
            : $"'{reference}' is not in the document";
        return null;
    }

    /// <summary>Computes the pointer of a node.</summary>
    public static string PointerOf(JsonNode node)
    {
        List<string> keys = new();
        for (JsonNode current = node; current.Parent is { } parent; current = parent)
        {
            keys.Add(parent is JsonArray array
                ? array.IndexOf(current).ToString(CultureInfo.InvariantCulture)
                : current.GetPropertyName());
        }

        string pointer = "";
        for (int i = keys.Count - 1; i >= 0; i--)
        {
            pointer = JsonPointer.Append(pointer, keys[i]);
        }

        return pointer;
    }

    private JsonNode? FindTarget(JsonNode from, string reference)
    {
        int hash = reference.IndexOf('#');
        string file = hash < 0 ? reference : reference.Substring(0, hash);
        string fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        if (file.Length > 0 && !IsThisFile(file))
        {
            return Identified(file) is not { } resource ? null
                : fragment.Length == 0 ? resource
                : fragment[0] == '/' ? Source.Find(resource, Decode(fragment))
                : Identified("#" + fragment);
        }

        if (fragment.Length == 0)
        {
            return null;
        }

        if (fragment[0] != '/')
        {
            return Identified("#" + fragment);
        }

        // A pointer counts from the document, or from the schema around it that has an `$id` (JSON Schema 2020-12,
        // 8.2). Schemas that a tool pasted whole into a document count from their own root without saying so.
        IReadOnlyList<string> keys = Decode(fragment);
        JsonNode? target = Source.Find(_source.Root, keys);
        for (JsonNode? scope = from; target is null && scope is not null; scope = scope.Parent)
        {
            target = scope is JsonObject ? Source.Find(scope, keys) : null;
        }

        return target;
    }

    private static IReadOnlyList<string> Decode(string fragment) =>
        JsonPointer.Split(fragment.IndexOf('%') < 0 ? fragment : Uri.UnescapeDataString(fragment));

    private bool IsThisFile(string file) =>
        file == _source.FileName || file == "./" + _source.FileName || file == _source.Root.GetText("$self");

    private bool IsExternal(string reference) => reference.Length > 0 && reference[0] != '#';

    private JsonNode? Identified(string name)
    {
        _identified ??= Identify();
        return _identified.TryGetValue(name, out JsonNode? node) ? node : null;
    }

    /// <summary>Collects the nodes with <c>$id</c>, and with <c>$anchor</c> under <c>#name</c>.</summary>
    private Dictionary<string, JsonNode> Identify()
    {
        Dictionary<string, JsonNode> found = new(StringComparer.Ordinal);
        Stack<JsonNode> open = new();
        open.Push(_source.Root);
        while (open.Count > 0)
        {
            JsonNode node = open.Pop();
            if (node is JsonArray array)
            {
                foreach (JsonNode? item in array)
                {
                    if (item is JsonObject or JsonArray)
                    {
                        open.Push(item);
                    }
                }
            }
            else if (node is JsonObject members)
            {
                foreach (KeyValuePair<string, JsonNode?> member in members)
                {
                    if (member.Value is JsonObject or JsonArray)
                    {
                        open.Push(member.Value);
                    }
                    else if (member.Key is "$id" && member.Value.AsText() is { } id)
                    {
                        found[id.TrimEnd('#')] = node;
                    }
                    else if (member.Key is "$anchor" or "$dynamicAnchor" && member.Value.AsText() is { } anchor)
                    {
                        found["#" + anchor] = node;
                    }
                }
            }
        }

        return found;
    }
}
