using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Identity;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Operations;

/// <summary>Binds the fields of a body to C# parameters.</summary>
/// <remarks>
/// A field can only be required in a body that is: whoever may leave out all may leave out each. A required field that
/// allows one value, Pydantic's <c>Literal["a"]</c>, is sent without asking; an optional one is the caller's choice.
/// </remarks>
internal sealed class FieldBinder
{
    private readonly BindingContext _context;
    private readonly SchemaBinder _schemas;
    private readonly DefaultBinder _defaults;

    public FieldBinder(BindingContext context, SchemaBinder schemas)
    {
        _context = context;
        _schemas = schemas;
        _defaults = new DefaultBinder(context);
    }

    /// <summary>Binds the fields of a form or of a JSON object; required ones first. Null if the schema names none.</summary>
    public BodyModel? Bind(ApiSchema form, ApiMediaType media, BodyKind kind, string mediaType, bool isBodyRequired, NameScope names, Hint hint)
    {
        ObjectParts parts = ObjectParts.Collect(form);
        if (parts.Properties.Count == 0)
        {
            return null;
        }

        if (parts.Additional is not null || parts.Patterns.Count > 0)
        {
            _context.Findings.Ignored(form.Pointer, $"of a body whose fields are parameters, only those with a name can be given");
        }

        List<BodyFieldModel> fields = new();
        List<BodyConstantModel> constants = new();
        foreach (ApiProperty property in parts.Properties.Where(p => !_schemas.Directions.IsLeftOut(p, Direction.Sent)))
        {
            bool isRequired = isBodyRequired && parts.Required.Contains(property.Name);
            if (isRequired && BindConstant(property) is { } constant)
            {
                constants.Add(constant);
            }
            else
            {
                fields.Add(BindField(property, isRequired, media, kind, names, hint));
            }
        }

        return new BodyModel(kind, mediaType, isBodyRequired, null, fields.OrderBy(f => f.IsRequired ? 0 : 1).ToEquatableArray())
        {
            Constants = constants.ToEquatableArray(),
        };
    }

    private BodyConstantModel? BindConstant(ApiProperty property)
    {
        if (SchemaFacts.ConstantOf(property.Schema) is not { Node: not null } constant)
        {
            return null;
        }

        TypeRef type = EnumBinder.TypeOfConstant(constant);
        return _defaults.Bind(constant, type) is { } value ? new BodyConstantModel(property.Name, type, value) : null;
    }

    private BodyFieldModel BindField(ApiProperty property, bool isRequired, ApiMediaType media, BodyKind kind, NameScope names, Hint hint)
    {
        // Two rules could spell an object in a urlencoded form: RFC 6570's styles where `style` or `explode` are stated, else
        // its content type, which is application/json (OpenAPI 3.1.1, "Encoding Object"). Before, the style "form" could be
        // read into the silence, which has no spelling for an object inside an object.
        TypeRef type = BindType(property.Schema, kind, hint.Child(Words.Pascal(property.Name)));
        media.Encoding.TryGetValue(property.Name, out ApiEncoding? encoding);
        string? contentType = ContentType(encoding, type);
        // A style that the document states says how an object is spelled; else an object is JSON.
        bool hasStyle = kind == BodyKind.Form && encoding is { Style: not null } or { Explode: not null };
        if (kind == BodyKind.Multipart && encoding is { Style: not null } or { Explode: not null } && !IsPlain(type))
        {
            _context.Findings.Ignored(property.Schema.Pointer, $"the style of its encoding has no effect in multipart/form-data: an object is sent as JSON");
        }

        bool isJson = kind == BodyKind.JsonFields
            || (contentType is not null && MediaTypes.IsJson(MediaTypes.Essence(contentType)))
            || (!IsPlain(type) && !hasStyle);
        return new BodyFieldModel
        {
            Name = NameOf(property.Name, names),
            WireName = property.Name,
            Type = isRequired ? type : type.AsNullable(),
            IsRequired = isRequired,
            Style = Style(encoding?.Style),
            Explode = encoding?.Explode ?? true,
            IsJson = isJson,
            ContentType = contentType ?? (isJson && kind == BodyKind.Multipart ? "application/json" : null),
            Doc = Docs.BindMember(property.Schema, null),
            IsDeprecated = property.Schema.IsDeprecated,
        };
    }

    // Of several types that a part may have the first is sent; a range is none, and a file has its own.
    private static string? ContentType(ApiEncoding? encoding, TypeRef type)
    {
        string? first = encoding?.ContentType?.Split(',')[0].Trim();
        bool isNone = string.IsNullOrEmpty(first) || first!.IndexOf('*') >= 0;
        bool isOneOfMany = encoding?.ContentType?.IndexOf(',') >= 0 && (type.Kind == TypeKind.File || type is { Kind: TypeKind.List, Item.Kind: TypeKind.File });
        return isNone || isOneOfMany ? null : first;
    }

    // A binary string is a file here, alone or in a list, with null or without.
    // 3.0 writes `format: binary`, 3.1 `contentMediaType`. A urlencoded form or JSON has no place for a file: there the same
    // schema is a string.
    private TypeRef BindType(ApiSchema schema, BodyKind kind, Hint hint)
    {
        if (kind != BodyKind.Multipart)
        {
            return _schemas.Bind(schema, hint);
        }

        ApiSchema followed = SchemaFacts.Follow(schema);
        List<ApiSchema> branches = SchemaFacts.Branches(followed).Concat(followed.AllOf).Where(b => !SchemaFacts.IsNull(b)).ToList();
        if (branches.Count == 1)
        {
            followed = SchemaFacts.Follow(branches[0]);
        }

        ApiType type = SchemaFacts.TypesOf(followed);
        if (type == ApiType.String && Formats.IsBinary(followed))
        {
            return TypeRef.Of(TypeKind.File);
        }

        return type == ApiType.Array && followed.Items is { } item && Formats.IsBinary(SchemaFacts.Follow(item))
            ? TypeRef.ListOf(TypeRef.Of(TypeKind.File))
            : _schemas.Bind(schema, hint);
    }

    // RFC 6570 spells strings, lists of them and pairs of them. What lies deeper, a list in a list too, it has no spelling for.
    private static bool IsPlain(TypeRef type) => type.Kind switch
    {
        TypeKind.List => type.Item.Kind != TypeKind.List && IsPlain(type.Item),
        TypeKind.Object or TypeKind.Map or TypeKind.Union or TypeKind.Tuple or TypeKind.TupleRecord or TypeKind.Any => false,
        _ => true,
    };

    private static ParameterStyle Style(string? style) => style switch
    {
        "spaceDelimited" => ParameterStyle.SpaceDelimited,
        "pipeDelimited" => ParameterStyle.PipeDelimited,
        "deepObject" => ParameterStyle.DeepObject,
        "tabDelimited" => ParameterStyle.TabDelimited,
        _ => ParameterStyle.Form,
    };

    private static string NameOf(string wireName, NameScope names) =>
        names.Take(Words.Camel(wireName), Words.Camel(Words.PascalWithSymbols(wireName)), Words.Camel("body_" + wireName));
}
