using System.Globalization;

namespace DatabricksApps.Checks;

/// <summary>Compares the number of a text with a bound.</summary>
internal static class RuleNumber
{
    private const double Smallest = 1e-20;
    private const double Largest = 7e28;

    /// <summary>Compares exactly, where .NET's decimal can; null: the text is no number.</summary>
    public static int? Compare(string text, decimal bound) =>
        !TryParse(text, out double number) ? null
        : TryParse(text, number, out decimal exact) ? exact.CompareTo(bound)
        : number.CompareTo((double)bound);

    /// <summary>Tells whether a number is certainly no multiple.</summary>
    /// <param name="text">The number.</param>
    /// <param name="factor">What it must be a multiple of.</param>
    /// <param name="isInteger">Whether the app takes an integer, and counts exactly.</param>
    public static bool IsNoMultiple(string text, decimal factor, bool isInteger)
    {
        if (factor == 0 || !TryParse(text, out double number) || !TryParse(text, number, out decimal exact))
        {
            return false;
        }

        // Of binary fractions 0.1 + 0.2 is a multiple of 0.1 for Pydantic, within a billionth.
        const decimal billionth = 0.000_000_001m;
        decimal rest = Math.Abs(exact % factor);
        decimal tolerance = isInteger ? 0 : Math.Max(Math.Abs(exact), 1) * billionth;
        return rest > tolerance && Math.Abs(rest - Math.Abs(factor)) > tolerance;
    }

    // A word such as NaN is no number here.
    private static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && text.Any(char.IsAsciiDigit);

    // What lies near nothing, or beyond all decimals, would be rounded.
    private static bool TryParse(string text, double number, out decimal exact)
    {
        exact = 0;
        return (number == 0 || Math.Abs(number) is > Smallest and < Largest)
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out exact);
    }
}
