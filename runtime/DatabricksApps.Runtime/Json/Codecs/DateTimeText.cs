using System.Text;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>Dates and times as RFC 3339 and Python spell them, in UTF-8.</summary>
internal static class DateTimeText
{
    /// <summary>How long a date and time gets when written.</summary>
    public const int MaxLength = 33;

    private const int DateLength = 10;

    /// <summary>Gets a string's text; false if the value is no string.</summary>
    public static bool TryGetText(in Utf8JsonReader reader, out ReadOnlySpan<byte> text)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            text = default;
            return false;
        }

        text = reader.HasValueSequence || reader.ValueIsEscaped
            ? Encoding.UTF8.GetBytes(LenientText.Read(reader))
            : reader.ValueSpan;
        return true;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value) => TryParse(text, out value, out _);

    /// <summary>Reads a date and time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value; without an offset in UTC.</param>
    /// <param name="isNaive">Whether the text has no offset.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value, out bool isNaive)
    {
        value = default;
        isNaive = true;
        if (!TryReadDate(ref text, out DateTime date))
        {
            return false;
        }

        TimeSpan time = default;
        TimeSpan offset = default;
        if (text.Length > 0)
        {
            if (text[0] is not ((byte)'T' or (byte)'t' or (byte)' ' or (byte)'_'))
            {
                return false;
            }

            text = text[1..];
            if (!TryReadTime(ref text, out time) || !TryReadOffset(text, out offset))
            {
                return false;
            }

            isNaive = text.IsEmpty;
        }

        long utcTicks = date.Ticks + time.Ticks - offset.Ticks;
        if (utcTicks < 0 || utcTicks > DateTime.MaxValue.Ticks || date.Ticks + time.Ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTimeOffset(date + time, offset);
        return true;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out DateOnly value)
    {
        bool isDate = TryReadDate(ref text, out DateTime date);

        // Pydantic reads and some servers write a date as a date and time at midnight.
        isDate = isDate && (text.Length == 0
            || (text[0] is (byte)'T' or (byte)' ' && TryParse(text[1..], out TimeOnly time) && time == default));
        value = DateOnly.FromDateTime(date);
        return isDate;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out TimeOnly value) =>
        TryParse(text, out value, out TimeSpan offset, out _) && offset == default;

    /// <summary>Reads a time of day.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">What the clock shows.</param>
    /// <param name="offset">Its offset.</param>
    /// <param name="offsetText">The offset as it stands, behind the time; empty: there is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out TimeOnly value, out TimeSpan offset, out ReadOnlySpan<byte> offsetText)
    {
        offset = default;
        bool isTime = TryReadTime(ref text, out TimeSpan time)
            && time.Ticks < TimeSpan.TicksPerDay
            && TryReadOffset(text, out offset);
        value = isTime ? new TimeOnly(time.Ticks) : default;
        offsetText = text;
        return isTime;
    }

    /// <summary>Writes a date and time with its offset, UTC's as <c>Z</c>.</summary>
    public static int Format(DateTimeOffset value, Span<byte> text)
    {
        int length = Format(value.DateTime, text);
        int minutes = (int)(value.Offset.Ticks / TimeSpan.TicksPerMinute);
        if (minutes == 0)
        {
            text[length++] = (byte)'Z';
            return length;
        }

        text[length] = (byte)(minutes < 0 ? '-' : '+');
        WriteDigits(text[(length + 1)..], Math.Abs(minutes) / 60, 2);
        text[length + 3] = (byte)':';
        WriteDigits(text[(length + 4)..], Math.Abs(minutes) % 60, 2);
        return length + 6;
    }

    /// <summary>Writes a date and time without an offset.</summary>
    public static int Format(DateTime value, Span<byte> text)
    {
        int length = Format(DateOnly.FromDateTime(value), text);
        text[length++] = (byte)'T';
        return length + Format(TimeOnly.FromDateTime(value), text[length..]);
    }

    public static int Format(DateOnly value, Span<byte> text)
    {
        WriteDigits(text, value.Year, 4);
        text[4] = (byte)'-';
        WriteDigits(text[5..], value.Month, 2);
        text[7] = (byte)'-';
        WriteDigits(text[8..], value.Day, 2);
        return DateLength;
    }

    public static int Format(TimeOnly value, Span<byte> text)
    {
        WriteDigits(text, value.Hour, 2);
        text[2] = (byte)':';
        WriteDigits(text[3..], value.Minute, 2);
        text[5] = (byte)':';
        WriteDigits(text[6..], value.Second, 2);
        int fraction = (int)(value.Ticks % TimeSpan.TicksPerSecond);
        if (fraction == 0)
        {
            return 8;
        }

        text[8] = (byte)'.';
        WriteDigits(text[9..], fraction, 7);
        return text[..16].TrimEnd((byte)'0').Length;
    }

    /// <summary>Reads the fraction of a second behind its point; digits beyond 100 ns are dropped.</summary>
    internal static bool TryReadFraction(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        int count = 0;
        while (count < text.Length && IsDigit(text[count]))
        {
            if (count < 7)
            {
                ticks = (ticks * 10) + (text[count] - '0');
            }

            count++;
        }

        for (int i = count; i < 7; i++)
        {
            ticks *= 10;
        }

        text = text[count..];
        return count > 0;
    }

    private static bool TryReadDate(ref ReadOnlySpan<byte> text, out DateTime date)
    {
        date = default;
        if (text.Length < DateLength || text[4] != '-' || text[7] != '-'
            || !TryReadDigits(text, 0, 4, out int year)
            || !TryReadDigits(text, 5, 2, out int month)
            || !TryReadDigits(text, 8, 2, out int day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateTime(year, month, day);
        text = text[DateLength..];
        return true;
    }

    private static bool TryReadTime(ref ReadOnlySpan<byte> text, out TimeSpan time)
    {
        time = default;
        if (text.Length < 5 || text[2] != ':'
            || !TryReadDigits(text, 0, 2, out int hour)
            || !TryReadDigits(text, 3, 2, out int minute)
            || hour > 23 || minute > 59)
        {
            return false;
        }

        int second = 0;
        long fraction = 0;
        text = text[5..];
        if (text.Length > 0 && text[0] == ':')
        {
            // RFC 3339 knows a leap second; it reads as the next minute's first.
            if (text.Length < 3 || !TryReadDigits(text, 1, 2, out second) || second > 60)
            {
                return false;
            }

            text = text[3..];
            if (text.Length > 0 && text[0] is (byte)'.' or (byte)',')
            {
                text = text[1..];
                if (!TryReadFraction(ref text, out fraction))
                {
                    return false;
                }
            }
        }

        time = new TimeSpan((((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond) + fraction);
        return true;
    }

    private static bool TryReadOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
        if (text.Length == 0 || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z'))
        {
            return true;
        }

        if (text[0] is not ((byte)'+' or (byte)'-') || !TryReadDigits(text, 1, 2, out int hours))
        {
            return false;
        }

        int minutes = 0;
        bool isRight = text.Length switch
        {
            3 => true,
            5 => TryReadDigits(text, 3, 2, out minutes),
            6 => text[3] == ':' && TryReadDigits(text, 4, 2, out minutes),
            _ => false,
        };
        offset = new TimeSpan(hours, minutes, 0);
        if (text[0] == '-')
        {
            offset = -offset;
        }

        // What DateTimeOffset can hold.
        return isRight && minutes < 60 && offset.Duration() <= TimeSpan.FromHours(14);
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> text, int start, int count, out int value)
    {
        value = 0;
        if (text.Length < start + count)
        {
            return false;
        }

        for (int i = start; i < start + count; i++)
        {
            if (!IsDigit(text[i]))
            {
                return false;
            }

            value = (value * 10) + (text[i] - '0');
        }

        return true;
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    private static void WriteDigits(Span<byte> text, int value, int count)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            text[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }
}
