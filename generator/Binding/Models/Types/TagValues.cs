using System.Globalization;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Models.Types;

/// <summary>The value of a discriminator whose tag is known as text.</summary>
internal static class TagValues
{
    /// <summary>Gets the value that a member of a type has; a text that is none of its kind stays a string.</summary>
    public static ApiValue Of(string tag, TypeRef type) => new(type.Kind switch
    {
        TypeKind.Boolean when bool.TryParse(tag, out bool value) => JsonValue.Create(value),
        TypeKind.Int32 or TypeKind.Int64 when long.TryParse(tag, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) => JsonValue.Create(value),
        _ => JsonValue.Create(tag),
    });
}
