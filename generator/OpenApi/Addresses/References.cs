using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Addresses;

/// <summary>Finds what a reference points at: in the document, or in another file of the project.</summary>
internal sealed class References
{
    private readonly DocumentRoot _source;
    private readonly Dictionary<JsonNode, SchemaIdentities> _identities = new();
    private int _depth;
    private int _followed;

    public References(DocumentRoot source) => _source = source;

    /// <summary>Follows a reference to its target, which may be a reference itself.</summary>
    /// <param name="from">The node that holds the reference.</param>
    /// <param name="reference">The text of <c>$ref</c>.</param>
    /// <param name="error">Why there is no target.</param>
    /// <returns>The target with the pointer of its own place.</returns>
    public (JsonNode Node, string Pointer)? Resolve(JsonNode from, string reference, out MessageText error)
    {
        int hash = reference.IndexOf('#');
        string address = hash < 0 ? reference : reference.Substring(0, hash);
        string fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        JsonNode root = from.Root;
        JsonNode? target = address.Length == 0
            ? FindHere(from, root, fragment, reference, out error)
            : FindElsewhere(from, root, address, fragment, reference, out error);
        return target is null ? null : (target, PointerOf(target));
    }

    /// <summary>Computes the pointer of a node.</summary>
    public string PointerOf(JsonNode node)
    {
        List<string> keys = new();
        JsonNode current = node;
        for (; current.Parent is { } parent; current = parent)
        {
            keys.Add(parent is JsonArray array
                ? array.IndexOf(current).ToString(CultureInfo.InvariantCulture)
                : current.GetPropertyName());
        }

        string pointer = _source.Files.OfRoot(current) is { } file ? file.Name + "#" : "";
        for (int i = keys.Count - 1; i >= 0; i--)
        {
            pointer = JsonPointer.Append(pointer, keys[i]);
        }

        return pointer;
    }

    private JsonNode? FindHere(JsonNode from, JsonNode root, string fragment, string reference, out MessageText error)
    {
        JsonNode? target = fragment.Length == 0 ? IdentitiesOf(root).ResourceOf(from)
            : fragment[0] != '/' ? FindAnchor(IdentitiesOf(root).ResourceOf(from), root, fragment)
            : FindPointer(from, root, fragment);

        // The document as a whole is no schema, parameter or response.
        target = ReferenceEquals(target, _source.Root) ? null : target;
        error = default;
        if (target is null)
        {
            error = $"'{reference}' is not in the document";
        }

        return target;
    }

    /// <summary>Finds a pointer that counts from the schema around the reference that has an <c>$id</c>, or from the file.</summary>
    /// <remarks>Schemas that a tool pasted whole into a document count from their own root without saying so.</remarks>
    private JsonNode? FindPointer(JsonNode from, JsonNode root, string fragment)
    {
        IReadOnlyList<string> keys = Decode(fragment);
        for (JsonNode? scope = from; scope is not null; scope = scope.Parent)
        {
            if (scope is JsonObject members && members.Get("$id").AsText() is not null && DocumentRoot.Find(scope, keys) is { } identified)
            {
                return identified;
            }
        }

        JsonNode? target = DocumentRoot.Find(root, keys);
        for (JsonNode? scope = from; target is null && scope is not null; scope = scope.Parent)
        {
            target = scope is JsonObject ? DocumentRoot.Find(scope, keys) : null;
        }

        return target ?? FindThroughReferences(root, keys, from);
    }

    /// <summary>Finds a pointer on whose way an object is a reference itself.</summary>
    private JsonNode? FindThroughReferences(JsonNode root, IReadOnlyList<string> keys, JsonNode from)
    {
        JsonNode? node = root;

        // Counted over all that one reference makes necessary: references in pointers of references double with each level.
        _followed = _depth == 0 ? 0 : _followed;
        for (int i = 0; node is not null && i < keys.Count;)
        {
            if (DocumentRoot.Find(node, new[] { keys[i] }) is { } next)
            {
                node = next;
                i++;
            }
            else
            {
                bool isReference = node is JsonObject members && !ReferenceEquals(members, from) && _followed++ < DocumentLimits.References
                    && members.Get("$ref").AsText() is { Length: > 0 };
                node = isReference ? Follow((JsonObject)node!) : null;
            }
        }

        return node;
    }

    private JsonNode? Follow(JsonObject reference)
    {
        _depth++;
        JsonNode? target = Resolve(reference, reference.GetText("$ref")!, out _)?.Node;
        _depth--;
        return target;
    }

    private JsonNode? FindElsewhere(JsonNode from, JsonNode root, string address, string fragment, string reference, out MessageText error)
    {
        error = default;
        ReferencedFile? here = _source.Files.OfRoot(root);
        JsonNode? resource = IdentitiesOf(root).Find(from, address);
        if (resource is null && (_source.Files.IsDocument(here, address) || address == _source.Root.GetText("$self")))
        {
            resource = _source.Root;
        }

        if (resource is null && !IsUrl(address))
        {
            ReferencedFile? file = _source.Files.Open(here, address, out MessageText reason);
            resource = file?.Root;
            if (file is null)
            {
                error = $"'{address}' of '{reference}' {reason}";
            }
        }

        if (resource is null)
        {
            if (error.IsEmpty)
            {
                error = $"'{reference}' is at another address; give a document that holds all it refers to, or the file in the project";
            }

            return null;
        }

        JsonNode? target = fragment.Length == 0 ? resource
            : fragment[0] != '/' ? FindAnchor(resource, resource.Root, fragment)
            : DocumentRoot.Find(resource, Decode(fragment)) ?? FindThroughReferences(resource, Decode(fragment), from);
        target = ReferenceEquals(target, _source.Root) ? null : target;
        error = default;
        if (target is null)
        {
            error = $"'{reference}' is not in '{address}'";
        }

        return target;
    }

    private JsonNode? FindAnchor(JsonNode resource, JsonNode root, string name) => IdentitiesOf(root).FindAnchor(resource, name);

    private SchemaIdentities IdentitiesOf(JsonNode root)
    {
        if (!_identities.TryGetValue(root, out SchemaIdentities? identities))
        {
            identities = new SchemaIdentities(root);
            _identities.Add(root, identities);
        }

        return identities;
    }

    private static IReadOnlyList<string> Decode(string fragment) =>
        JsonPointer.Split(fragment.IndexOf('%') < 0 ? fragment : Uri.UnescapeDataString(fragment));

    private static bool IsUrl(string address) => address.IndexOf(':') > 1 || address.StartsWith("//", StringComparison.Ordinal);
}
