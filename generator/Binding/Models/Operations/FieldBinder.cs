using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Models.Types;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Models.Operations;

/// <summary>Binds the fields of a body to C# parameters.</summary>
/// <remarks>
/// A field can only be asked for in a body that is required: whoever may leave out all may leave out each. A required field
/// that allows one value, Pydantic's <c>Literal["a"]</c>, is sent without asking, with whatever else is sent of a body that
/// may be left out; an optional one is the caller's choice.
/// </remarks>
internal sealed class FieldBinder
{
    private readonly TypeModels _types;
    private readonly KeptNames _kept;
    private readonly Findings _findings;

    public FieldBinder(TypeModels types, KeptNames kept, Findings findings)
    {
        _types = types;
        _kept = kept;
        _findings = findings;
    }

    /// <summary>Gets the fields that a caller gives.</summary>
    public IEnumerable<ApiProperty> Asked(BodyChoice choice)
    {
        ObjectParts parts = choice.Parts!;
        return Sent(choice, parts).Where(property => !IsConstant(parts, property));
    }

    /// <summary>Binds the fields of a form or of a JSON object; required ones first, then as a lock keeps them.</summary>
    /// <param name="call">What the call is called.</param>
    /// <param name="choice">The body.</param>
    /// <param name="names">The names of the fields that a caller gives.</param>
    public BodyModel Bind(string call, BodyChoice choice, IReadOnlyList<string> names)
    {
        ObjectParts parts = choice.Parts!;
        if (parts.Additional is not null || parts.Patterns.Count > 0)
        {
            _findings.Ignored(choice.Fields!.Pointer, $"of a body whose fields are parameters, only those with a name can be given");
        }

        List<BodyFieldModel> fields = Asked(choice).Select((property, i) => BindField(property, IsRequired(choice, parts, property), choice, names[i])).ToList();
        IEnumerable<BodyConstantModel> constants = Sent(choice, parts)
            .Where(property => IsConstant(parts, property))
            .Select(property => BindConstant(property, choice.Kind))
            .OfType<BodyConstantModel>();
        IEnumerable<BodyFieldModel> ordered = fields.OrderBy(f => f.IsRequired ? 0 : 1).ThenBy(f => _kept.PositionOfField(call, f.WireName));
        return new BodyModel(choice.Kind, choice.MediaType, choice.IsRequired, null, ordered.ToEquatableArray())
        {
            Constants = constants.ToEquatableArray(),
        };
    }

    private IEnumerable<ApiProperty> Sent(BodyChoice choice, ObjectParts parts) =>
        parts.Properties.Where(property => !_types.Directions.IsLeftOut(choice.Fields!, property, Direction.Sent));

    private static bool IsRequired(BodyChoice choice, ObjectParts parts, ApiProperty property) =>
        choice.IsRequired && parts.Required.Contains(property.Name);

    private static bool IsConstant(ObjectParts parts, ApiProperty property) =>
        parts.Required.Contains(property.Name) && SchemaFacts.ConstantOf(property.Schema) is not null;

    // Null has no spelling in a form: what is null there is left out.
    private BodyConstantModel? BindConstant(ApiProperty property, BodyKind kind)
    {
        ApiValue constant = SchemaFacts.ConstantOf(property.Schema)!;
        TypeRef type = TypeRef.Of(EnumShapes.TypeOfConstant(constant));
        return constant.Node is null && kind != BodyKind.JsonFields ? null
            : _types.Defaults.BindConstant(constant, type) is { } value ? new BodyConstantModel(property.Name, type, value)
            : null;
    }

    private BodyFieldModel BindField(ApiProperty property, bool isRequired, BodyChoice choice, string name)
    {
        // Two rules could spell an object in a urlencoded form: RFC 6570's styles where `style` or `explode` are stated, else
        // its content type, which is application/json (OpenAPI 3.1.1, "Encoding Object"). Before, the style "form" could be
        // read into the silence, which has no spelling for an object inside an object.
        ApiEncoding? encoding = choice.EncodingOf(property.Name);
        TypeRef type = TypeOf(property.Schema, encoding, choice.Kind);
        if (type.HasFiles && FileKinds.HasOther(property.Schema, encoding))
        {
            _findings.Ignored(property.Schema.Pointer, $"a part that may be a file is one: what else it may be cannot be given");
        }

        if (choice.Kind == BodyKind.Multipart && !type.HasFiles && FileKinds.IsIn(property.Schema))
        {
            _findings.Ignored(property.Schema.Pointer, $"a file within the field '{property.Name}' cannot be sent: lists of objects, and what lies too deep, go as JSON");
        }

        string? contentType = ContentType(encoding, type);
        // A style that the document states says how an object is spelled; else an object is JSON.
        bool hasStyle = choice.Kind == BodyKind.Form && encoding is { Style: not null } or { Explode: not null };
        if (choice.Kind == BodyKind.Multipart && encoding is { Style: not null } or { Explode: not null } && !IsPlain(type))
        {
            _findings.Ignored(property.Schema.Pointer, $"the style of its encoding has no effect in multipart/form-data: an object is sent as JSON");
        }

        bool isJson = choice.Kind == BodyKind.JsonFields
            || (contentType is not null && MediaTypes.IsJson(MediaTypes.Essence(contentType)))
            || (!IsPlain(type) && !hasStyle);
        return new BodyFieldModel
        {
            Name = name,
            WireName = property.Name,
            Type = isRequired ? type : type.AsNullable(),
            IsRequired = isRequired,
            Style = Style(encoding?.Style),
            Explode = encoding?.Explode ?? true,
            IsJson = isJson,
            ContentType = contentType ?? (type.Kind == TypeKind.File ? FileTypeOf(property.Schema) : isJson && choice.Kind == BodyKind.Multipart ? "application/json" : null),
            Doc = SchemaDocs.OfMember(property.Schema, null),
            IsDeprecated = property.Schema.IsDeprecated,
        };
    }

    private TypeRef TypeOf(ApiSchema schema, ApiEncoding? encoding, BodyKind kind) =>
        (kind == BodyKind.Multipart ? FileKinds.Of(schema, encoding) : null) ?? _types.Of(schema, Direction.Sent);

    // Of several types that a part may have the first is sent; a range is none, and a file has its own.
    private static string? ContentType(ApiEncoding? encoding, TypeRef type)
    {
        string? first = encoding?.ContentType?.Split(',')[0].Trim();
        bool isNone = string.IsNullOrEmpty(first) || first!.IndexOf('*') >= 0;
        bool isOneOfMany = encoding?.ContentType?.IndexOf(',') >= 0 && type.HasFiles;
        return isNone || isOneOfMany ? null : first;
    }

    // What the schema says that the file is, where it says it.
    private static string? FileTypeOf(ApiSchema schema) =>
        SchemaFacts.Follow(schema).ContentMediaType is { } mediaType && mediaType != "application/octet-stream" ? mediaType : null;

    // RFC 6570 spells strings, lists of them and pairs of them. What lies deeper, a list in a list too, it has no spelling for.
    private bool IsPlain(TypeRef type) => type.Kind switch
    {
        TypeKind.List => type.Item.Kind != TypeKind.List && IsPlain(type.Item),
        TypeKind.Map => type.HasFiles,
        TypeKind.Union => _types.CasesOf(type).All(one => one.Kind != TypeKind.Union && IsPlain(one)),
        TypeKind.Object or TypeKind.Tuple or TypeKind.TupleRecord or TypeKind.Any => false,
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
}
