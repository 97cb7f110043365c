using System.Globalization;
using System.Text.Json.Nodes;

namespace DatabricksApps.Instances;

/// <summary>Builds numbers within a schema's bounds.</summary>
internal sealed class NumberBuilder(Choices choices)
{
    private static readonly decimal[] s_integers = [0, -1, int.MaxValue, int.MinValue, 255];
    private static readonly decimal[] s_longs = [long.MaxValue, long.MinValue, 9007199254740993];
    private static readonly double[] s_numbers = [0, -0.5, 1e-7, 123456.789, 1e15, -273.15];

    public JsonNode BuildInteger(SchemaParts parts)
    {
        int variant = choices.Variant;
        decimal[] edges = SchemaText.Text(parts.Find("format")) is "int32" or "int16" or "int8" or "uint8" or "uint16" ? s_integers : [.. s_integers, .. s_longs];
        decimal wanted = variant < 3 ? 7 + variant : edges[variant % edges.Length];
        (decimal least, decimal most) = Bounds(parts, 1);
        decimal step = (decimal)(parts.Lowest("multipleOf") ?? 1);
        decimal value = Math.Max(least, Math.Min(most, wanted));
        value = step <= 0 ? value : Math.Abs(value) < decimal.MaxValue / 4 ? Math.Ceiling(value / step) * step : value;
        value = value > most ? value - step : value;
        return JsonNode.Parse(Math.Ceiling(value).ToString("0", CultureInfo.InvariantCulture))!;
    }

    public JsonNode BuildNumber(SchemaParts parts)
    {
        int variant = choices.Variant;
        double wanted = variant < 3 ? 1.5 + variant : s_numbers[variant % s_numbers.Length];
        double least = Math.Max(parts.Highest("minimum") ?? double.MinValue, Exclusive(parts, "exclusiveMinimum", "minimum", 0.25) ?? double.MinValue);
        double most = Math.Min(parts.Lowest("maximum") ?? double.MaxValue, Exclusive(parts, "exclusiveMaximum", "maximum", -0.25) ?? double.MaxValue);
        if (least > most)
        {
            // The bounds are closer than a quarter.
            (least, most) = (parts.Highest("minimum") ?? parts.Highest("exclusiveMinimum") ?? 0, parts.Lowest("maximum") ?? parts.Lowest("exclusiveMaximum") ?? 0);
            return JsonValue.Create((least + most) / 2);
        }

        double value = Math.Max(least, Math.Min(most, wanted));
        if (parts.Lowest("multipleOf") is double step and > 0)
        {
            decimal exact = (decimal)step;
            value = (double)(Math.Round((decimal)value / exact) * exact);
        }

        return SchemaText.Text(parts.Find("format")) == "float"
            ? JsonNode.Parse(((float)value).ToString("R", CultureInfo.InvariantCulture))!
            : JsonNode.Parse(value.ToString("R", CultureInfo.InvariantCulture))!;
    }

    private static (decimal Least, decimal Most) Bounds(SchemaParts parts, decimal step)
    {
        decimal least = Math.Max(ToDecimal(parts.Highest("minimum"), long.MinValue), ToDecimal(Exclusive(parts, "exclusiveMinimum", "minimum", (double)step), long.MinValue));
        decimal most = Math.Min(ToDecimal(parts.Lowest("maximum"), long.MaxValue), ToDecimal(Exclusive(parts, "exclusiveMaximum", "maximum", -(double)step), long.MaxValue));
        return (Math.Ceiling(least), Math.Floor(most));
    }

    // A number in later versions; a Boolean beside the bound in earlier ones.
    private static double? Exclusive(SchemaParts parts, string keyword, string bound, double step) =>
        parts.FindAll(keyword).Any(SchemaText.IsTrue)
            ? (step > 0 ? parts.Highest(bound) : parts.Lowest(bound)) + step
            : (step > 0 ? parts.Highest(keyword) : parts.Lowest(keyword)) + step;

    private static decimal ToDecimal(double? value, decimal otherwise) =>
        value is not double number ? otherwise : Math.Abs(number) >= 9.2e18 ? otherwise : (decimal)number;
}
