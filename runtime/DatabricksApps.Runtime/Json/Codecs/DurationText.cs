using System.Globalization;
using System.Text;

namespace DatabricksApps.Generated;

/// <summary>Durations of ISO 8601, in UTF-8.</summary>
internal static class DurationText
{
    private const long MaxUnits = 100_000_000_000_000;

    /// <summary>Reads <c>[-]PnW</c> or <c>[-]PnDTnHnMn.nS</c>; a fraction at seconds only.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan value)
    {
        value = default;
        bool isNegative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            text = text[1..];
        }

        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        text = text[1..];
        Int128 ticks = 0;
        bool inTime = false;
        while (text.Length > 0)
        {
            if (text[0] == 'T' && !inTime)
            {
                inTime = true;
                text = text[1..];
            }

            if (!TryReadNumber(ref text, out long number, out long fraction) || text.Length == 0)
            {
                return false;
            }

            long unit = UnitOf(text[0], inTime);
            if (unit == 0 || (fraction != 0 && unit != TimeSpan.TicksPerSecond))
            {
                return false;
            }

            ticks += ((Int128)number * unit) + fraction;
            text = text[1..];
        }

        ticks = isNegative ? -ticks : ticks;
        if (ticks < long.MinValue || ticks > long.MaxValue)
        {
            return false;
        }

        value = new TimeSpan((long)ticks);
        return true;
    }

    public static string Format(TimeSpan value)
    {
        UInt128 ticks = (UInt128)Int128.Abs(value.Ticks);
        long days = (long)(ticks / TimeSpan.TicksPerDay);
        long rest = (long)(ticks % TimeSpan.TicksPerDay);
        StringBuilder text = new(value < TimeSpan.Zero ? "-P" : "P");
        Append(text, days, 'D');
        if (rest != 0 || days == 0)
        {
            text.Append('T');
            Append(text, rest / TimeSpan.TicksPerHour, 'H');
            Append(text, rest / TimeSpan.TicksPerMinute % 60, 'M');
            decimal seconds = rest % TimeSpan.TicksPerMinute / (decimal)TimeSpan.TicksPerSecond;
            if (seconds != 0 || (rest == 0 && days == 0))
            {
                text.Append(seconds.ToString("0.#######", CultureInfo.InvariantCulture)).Append('S');
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, long number, char unit)
    {
        if (number != 0)
        {
            text.Append(number.ToString(CultureInfo.InvariantCulture)).Append(unit);
        }
    }

    private static bool TryReadNumber(ref ReadOnlySpan<byte> text, out long number, out long fraction)
    {
        number = 0;
        fraction = 0;
        int count = 0;
        while (count < text.Length && text[count] is >= (byte)'0' and <= (byte)'9')
        {
            number = (number * 10) + (text[count] - '0');
            if (number > MaxUnits)
            {
                return false;
            }

            count++;
        }

        text = text[count..];
        if (count > 0 && text.Length > 0 && text[0] is (byte)'.' or (byte)',')
        {
            text = text[1..];
            return DateTimeText.TryReadFraction(ref text, out fraction);
        }

        return count > 0;
    }

    private static long UnitOf(byte letter, bool inTime) => (letter, inTime) switch
    {
        ((byte)'W', false) => 7 * TimeSpan.TicksPerDay,
        ((byte)'D', false) => TimeSpan.TicksPerDay,
        ((byte)'H', true) => TimeSpan.TicksPerHour,
        ((byte)'M', true) => TimeSpan.TicksPerMinute,
        ((byte)'S', true) => TimeSpan.TicksPerSecond,
        _ => 0,
    };
}
