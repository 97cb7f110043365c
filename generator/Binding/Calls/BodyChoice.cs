using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>What an operation sends: a whole body, or the fields of one.</summary>
/// <remarks>
/// The media types of a body are alternatives, and the client may choose. It takes the one with the best C# type; between
/// equals the name decides, since the document's order says nothing: an object has none. Of a text or file the schema is
/// not read: the caller has its content already.
/// </remarks>
/// <param name="Body">The body.</param>
/// <param name="Media">The media type that is sent.</param>
/// <param name="Kind">How it is sent.</param>
/// <param name="MediaType">The name of the media type on the wire.</param>
/// <param name="Fields">The schema whose members are parameters; null: the body is one parameter.</param>
/// <param name="Parts">The members that are parameters.</param>
internal sealed record BodyChoice(ApiRequestBody Body, ApiMediaType Media, BodyKind Kind, string MediaType, ApiSchema? Fields, ObjectParts? Parts)
{
    /// <summary>Gets the schema of a body that is one parameter and has a C# type by it.</summary>
    public ApiSchema? Whole => Fields is null && !IsFiles && Kind is BodyKind.Json or BodyKind.Form or BodyKind.Multipart ? Media.Schema : null;

    /// <summary>Gets whether the body is one parameter, a map of files.</summary>
    public bool IsFiles => Fields is null && Kind == BodyKind.Multipart && Media.Schema is { } schema && FileKinds.Of(schema, null) is { Kind: TypeKind.Map };

    /// <summary>Gets whether there must be a body: a form that may be null need not be there.</summary>
    public bool IsRequired => Body.IsRequired && (Fields is null || Kind == BodyKind.JsonFields || !SchemaFacts.AllowsNull(SchemaFacts.Follow(Fields)));

    /// <summary>Chooses; null if nothing is sent.</summary>
    public static BodyChoice? Of(ApiOperation operation, BodyComponents components, PreferredMediaTypes preferred, Findings findings)
    {
        if (operation.RequestBody is not { Content.Count: > 0 } body)
        {
            return null;
        }

        ApiMediaType media = body.Content
            .OrderBy(c => preferred.RankOf(c.Name))
            .ThenBy(c => IsUnsayable(c) ? 1 : 0)
            .ThenBy(c => Rank(MediaTypes.Essence(c.Name)))
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .First();
        foreach (ApiMediaType other in body.Content.Where(other => other != media))
        {
            findings.Ignored(other.Pointer, $"no method sends '{other.Name}'; '{media.Name}' is sent. MediaTypes of the item changes it");
        }

        return Of(body, media, components);
    }

    /// <summary>Lists the fields that have a type by their schema: all but files.</summary>
    public IEnumerable<ApiProperty> TypedFields() =>
        Parts!.Properties.Where(property => Kind != BodyKind.Multipart || FileKinds.Of(property.Schema, EncodingOf(property.Name)) is null);

    /// <summary>Gets what the document says of how a field is sent.</summary>
    public ApiEncoding? EncodingOf(string field) => Media.Encoding.TryGetValue(field, out ApiEncoding? encoding) ? encoding : null;

    private static BodyChoice Of(ApiRequestBody body, ApiMediaType media, BodyComponents components)
    {
        string essence = MediaTypes.Essence(media.Name);
        string mediaType = MediaTypes.OnWire(media.Name);
        if (MediaTypes.IsForm(essence) || MediaTypes.IsMultipart(essence))
        {
            BodyKind kind = MediaTypes.IsForm(essence) ? BodyKind.Form : BodyKind.Multipart;
            ObjectParts? parts = BodyFields.Of(media, kind == BodyKind.Multipart);
            return new BodyChoice(body, media, kind, mediaType, parts is null ? null : media.Schema, parts);
        }

        // Writers that are not told a media type put `*/*`. With a schema they mean what the app reads by default, which is JSON;
        // without one, bytes.
        if (MediaTypes.IsJson(essence) || (MediaTypes.IsAny(essence) && media.Schema is not null))
        {
            string sent = MediaTypes.IsJson(essence) ? mediaType : "application/json";
            return media.Schema?.Target is { } component && components.IsOnlyBody(component)
                ? new BodyChoice(body, media, BodyKind.JsonFields, sent, component.Schema, ObjectParts.Collect(component.Schema))
                : new BodyChoice(body, media, BodyKind.Json, sent, null, null);
        }

        return new BodyChoice(
            body,
            media,
            MediaTypes.IsText(essence) ? BodyKind.Text : BodyKind.Bytes,
            MediaTypes.IsAny(essence) ? "application/octet-stream" : mediaType,
            null,
            null);
    }

    // JSON without a type says nothing, and JSON or a urlencoded form with a file in it cannot be sent.
    private static bool IsUnsayable(ApiMediaType media)
    {
        string essence = MediaTypes.Essence(media.Name);
        return MediaTypes.IsJson(essence) ? media.Schema is null || SchemaFacts.SaysNothing(media.Schema) || FileKinds.IsIn(media.Schema)
            : MediaTypes.IsForm(essence) && media.Schema is not null && FileKinds.IsIn(media.Schema);
    }

    // Multipart before urlencoded, because only it holds files.
    private static int Rank(string essence) =>
        essence == "application/json" ? 0
        : MediaTypes.IsJson(essence) ? 1
        : MediaTypes.IsMultipart(essence) ? 2
        : MediaTypes.IsForm(essence) ? 3
        : MediaTypes.IsText(essence) ? 4
        : 5;
}
