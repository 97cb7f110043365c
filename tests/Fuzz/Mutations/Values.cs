using DatabricksApps.Fuzz.Trees;

namespace DatabricksApps.Fuzz.Mutations;

/// <summary>Values that documents and answers are not made for.</summary>
internal static class Values
{
    private static readonly string[] s_literals =
    [
        "null", "true", "false", "0", "-0", "-0.0", "1.0", "1", "-1", "2", "3.5", "1e3", "1E400", "-1e-400", "9223372036854775807",
        "9223372036854775808", "-9223372036854775809", "18446744073709551616", "2147483648", "-2147483649", "4294967296",
        "79228162514264337593543950336", "0.1000000000000000055511151231257827", "1e308", "5e-324", "123456789012345678901234567890.5", "1e19",
    ];

    /// <summary>Makes a value of any kind.</summary>
    /// <param name="chance">What decides.</param>
    /// <param name="depth">How deep it may nest.</param>
    public static Node Any(Chance chance, int depth = 3) => chance.Below(depth > 0 ? 8 : 5) switch
    {
        0 or 1 => Number(chance),
        2 or 3 or 4 => Node.Text(Texts.Any(chance)),
        5 => Node.Array(Enumerable.Range(0, chance.Below(4)).Select(_ => Any(chance, depth - 1))),
        6 => Node.Object(Enumerable.Range(0, chance.Below(4)).Select(_ => (Texts.Any(chance), Any(chance, depth - 1)))),
        _ => Deep(chance),
    };

    /// <summary>Makes a number, a Boolean or null.</summary>
    public static Node Number(Chance chance) => Node.Literal(
        chance.Is(90) ? chance.Pick(s_literals) : (chance.Is(50) ? "-" : "") + "9" + new string('7', chance.Small(1, 400)));

    // Around the depths at which readers and writers of JSON give up.
    private static Node Deep(Chance chance)
    {
        Node node = Node.Literal("1");
        bool isArray = chance.Is(50);
        for (int depth = chance.Is(90) ? chance.Below(5) : chance.Pick([62, 63, 64, 65, 70, 128, 200, 255, 257]); depth > 0; depth--)
        {
            node = isArray ? Node.Array(node) : Node.Object(("a", node));
        }

        return node;
    }
}
