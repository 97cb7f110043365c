using System.Buffers;
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

        ReadOnlySpan<char> last = given.AsSpan()[(given.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        StringBuilder name = new(last.Length);
        foreach (Rune rune in last.EnumerateRunes())
        {
            if (!VisibleText.IsHidden(rune) && !(rune.IsBmp && s_refused.Contains((char)rune.Value)))
            {
                name.Append(rune.ToString());
            }
        }

        string text = name.ToString().Trim().TrimEnd('.', ' ');
        text = IsDevice(text) ? "_" + text : text;
        return text.Length == 0 ? null : Shorten(text);
    }

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

    // What is cut is the middle: the extension says what the file is.
    private static string Shorten(string name)
    {
        string extension = Path.GetExtension(name) is { Length: <= 16 } end ? end : "";
        string stem = name[..^extension.Length];
        while (Encoding.UTF8.GetByteCount(stem) + Encoding.UTF8.GetByteCount(extension) > LongestInBytes)
        {
            stem = stem[..^(char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        }

        return stem + extension;
    }
}
