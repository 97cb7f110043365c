using System.Text;

namespace DatabricksApps.Fuzz.Mutations;

/// <summary>Changes of bytes, which need not stay text.</summary>
internal static class ByteMutations
{
    private const int MostMutations = 6;

    private static readonly byte[][] s_marks = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF]];

    // Overlong, cut, a surrogate, beyond the last plane, a lone continuation.
    private static readonly byte[][] s_invalid = [[0xC0, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xFF], [0xE9]];

    private static readonly string[] s_pieces =
    [
        "\"", "'", "{", "}", "[", "]", ":", ",", "\n", "\r", "\t", "\\", "//", "/*", "*/", "#", "- ", "? ", "|", ">", "&a ", "*a", "<<: ", "!!str ",
        "--- ", "%YAML 1.1\n", "\\u", "\\ud800", "null", "1e999", "\0", "\u2028", "<", "-",
        "\"$ref\":\"#\",", "data: ", "\n\n", "event:\n", "id: 1\n", "retry: x\n", "\u001e",
    ];

    /// <summary>Changes bytes a few times.</summary>
    /// <param name="bytes">What is changed.</param>
    /// <param name="other">What parts are spliced in from.</param>
    /// <param name="chance">What decides.</param>
    public static byte[] Mutate(byte[] bytes, byte[] other, Chance chance)
    {
        List<byte> result = [.. bytes];
        for (int count = chance.Small(1, MostMutations); count > 0; count--)
        {
            MutateOnce(result, other, chance);
        }

        return [.. result];
    }

    private static void MutateOnce(List<byte> bytes, byte[] other, Chance chance)
    {
        int at = chance.Below(bytes.Count);
        switch (chance.Below(10))
        {
            case 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 1 or 2 when bytes.Count > 0:
                bytes[at] ^= (byte)(1 << chance.Below(8));
                break;
            case 3 when bytes.Count > 0:
                bytes[at] = (byte)chance.Below(256);
                break;
            case 4 or 5:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(chance.Pick(s_pieces)));
                break;
            case 6:
                bytes.RemoveRange(at, Math.Min(chance.Small(1, 200), bytes.Count - at));
                break;
            case 7:
                int start = chance.Below(other.Length);
                bytes.InsertRange(at, other.AsSpan(start, Math.Min(chance.Small(1, 400), other.Length - start)));
                break;
            case 8:
                bytes.InsertRange(at, chance.Pick(s_invalid));
                break;
            case 9 when chance.Is(30):
                bytes.InsertRange(0, chance.Pick(s_marks));
                break;
            default:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(chance.Small(1, 100), bytes.Count - at)));
                break;
        }
    }
}
