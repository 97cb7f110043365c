using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.Binding.Checks;

/// <summary>Chooses the bounds of a schema that can be checked as the app checks them; of the others it is told.</summary>
internal static class CheckableBounds
{
    public static EquatableArray<BoundModel> Of(ApiSchema schema, Findings findings)
    {
        // What names its values needs no bounds, and where these contradict it the values are meant.
        if (schema.Enum is not null || schema.Const is not null)
        {
            return default;
        }

        List<BoundModel> bounds = new();
        foreach (BoundModel bound in Bounds.Of(schema).Where(bound => bound.Kind < BoundKind.Value))
        {
            // What ASP.NET Core says of a number that may be a string too; numbers are written as numbers.
            if (bound.Kind == BoundKind.Pattern && (Formats.IsNumberPattern(bound.Value) || Formats.IsDecimalPattern(bound.Value)))
            {
                continue;
            }

            if (Reason(schema, bound) is { } reason)
            {
                findings.Ignored(JsonPointer.Append(schema.Pointer, Keyword(bound.Kind)), $"'{Keyword(bound.Kind)}' is not checked before sending: {reason}");
            }
            else
            {
                bounds.Add(bound.Kind <= BoundKind.MultipleOf ? bound with { Value = Spell(schema, bound.Value) } : bound);
            }
        }

        return bounds.ToEquatableArray();
    }

    private static string? Reason(ApiSchema schema, BoundModel bound) =>
        bound.Kind is BoundKind.MinLength or BoundKind.MaxLength or BoundKind.Pattern && IsEncoded(schema) ? "of bytes that are sent as base64 some apps mean the bytes, and others the text"
        : bound.Kind == BoundKind.Pattern ? PatternDialect.Explain(bound.Value)
        : bound.Kind <= BoundKind.MultipleOf && Decimal(bound.Value) is null ? "it has more digits than .NET's decimal"
        : null;

    private static bool IsEncoded(ApiSchema schema) => schema.ContentEncoding is not null || schema.Format is "byte" or "base64" or "base64url" or "binary";

    private static string Keyword(BoundKind kind)
    {
        string name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    // ASP.NET Core writes the bound 0.1f of a float as 0.10000000149011612; the value 0.1f is sent as 0.1.
    private static string Spell(ApiSchema schema, string bound)
    {
        decimal value = Decimal(bound)!.Value;
        return (schema.Format == "float" && (decimal)(double)(float)value == (decimal)(double)value ? (decimal)(float)value : value).ToString(CultureInfo.InvariantCulture);
    }

    // Exactly, or not at all: a rounded bound would refuse what the app takes.
    private static decimal? Decimal(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
            || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            return null;
        }

        return value == 0 && number != 0 ? null : value;
    }
}
