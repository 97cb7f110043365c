using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.OpenApi.Schemas;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>Reads <c>content</c>: the media types of a body, a response or a parameter of version 3.</summary>
/// <remarks>
/// <c>schema</c> is the content as a whole, <c>itemSchema</c> (new in 3.2) each item of one that is sent bit by bit, such
/// as events or lines. What the two mean for a media type is not decided here, nor which of several media types counts.
/// </remarks>
internal sealed class ContentReader
{
    private readonly SchemaReader _schemas;
    private readonly ObjectReferences _objects;
    private readonly KindChecks _kinds;

    public ContentReader(SchemaReader schemas, ObjectReferences objects, KindChecks kinds)
    {
        _kinds = kinds;
        _schemas = schemas;
        _objects = objects;
    }

    /// <summary>Tells whether there is a style of that name.</summary>
    public static bool IsStyle(string? style) =>
        style is "form" or "simple" or "matrix" or "label" or "spaceDelimited" or "pipeDelimited" or "deepObject" or "cookie";

    public IReadOnlyList<ApiMediaType> Read(Place owner)
    {
        List<ApiMediaType> content = new();
        foreach (KeyValuePair<string, JsonNode?> member in owner.Node.GetObject("content") ?? new JsonObject())
        {
            string pointer = JsonPointer.Append(owner.Pointer + "/content", member.Key);
            content.Add(_objects.Follow(member.Value, pointer, "any value is allowed") is { } mediaType
                ? Read(member.Key, mediaType)
                : new ApiMediaType { Pointer = pointer, Name = member.Key, Encoding = new Dictionary<string, ApiEncoding>() });
        }

        return content;
    }

    /// <summary>Reads the schema that an object has under a key; null if it has none.</summary>
    public ApiSchema? Schema(Place owner, string key) =>
        owner.Node.Get(key) is { } schema ? _schemas.Read(schema, JsonPointer.Append(owner.Pointer, key)) : null;

    /// <summary>Reads the first example of an object as JSON text; null if it has none.</summary>
    /// <remarks>
    /// <c>example</c> and <c>examples</c> exclude each other; where both stand, the author singled out the one. Here, other
    /// than in a schema, <c>examples</c> is a map of objects that hold the value or refer to it.
    /// </remarks>
    public string? Example(Place owner)
    {
        if (owner.Node.Get("example") is { } only)
        {
            return only.ToJsonString();
        }

        foreach (KeyValuePair<string, JsonNode?> member in owner.Node.GetObject("examples") ?? new JsonObject())
        {
            string pointer = JsonPointer.Append(owner.Pointer + "/examples", member.Key);
            return _objects.Follow(member.Value, pointer, "the example is left out")?.Node.Get("value")?.ToJsonString();
        }

        return null;
    }

    private ApiMediaType Read(string name, Place mediaType)
    {
        _kinds.Check(mediaType.Node, mediaType.Pointer, MemberKinds.MediaType);
        return new ApiMediaType
        {
            Pointer = mediaType.Pointer,
            Name = name,
            Schema = Schema(mediaType, "schema"),
            ItemSchema = Schema(mediaType, "itemSchema"),
            Encoding = Encoding(mediaType),
            Example = Example(mediaType),
        };
    }

    // Other than its neighbours this map takes no references (OpenAPI, "Media Type Object"). A style that does not exist is
    // as good as none: stating one would turn off the content type (see FieldBinder).
    private IReadOnlyDictionary<string, ApiEncoding> Encoding(Place mediaType)
    {
        Dictionary<string, ApiEncoding> encodings = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, JsonNode?> member in mediaType.Node.GetObject("encoding") ?? new JsonObject())
        {
            string pointer = JsonPointer.Append(mediaType.Pointer + "/encoding", member.Key);
            _kinds.ExpectObject(member.Value, pointer);
            if (member.Value is JsonObject encoding)
            {
                _kinds.Check(encoding, pointer, MemberKinds.Encoding);
                encodings.Add(member.Key, new ApiEncoding
                {
                    Pointer = pointer,
                    ContentType = encoding.GetText("contentType"),
                    Style = encoding.GetText("style") is { } style && IsStyle(style) ? style : null,
                    Explode = encoding.GetFlag("explode"),
                });
            }
        }

        return encodings;
    }
}
