namespace DatabricksApps.Tool.Projects;

/// <summary>Where things are in the text of a project file: what is changed is changed there, and nothing else of the file.</summary>
internal sealed class XmlPlaces(string text)
{
    private readonly List<int> _lines = LinesOf(text);

    /// <summary>Gets the place of what a reader names by line and position.</summary>
    public int At(int line, int position) => _lines[line - 1] + position - 1;

    /// <summary>Gets the place after the start tag whose name begins at a place.</summary>
    public int EndOfTag(int name)
    {
        char quote = '\0';
        for (int at = name; ; at++)
        {
            char character = text[at];
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '"' or '\'')
            {
                quote = character;
            }
            else if (character == '>')
            {
                return at + 1;
            }
        }
    }

    /// <summary>Gets the value, within its quotes, of the attribute whose name begins at a place.</summary>
    public Range Value(int name)
    {
        int quote = text.AsSpan(name).IndexOfAny('"', '\'') + name;
        return (quote + 1)..text.IndexOf(text[quote], quote + 1);
    }

    // As XmlReader counts them.
    private static List<int> LinesOf(string text)
    {
        List<int> lines = [0];
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
            {
                lines.Add(at + 1);
            }
        }

        return lines;
    }
}
