using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Schemas;
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
internal sealed record BodyChoice(ApiRequestBody Body, ApiMediaType Media, BodyKind Kind, string MediaType, ApiSchema? Fields)
{
    /// <summary>Gets the schema of a body that is one parameter and has a C# type by it.</summary>
    public ApiSchema? Whole => Fields is null && Kind is BodyKind.Json or BodyKind.Form or BodyKind.Multipart ? Media.Schema : null;

    /// <summary>Chooses; null if nothing is sent.</summary>
    public static BodyChoice? Of(ApiOperation operation, BodyComponents components)
    {
        if (operation.RequestBody is not { Content.Count: > 0 } body)
        {
            return null;
        }

        ApiMediaType media = body.Content
            .OrderBy(c => Rank(MediaTypes.Essence(c.Name)))
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .First();
        string essence = MediaTypes.Essence(media.Name);
        if (MediaTypes.IsForm(essence) || MediaTypes.IsMultipart(essence))
        {
            BodyKind kind = MediaTypes.IsForm(essence) ? BodyKind.Form : BodyKind.Multipart;
            return new BodyChoice(body, media, kind, essence, media.Schema is { } form && HasMembers(form) ? form : null);
        }

        // Writers that are not told a media type put `*/*`. With a schema they mean what the app reads by default, which is JSON;
        // without one, bytes.
        if (MediaTypes.IsJson(essence) || (MediaTypes.IsAny(essence) && media.Schema is not null))
        {
            string mediaType = MediaTypes.IsJson(essence) ? essence : "application/json";
            return media.Schema?.Target is { } component && components.IsOnlyBody(component)
                ? new BodyChoice(body, media, BodyKind.JsonFields, mediaType, component.Schema)
                : new BodyChoice(body, media, BodyKind.Json, mediaType, null);
        }

        return new BodyChoice(
            body,
            media,
            MediaTypes.IsText(essence) ? BodyKind.Text : BodyKind.Bytes,
            MediaTypes.IsAny(essence) ? "application/octet-stream" : essence,
            null);
    }

    /// <summary>Lists the fields that have a type by their schema: all but files.</summary>
    public IEnumerable<ApiProperty> TypedFields() =>
        ObjectParts.Collect(Fields!).Properties.Where(property => Kind != BodyKind.Multipart || FileKinds.Of(property.Schema) is null);

    private static bool HasMembers(ApiSchema form) => ObjectParts.Collect(form).Properties.Count > 0;

    // Multipart before urlencoded, because only it holds files.
    private static int Rank(string essence) =>
        essence == "application/json" ? 0
        : MediaTypes.IsJson(essence) ? 1
        : MediaTypes.IsMultipart(essence) ? 2
        : MediaTypes.IsForm(essence) ? 3
        : MediaTypes.IsText(essence) ? 4
        : 5;
}
