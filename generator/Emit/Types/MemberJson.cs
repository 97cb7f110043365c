using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Types;

/// <summary>Spells how a member of a model is read and written.</summary>
/// <remarks>
/// The types that most members have, and other models, are called by name; the others by their codec. A generic codec
/// costs the compiler a construction and a check of its constraints at every member, and the program a look-up at run time.
/// </remarks>
internal static class MemberJson
{
    /// <summary>Tells whether the model keeps of a member what its C# type cannot hold: an offset that is not there, or of a time of day.</summary>
    public static bool IsKept(TypeRef type) => type.Kind is TypeKind.DateTime or TypeKind.Time;

    /// <summary>Returns the expression that reads a member.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="member">Its line in the table.</param>
    public static string Read(TypeRef type, int member)
    {
        TypeRef plain = type.AsNotNullable();
        if (IsKept(plain))
        {
            return $"{TypeSyntax.Codec(plain)}.Read{(type.IsNullable ? "OrNull" : "")}(ref reader, this, {member})";
        }

        if (type.IsNullable && Kind(plain) is { } kind)
        {
            return plain.Kind == TypeKind.Object
                ? $"{RuntimeNames.JsonNull}.Is(ref reader) ? null : {ReadModel(plain)}"
                : $"{RuntimeNames.Generated}{kind}Json.ReadOrNull(ref reader)";
        }

        return type is { IsNullable: false, Kind: TypeKind.Object or TypeKind.Enum or TypeKind.Union or TypeKind.TupleRecord }
            ? ReadModel(type)
            : $"{TypeSyntax.Codec(type)}.Read(ref reader)";
    }

    /// <summary>Returns the statement that writes a property, given the expression of its value.</summary>
    public static string Write(PropertyModel property, string value)
    {
        TypeRef type = property.Type;
        TypeRef plain = type.AsNotNullable();
        string when = property.Presence switch
        {
            PropertyPresence.Required or PropertyPresence.Constant => "Write",
            PropertyPresence.Optional => "WriteOptional",
            _ => "WriteAssigned",
        };
        bool isOptional = property.Presence == PropertyPresence.Optional;
        if (IsKept(plain))
        {
            return $"writer.{when}{Kind(plain)}{(type.IsNullable && !isOptional ? "OrNull" : "")}({value});";
        }

        if (Kind(plain) is { } kind && (isOptional || !type.IsNullable || !TypeSyntax.IsValueType(plain)))
        {
            return $"writer.{when}{kind}({value});";
        }

        return isOptional
            ? $"writer.{when}{(TypeSyntax.IsValueType(plain) ? "Value" : "")}<{TypeSyntax.Type(plain)}, {TypeSyntax.Codec(plain)}>({value});"
            : $"writer.{when}<{TypeSyntax.Type(type)}, {TypeSyntax.Codec(type)}>({value});";
    }

    private static string ReadModel(TypeRef type) => $"{TypeHeader.FullName(type.Name!)}.ReadFrom(ref reader)";

    // As the runtime's JsonMemberWriter and codecs have it in the names of their methods.
    private static string? Kind(TypeRef plain) => plain.Kind switch
    {
        TypeKind.String => "String",
        TypeKind.Uri => "Uri",
        TypeKind.Boolean => "Boolean",
        TypeKind.Int64 => "Int64",
        TypeKind.DateTime => "DateTime",
        TypeKind.Time => "Time",
        TypeKind.Object => "Model",
        _ => null,
    };
}
