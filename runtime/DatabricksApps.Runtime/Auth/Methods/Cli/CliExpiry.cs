using System.Globalization;

namespace DatabricksApps.Auth;

/// <summary>
/// Reads the expiry that the CLI prints: RFC 3339 with an offset and up to nine decimals today, and once
/// <c>2024-01-31 12:00:00.000000</c>. A time without an offset counts as UTC, as the Go SDK takes it.
/// </summary>
internal static class CliExpiry
{
    private static readonly string[] s_formats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    public static bool TryParse(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        SevenDecimals(text), s_formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);

    /// <summary>Tells whether a time is Go's <c>0001-01-01T00:00:00Z</c>, which it writes where it knows none.</summary>
    public static bool IsNone(DateTimeOffset time) => time.Year == 1;

    // Go writes nanoseconds; a tick is 100 of them.
    private static string SevenDecimals(string text)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0)
        {
            return text;
        }

        int end = point + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        int keep = Math.Min(end, point + 8);
        return string.Concat(text.AsSpan(0, keep), text.AsSpan(end));
    }
}
