using System.Xml;

namespace DatabricksApps.Tool.Projects;

/// <summary>An attribute or a child element, and where its value is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Whole">All of it.</param>
/// <param name="Inner">The value's text; null: the element has no content, <c>&lt;Url /&gt;</c>.</param>
internal sealed record XmlPart(string Name, string Value, Range Whole, Range? Inner);

/// <summary>An item of a document in the text of a project file.</summary>
internal sealed class XmlItem
{
    /// <summary>Gets the place of its first character, <c>&lt;</c>.</summary>
    public required int Start { get; init; }

    /// <summary>Gets or sets the place after it.</summary>
    public int End { get; set; }

    public required IReadOnlyList<XmlPart> Attributes { get; init; }

    public List<XmlPart> Children { get; } = [];

    /// <summary>Gets whether it counts always: neither it nor its group has a condition.</summary>
    public required bool IsUnconditional { get; init; }

    /// <summary>Gets the path that it names; null: several, or none.</summary>
    public string? Path => Attributes.FirstOrDefault(attribute => attribute.Name is "Include" or "Update")?.Value is { } value && !value.Contains(';', StringComparison.Ordinal) ? value.Trim() : null;
}

/// <summary>The parts of a project file that matter to its documents, with their places.</summary>
internal sealed class ProjectXml
{
    private ProjectXml(List<XmlItem> items, int end, string indent)
    {
        Items = items;
        End = end;
        Indent = indent;
    }

    /// <summary>Gets the items <c>DatabricksApp</c> of the project's own groups.</summary>
    public IReadOnlyList<XmlItem> Items { get; }

    /// <summary>Gets the place of the end tag of the project.</summary>
    public int End { get; }

    /// <summary>Gets what an element within the project is indented by.</summary>
    public string Indent { get; }

    /// <summary>Reads a project file.</summary>
    /// <exception cref="XmlException">It is no XML.</exception>
    /// <exception cref="FormatException">It is no project, or one without content.</exception>
    public static ProjectXml Read(string text)
    {
        XmlPlaces places = new(text);
        using XmlReader reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        List<XmlItem> items = [];
        List<(string Name, bool HasCondition)> open = [];
        int end = -1;
        string? indent = null;
        XmlItem? item = null;
        (string Name, int Start, int Content) child = default;
        while (reader.Read())
        {
            int at = At(reader, places);
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (open.Count == 1)
                {
                    indent ??= IndentBefore(text, at - 1);
                }

                bool isEmpty = reader.IsEmptyElement;
                int afterTag = places.EndOfTag(at);
                string name = reader.LocalName;
                bool isItem = item is null && open.Count == 2 && open[0].Name == "Project" && open[1].Name == "ItemGroup" && name == "DatabricksApp";
                if (isItem)
                {
                    item = new XmlItem
                    {
                        Start = at - 1,
                        End = afterTag,
                        IsUnconditional = !open[1].HasCondition && reader.GetAttribute("Condition") is null,
                        Attributes = ReadAttributes(reader, places),
                    };
                    items.Add(item);
                    item = isEmpty ? null : item;
                }
                else if (item is not null && open.Count == 3)
                {
                    child = (name, at - 1, afterTag);
                    if (isEmpty)
                    {
                        item.Children.Add(new XmlPart(name, "", (at - 1)..afterTag, null));
                    }
                }

                if (!isEmpty)
                {
                    open.Add((name, reader.GetAttribute("Condition") is not null));
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                open.RemoveAt(open.Count - 1);
                int afterTag = places.EndOfTag(at);
                if (open.Count == 0)
                {
                    end = at - 2;
                }
                else if (item is not null && open.Count == 2)
                {
                    item.End = afterTag;
                    item = null;
                }
                else if (item is not null && open.Count == 3)
                {
                    Range inner = child.Content..(at - 2);
                    item.Children.Add(new XmlPart(child.Name!, text[inner], child.Start..afterTag, inner));
                }
            }
        }

        return end < 0 ? throw new FormatException("The project has no content.") : new ProjectXml(items, end, indent ?? "  ");
    }

    /// <summary>Gets the whitespace between the last end of a line and a place; null: there is something else.</summary>
    public static string? IndentBefore(string text, int place)
    {
        int start = place;
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start > 0 && text[start - 1] is '\n' or '\r' ? text[start..place] : null;
    }

    private static List<XmlPart> ReadAttributes(XmlReader reader, XmlPlaces places)
    {
        List<XmlPart> attributes = [];
        while (reader.MoveToNextAttribute())
        {
            int name = At(reader, places);
            Range value = places.Value(name);
            attributes.Add(new XmlPart(reader.Name, reader.Value, name..(value.End.Value + 1), value));
        }

        reader.MoveToElement();
        return attributes;
    }

    private static int At(XmlReader reader, XmlPlaces places)
    {
        IXmlLineInfo info = (IXmlLineInfo)reader;
        return places.At(info.LineNumber, info.LinePosition);
    }
}
