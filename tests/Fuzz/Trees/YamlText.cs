using System.Text;
using System.Text.RegularExpressions;

namespace DatabricksApps.Fuzz.Trees;

/// <summary>Writes trees as YAML.</summary>
internal static partial class YamlText
{
    /// <summary>Writes a tree in blocks, with the styles of scalars that chance picks.</summary>
    public static string Write(Node node, Chance chance)
    {
        StringBuilder text = new();
        Write(text, node, 0, chance);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, Node node, int indent, Chance chance)
    {
        if (node.Children.Count == 0)
        {
            text.Append(node.Kind switch
            {
                NodeKind.Object => "{}",
                NodeKind.Array => "[]",
                NodeKind.Literal => node.Value,
                _ => Scalar(node.Value, chance),
            });
            return;
        }

        foreach (Child child in node.Children)
        {
            // The root begins at once, all else on a line of its own.
            if (text.Length > 0)
            {
                text.Append('\n').Append(' ', indent);
            }

            text.Append(node.Kind == NodeKind.Object ? Scalar(child.Key, chance) + ": " : "- ");
            Write(text, child.Node, indent + 1, chance);
        }
    }

    private static string Scalar(string value, Chance chance)
    {
        if (Plain().IsMatch(value) && !Reserved().IsMatch(value) && chance.Is(70))
        {
            return value;
        }

        if (Printable().IsMatch(value) && chance.Is(30))
        {
            return "'" + value.Replace("'", "''") + "'";
        }

        StringBuilder quoted = new();
        JsonText.WriteText(quoted, value, isAscii: chance.Is(20));
        return quoted.ToString();
    }

    [GeneratedRegex(@"\A[A-Za-z_/][A-Za-z0-9_/.-]*\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A(?:true|false|yes|no|on|off|null|y|n)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();

    [GeneratedRegex(@"\A[ -~]*\z")]
    private static partial Regex Printable();
}
