using System.Buffers;
using System.Globalization;
using System.Text;
using DatabricksApps.Errors;

namespace DatabricksApps.Http;

/// <summary>Makes of a name that a server gave one that names a file in a folder, and nothing else, on every system.</summary>
/// <remarks>
/// RFC 6266 §4.3 wants a recipient to take no path from a name. Beyond that Windows takes <c>CON</c>, <c>nul.txt</c> and
/// their like for devices, a colon for a stream of another file, and drops blanks and dots at the end.
/// </remarks>
internal static class FileName
{
    /// <summary>What file systems take: 255 bytes on Linux, 255 UTF-16 units on Windows and macOS.</summary>
    private const int LongestInBytes = 255;

    /// <summary>How much of a name is looked at, and how much of that is its end: what an app sends has no limit of its own.</summary>
    private const int LongestGiven = 1024, End = 64;

    // What no file of Windows can have in its name, and what separates folders anywhere.
    private static readonly SearchValues<char> s_refused = SearchValues.Create("<>:\"|?*/\\");

    private static readonly string[] s_devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "COM", "LPT"];

    /// <summary>Makes the name.</summary>
    /// <returns>The name; null: nothing of it can name a file.</returns>
    public static string? Of(string? given)
    {
        if (given is null)
        {
            return null;
        }

        string last = given[(given.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        if (last.Length > LongestGiven)
        {
            last = string.Concat(last.AsSpan(0, LongestGiven - End), last.AsSpan(last.Length - End));
        }

        StringBuilder name = new(last.Length);
        foreach (Rune rune in last.EnumerateRunes())
        {
            if (!IsHidden(rune) && !(rune.IsBmp && s_refused.Contains((char)rune.Value)))
            {
                name.Append(rune.ToString());
            }
        }

        string text = name.ToString().Trim();
        (string stem, string extension) = Split(text);
        text = Join(stem, extension);
        return text.Length == 0 ? null : IsDevice(text) ? "_" + text : text;
    }

    /// <summary>Splits a name into its stem and its extension, which is short or none.</summary>
    public static (string Stem, string Extension) Split(string name)
    {
        string extension = Path.GetExtension(name) is { Length: <= 16 } ending ? ending : "";
        return (name[..^extension.Length], extension);
    }

    /// <summary>Joins the parts of a name; a long one loses the end of its stem, for the extension says what the file is.</summary>
    public static string Join(string stem, string ending)
    {
        // One byte is kept for the sign before the name of a device.
        int left = LongestInBytes - 1 - Encoding.UTF8.GetByteCount(ending);
        int length = 0;
        foreach (Rune rune in stem.EnumerateRunes())
        {
            left -= rune.Utf8SequenceLength;
            if (left < 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return (stem[..length] + ending).TrimEnd('.', ' ');
    }

    // Beside what is hidden in any text, what has no width: a name must not look like another. Joiners of scripts stay.
    private static bool IsHidden(Rune rune) =>
        VisibleText.IsHidden(rune) || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D));

    // A device is one whatever stands behind the first dot: NUL.tar.gz is NUL.
    private static bool IsDevice(string name)
    {
        ReadOnlySpan<char> stem = name.AsSpan(0, name.IndexOf('.') is int dot and >= 0 ? dot : name.Length).TrimEnd();
        foreach (string device in s_devices)
        {
            if (stem.StartsWith(device, StringComparison.OrdinalIgnoreCase)
                && (device is "COM" or "LPT"
                    ? stem.Length == device.Length + 1 && (char.IsAsciiDigit(stem[^1]) || stem[^1] is '\u00B9' or '\u00B2' or '\u00B3')
                    : stem.Length == device.Length))
            {
                return true;
            }
        }

        return false;
    }
}
