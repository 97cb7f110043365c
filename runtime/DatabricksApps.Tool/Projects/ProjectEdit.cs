using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace DatabricksApps.Tool.Projects;

/// <summary>Says in the text of a project file where a document comes from. Whatever else the file says, and how, stays.</summary>
internal static partial class ProjectEdit
{
    /// <summary>Edits it.</summary>
    /// <param name="text">The project file, without a byte order mark.</param>
    /// <param name="isDocument">Whether a path of an item is that of the document.</param>
    /// <param name="identity">The document's path, from the project's folder, for an item that is new.</param>
    /// <param name="isKnown">Whether the document has an item without one in this file, such as that of the glob: the new one then updates it.</param>
    /// <param name="url">The metadata <c>Url</c>; empty: none.</param>
    /// <param name="app">The metadata <c>App</c>; empty: none.</param>
    /// <returns>The new text, and the item as it stands there.</returns>
    public static (string Text, string Item) Set(string text, Func<string, bool> isDocument, string identity, bool isKnown, string url, string app)
    {
        ProjectXml xml = ProjectXml.Read(text);
        XmlItem? item = xml.Items.LastOrDefault(item => item.IsUnconditional && item.Path is { } path && isDocument(Unescape(path)));
        if (item is null)
        {
            return Add(text, xml, identity, isKnown, url, app);
        }

        List<(Range At, string With)> changes = [];
        StringBuilder added = new();
        foreach ((string name, string value) in new[] { ("App", app), ("Url", url) })
        {
            XmlPart? attribute = item.Attributes.FirstOrDefault(part => part.Name == name);
            XmlPart? child = item.Children.LastOrDefault(part => part.Name == name);
            if (child is not null)
            {
                changes.Add(child.Inner is { } inner ? (inner, Escape(value)) : (child.Whole, $"<{name}>{Escape(value)}</{name}>"));
            }
            else if (attribute is not null)
            {
                changes.Add((attribute.Inner!.Value, Escape(value)));
            }
            else if (value.Length > 0)
            {
                added.Append(SpaceBefore(text, item.Attributes[^1])).Append(name).Append("=\"").Append(Escape(value)).Append('"');
            }
        }

        if (added.Length > 0)
        {
            Index end = item.Attributes[^1].Whole.End;
            changes.Add((end..end, added.ToString()));
        }

        int grown = 0;
        StringBuilder edited = new(text);
        foreach ((Range at, string with) in changes.OrderByDescending(change => change.At.Start.Value))
        {
            edited.Remove(at.Start.Value, at.End.Value - at.Start.Value).Insert(at.Start.Value, with);
            grown += with.Length - (at.End.Value - at.Start.Value);
        }

        string result = edited.ToString();
        return (result, result[item.Start..(item.End + grown)]);
    }

    /// <summary>Makes an item as a user would write it.</summary>
    public static string Item(string identity, bool isKnown, string url, string app) =>
        $"<DatabricksApp {(isKnown ? "Update" : "Include")}=\"{EscapePath(identity)}\"{Attribute("App", app)}{Attribute("Url", url)} />";

    private static (string Text, string Item) Add(string text, ProjectXml xml, string identity, bool isKnown, string url, string app)
    {
        string item = Item(identity, isKnown, url, app);
        string newLine = NewLineOf(text);

        // After the last of them, so that it counts last; in a group of its own if that one has a condition.
        if (xml.Items.LastOrDefault() is { IsUnconditional: true } last
            && ProjectXml.IndentBefore(text, last.Start) is { } indent
            && RestOfLine().Match(text, last.End) is { Success: true } rest)
        {
            return (text.Insert(last.End + rest.Length, newLine + indent + item), item);
        }

        int end = xml.End;
        while (char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        string group = $"{newLine}{xml.Indent}<ItemGroup>{newLine}{xml.Indent}{xml.Indent}{item}{newLine}{xml.Indent}</ItemGroup>";
        string after = text[end..];
        string blank = text.Contains(newLine + newLine, StringComparison.Ordinal) ? newLine : "";
        return (text[..end] + blank + group + (after.AsSpan().IndexOfAny('\r', '\n') < 0 || !char.IsWhiteSpace(after[0]) ? newLine + after : after), item);
    }

    // An item whose attributes have a line each gets another line.
    private static string SpaceBefore(string text, XmlPart attribute)
    {
        int start = attribute.Whole.Start.Value;
        int before = start;
        while (char.IsWhiteSpace(text[before - 1]))
        {
            before--;
        }

        string space = text[before..start];
        return space.AsSpan().IndexOfAny('\r', '\n') >= 0 ? space : " ";
    }

    private static string NewLineOf(string text)
    {
        int at = text.AsSpan().IndexOfAny('\r', '\n');
        return at < 0 || text[at] == '\n' ? "\n" : at + 1 < text.Length && text[at + 1] == '\n' ? "\r\n" : "\r";
    }

    private static string Attribute(string name, string value) => value.Length == 0 ? "" : $" {name}=\"{Escape(value)}\"";

    private static string Escape(string value) => EscapeXml(EscapeMsBuild(value));

    // What MSBuild would take for an escape or for an expression.
    private static string EscapeMsBuild(string value) => value
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("$(", "%24(", StringComparison.Ordinal)
        .Replace("@(", "%40(", StringComparison.Ordinal);

    private static string EscapeXml(string value) => SecurityElement.Escape(value).Replace("&apos;", "'", StringComparison.Ordinal);

    private static string EscapePath(string path) => EscapeXml(EscapeMsBuild(path)
        .Replace(";", "%3B", StringComparison.Ordinal)
        .Replace("*", "%2A", StringComparison.Ordinal)
        .Replace("?", "%3F", StringComparison.Ordinal));

    // A comment there belongs to the item before it.
    [GeneratedRegex(@"\G(?:[ \t]*<!--(?:[^-\r\n]|-(?!-))*-->)?(?=[ \t]*[\r\n])", RegexOptions.CultureInvariant)]
    private static partial Regex RestOfLine();

    private static string Unescape(string path) => path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;
}
