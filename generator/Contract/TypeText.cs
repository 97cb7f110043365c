using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

/// <summary>Spells a type as a reader of a document knows it, in one word.</summary>
internal static class TypeText
{
    public static string Of(TypeRef type)
    {
        string text = type.Kind switch
        {
            TypeKind.List => Of(type.Item) + "[]",
            TypeKind.Map => "{" + Of(type.Item) + "}",
            TypeKind.Tuple => "(" + string.Join(",", type.Arguments.Select(Of)) + ")",
            TypeKind.String => "string",
            TypeKind.Boolean => "boolean",
            TypeKind.Int32 => "integer:int32",
            TypeKind.Int64 => "integer",
            TypeKind.BigInteger => "integer:big",
            TypeKind.Single => "number:float",
            TypeKind.Double => "number",
            TypeKind.Decimal => "number:decimal",
            TypeKind.DecimalString => "string:decimal",
            TypeKind.DateTime => "string:date-time",
            TypeKind.Date => "string:date",
            TypeKind.Time => "string:time",
            TypeKind.Duration => "string:duration",
            TypeKind.ConstantDuration => "string:timespan",
            TypeKind.Guid => "string:uuid",
            TypeKind.Uri => "string:uri",
            TypeKind.Bytes => "string:bytes",
            TypeKind.Any => "any",
            TypeKind.File => "file",
            _ => type.Name!,
        };
        // Any value may be null.
        return type.IsNullable && type.Kind != TypeKind.Any ? text + "?" : text;
    }
}
