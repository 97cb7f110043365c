using System.Globalization;
using System.Text;

namespace DatabricksApps.Fuzz.Trees;

/// <summary>Writes trees as JSON and reads them back, whatever their texts hold.</summary>
internal static class JsonText
{
    /// <summary>Writes a tree.</summary>
    /// <param name="node">The tree.</param>
    /// <param name="isIndented">Whether each member has a line.</param>
    /// <param name="isAscii">Whether all else than ASCII is escaped.</param>
    public static string Write(Node node, bool isIndented = false, bool isAscii = false)
    {
        StringBuilder text = new();
        Write(text, node, isIndented ? 0 : -1, isAscii);
        return text.ToString();
    }

    /// <summary>Writes a text in its quotes; lone surrogates are always escaped, because no encoding has them.</summary>
    public static void WriteText(StringBuilder text, string value, bool isAscii)
    {
        text.Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            bool isPair = char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            if (isPair && !isAscii)
            {
                text.Append(c).Append(value[++i]);
            }
            else if (c is '"' or '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (c < ' ' || char.IsSurrogate(c) || (c > '~' && isAscii))
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                text.Append(c);
            }
        }

        text.Append('"');
    }

    /// <summary>Reads a text that is exactly one value; null if it is not JSON.</summary>
    public static Node? Read(string text) => new JsonTreeParser(text).Parse();

    private static void Write(StringBuilder text, Node node, int indent, bool isAscii)
    {
        switch (node.Kind)
        {
            case NodeKind.Literal:
                text.Append(node.Value);
                return;
            case NodeKind.Text:
                WriteText(text, node.Value, isAscii);
                return;
        }

        bool isObject = node.Kind == NodeKind.Object;
        int inner = indent < 0 ? -1 : indent + 1;
        text.Append(isObject ? '{' : '[');
        for (int i = 0; i < node.Children.Count; i++)
        {
            text.Append(i > 0 ? "," : "");
            NewLine(text, inner);
            if (isObject)
            {
                WriteText(text, node.Children[i].Key, isAscii);
                text.Append(':');
            }

            Write(text, node.Children[i].Node, inner, isAscii);
        }

        NewLine(text, node.Children.Count > 0 ? indent : -1);
        text.Append(isObject ? '}' : ']');
    }

    private static void NewLine(StringBuilder text, int indent)
    {
        if (indent >= 0)
        {
            text.Append('\n').Append(' ', indent);
        }
    }
}
