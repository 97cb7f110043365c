using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Operations;

/// <summary>Binds what an operation sends: a whole body as one parameter, or a parameter for each of its fields.</summary>
/// <remarks>
/// The media types of a body are alternatives, and the client may choose. It takes the one with the best C# type; the
/// document's order says nothing, because an object has none, and decides between equals alone. Of a text or file the
/// schema is not read: the caller has its content already.
/// </remarks>
internal sealed class BodyBinder
{
    private readonly BindingContext _context;
    private readonly SchemaBinder _schemas;
    private readonly FieldBinder _fields;

    public BodyBinder(BindingContext context, SchemaBinder schemas)
    {
        _context = context;
        _schemas = schemas;
        _fields = new FieldBinder(context, schemas);
    }

    public BodyModel? Bind(ApiOperation operation, NameScope names, Hint hint)
    {
        if (operation.RequestBody is not { Content.Count: > 0 } body)
        {
            return null;
        }

        ApiMediaType media = body.Content.OrderBy(c => Rank(MediaTypes.Essence(c.Name))).First();
        if (body.Content.Count > 1)
        {
            _context.Findings.Ignored(body.Pointer, $"of the body's media types '{media.Name}' is sent, the others are left out");
        }

        string essence = MediaTypes.Essence(media.Name);
        if (MediaTypes.IsForm(essence) || MediaTypes.IsMultipart(essence))
        {
            BodyKind kind = MediaTypes.IsForm(essence) ? BodyKind.Form : BodyKind.Multipart;
            return (media.Schema is { } form ? _fields.Bind(form, media, kind, essence, body.IsRequired, names, hint) : null)
                ?? BindWholeForm(media.Schema, kind, essence, body, names, hint);
        }

        // Writers that are not told a media type put `*/*`. With a schema they mean what the app reads by default, which is JSON;
        // without one, bytes.
        if (MediaTypes.IsJson(essence) || (MediaTypes.IsAny(essence) && media.Schema is not null))
        {
            string mediaType = MediaTypes.IsJson(essence) ? essence : "application/json";
            return BindJson(media, mediaType, body, names, hint);
        }

        bool isText = MediaTypes.IsText(essence);
        TypeRef type = TypeRef.Of(isText ? TypeKind.String : TypeKind.File);
        return new BodyModel(
            isText ? BodyKind.Text : BodyKind.Bytes,
            MediaTypes.IsAny(essence) ? "application/octet-stream" : essence,
            body.IsRequired,
            null,
            EquatableArray.Create(Whole(type, body, names)));
    }

    // Multipart before urlencoded, because only it holds files.
    private static int Rank(string essence) =>
        essence == "application/json" ? 0
        : MediaTypes.IsJson(essence) ? 1
        : MediaTypes.IsMultipart(essence) ? 2
        : MediaTypes.IsForm(essence) ? 3
        : MediaTypes.IsText(essence) ? 4
        : 5;

    private BodyModel BindJson(ApiMediaType media, string mediaType, ApiRequestBody body, NameScope names, Hint hint)
    {
        // FastAPI puts several body parameters of a function into one object, under a name that it makes up.
        if (media.Schema?.Target is { } component
            && component.Name.StartsWith("Body_", StringComparison.Ordinal)
            && component.Schema.Properties.Count > 0
            && !_schemas.Components.IsBound(component))
        {
            return _fields.Bind(component.Schema, media, BodyKind.JsonFields, mediaType, body.IsRequired, names, hint)!;
        }

        TypeRef type = _schemas.Bind(media.Schema, hint.Child("Body"));
        return new BodyModel(BodyKind.Json, mediaType, body.IsRequired, type, EquatableArray.Create(Whole(type, body, names)));
    }

    // A form whose fields have no names of their own is one parameter, whose members are the fields.
    private BodyModel BindWholeForm(ApiSchema? form, BodyKind kind, string mediaType, ApiRequestBody body, NameScope names, Hint hint)
    {
        TypeRef type = _schemas.Bind(form, hint.Child("Body"));
        if (type.Kind is not (TypeKind.Object or TypeKind.Map or TypeKind.Union))
        {
            type = TypeRef.Of(TypeKind.Any);
        }

        return new BodyModel(kind, mediaType, body.IsRequired, null, EquatableArray.Create(Whole(type, body, names) with { Explode = true }));
    }

    // A body that may be left out is left out by null.
    private static BodyFieldModel Whole(TypeRef type, ApiRequestBody body, NameScope names) => new()
    {
        Name = names.Take("body", "requestBody"),
        WireName = string.Empty,
        Type = body.IsRequired ? type : type.AsNullable(),
        IsRequired = body.IsRequired,
        Style = ParameterStyle.Form,
        Doc = Docs.Text(body.Description),
    };
}
