using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Addresses;

/// <summary>The document as the user wrote it: nodes by their JSON pointers.</summary>
internal sealed class DocumentRoot
{
    public DocumentRoot(JsonObject root, bool isSwagger, ReferencedFiles files)
    {
        Root = root;
        IsSwagger = isSwagger;
        Files = files;
    }

    public JsonObject Root { get; }

    /// <summary>Gets whether the document is of version 2.0.</summary>
    public bool IsSwagger { get; }

    /// <summary>Gets the other files that the document refers to.</summary>
    public ReferencedFiles Files { get; }

    /// <summary>Gets the pointer of the object that holds the named schemas.</summary>
    public string SchemasPointer => IsSwagger ? "/definitions" : "/components/schemas";

    /// <summary>Gets the named schemas.</summary>
    public JsonObject? Schemas =>
        IsSwagger ? Root.GetObject("definitions") : Root.GetObject("components")?.GetObject("schemas");

    /// <summary>Finds the node of a pointer; null if there is none (or it is JSON null).</summary>
    public JsonNode? Find(string pointer)
    {
        (ReferencedFile? file, string inFile) = Files.Split(pointer);
        return Find(file is null ? Root : file.Root, JsonPointer.Split(inFile));
    }

    public static JsonNode? Find(JsonNode? from, IReadOnlyList<string> keys)
    {
        JsonNode? node = from;
        foreach (string key in keys)
        {
            node = node switch
            {
                JsonObject container => container.Get(key),
                JsonArray array when int.TryParse(key, out int index) && index >= 0 && index < array.Count => array[index],
                _ => null,
            };
        }

        return node;
    }
}
