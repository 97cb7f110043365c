using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Models.Types;

/// <summary>Binds a property of a model: its name, its type, and when it is written.</summary>
/// <remarks>
/// Required and nullable are two questions: a member may have to be there and be null, or may be missing but not null.
/// Where it may be both, missing and null differ: in a merge patch (RFC 7396) null takes a value away. A required member
/// has no default to start at, since the document says that the caller gives it.
/// </remarks>
internal sealed class PropertyBinder
{
    private readonly TypeModels _types;
    private readonly Findings _findings;

    public PropertyBinder(TypeModels types, Findings findings)
    {
        _types = types;
        _findings = findings;
    }

    /// <param name="member">The member.</param>
    /// <param name="name">Its name in C#.</param>
    /// <param name="tag">What it is where it is a discriminator, by the document; null: anything.</param>
    public PropertyModel Bind(MemberShape member, string name, string? tag)
    {
        ApiSchema schema = member.Property.Schema;
        TypeRef type = _types.Of(member.Type);
        (PropertyPresence presence, LiteralModel? value) = Presence(schema, type, member.IsRequired, tag);
        return new PropertyModel
        {
            Name = name,
            WireName = member.Property.Name,
            Type = Spelled(type, presence),
            Presence = presence,
            Constant = MemberConstants.Of(schema, type.IsNullable),
            Default = value,
            Doc = SchemaDocs.OfMember(schema, null),
            IsDeprecated = schema.IsDeprecated,
            IsSecret = SchemaFacts.IsSecret(schema),
        };
    }

    /// <summary>Tells whether a caller has to give a member.</summary>
    public bool IsAsked(MemberShape member, string? tag) => member.IsRequired && ConstantOf(member.Property.Schema, _types.Of(member.Type), tag) is null;

    private static TypeRef Spelled(TypeRef type, PropertyPresence presence) => presence switch
    {
        PropertyPresence.Constant => type,
        PropertyPresence.Optional or PropertyPresence.OptionalNullable => type.AsNullable(),
        PropertyPresence.Defaulted => type.AsNotNullable(),
        _ => type,
    };

    private (PropertyPresence Presence, LiteralModel? Default) Presence(ApiSchema schema, TypeRef type, bool isRequired, string? tag)
    {
        bool isNullable = type.IsNullable || type.Kind == TypeKind.Any;
        if (isRequired)
        {
            return ConstantOf(schema, type, tag) is { } value ? (PropertyPresence.Constant, value) : (PropertyPresence.Required, null);
        }

        LiteralModel? literal = BindDefault(schema, type) ?? (isNullable ? null : TagOf(type, tag));
        return isNullable ? (PropertyPresence.OptionalNullable, literal)
            : literal is null ? (PropertyPresence.Optional, null)
            : (PropertyPresence.Defaulted, literal);
    }

    private LiteralModel? ConstantOf(ApiSchema schema, TypeRef type, string? tag) =>
        SchemaFacts.ConstantOf(schema) is { } constant ? _types.Defaults.BindConstant(constant, type)
        : type.IsNullable ? null
        : TagOf(type, tag);

    private LiteralModel? TagOf(TypeRef type, string? tag) => tag is not null && type.Kind is TypeKind.String or TypeKind.Enum or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64
        ? _types.Defaults.Bind(TagValues.Of(tag, type), type)
        : null;

    private LiteralModel? BindDefault(ApiSchema schema, TypeRef type)
    {
        // A default beside a reference is this member's. JSON null is no value to start at: what is not set is null.
        ApiValue? value = SchemaFacts.DefaultOf(schema);
        if (value?.Node is null)
        {
            return null;
        }

        LiteralModel? literal = _types.Defaults.Bind(value, type);
        if (literal is null)
        {
            _findings.DefaultIgnored(schema.Pointer, $"the default is no value that its C# type can start at");
        }

        return literal;
    }
}
