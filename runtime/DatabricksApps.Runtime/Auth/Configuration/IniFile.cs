using System.Text;

namespace DatabricksApps.Auth;

/// <summary>
/// An ini file as the Databricks CLI writes and reads it (go-ini): <c>=</c> or <c>:</c> after the key, comments from
/// <c>#</c> or <c>;</c> that begin the line or follow a blank, quoted values, values over several lines. Keys are in any
/// case; of two the last counts, and two sections of one name are one.
/// </summary>
internal sealed class IniFile
{
    private const string DefaultSection = "DEFAULT";

    private readonly Dictionary<string, Dictionary<string, string>> _sections = new(StringComparer.Ordinal);
    private readonly string[] _lines;
    private int _next;

    private IniFile(string text) => _lines = text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Gets the names of the sections, in the order of the file.</summary>
    public IEnumerable<string> Sections => _sections.Keys;

    /// <summary>Gets the values of a section; null: there is none.</summary>
    public IReadOnlyDictionary<string, string>? Section(string name) => _sections.GetValueOrDefault(name);

    /// <summary>Reads a file: UTF-8, or what its byte order mark says.</summary>
    /// <exception cref="IniException">A line is none of an ini file.</exception>
    public static IniFile Parse(byte[] content)
    {
        using StreamReader reader = new(new MemoryStream(content), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        IniFile file = new(reader.ReadToEnd());
        file.Parse();
        return file;
    }

    private void Parse()
    {
        // What stands before the first section belongs to the default one.
        string section = DefaultSection;
        while (_next < _lines.Length)
        {
            string line = _lines[_next++].Trim();
            if (line.Length == 0 || line[0] is '#' or ';')
            {
                continue;
            }

            if (line[0] == '[')
            {
                int end = line.LastIndexOf(']');
                section = end > 1 ? line[1..end].Trim() : throw new IniException(_next, "begins a section and does not end it");
                SectionOf(section);
                continue;
            }

            int delimiter = line.AsSpan().IndexOfAny('=', ':');
            if (delimiter < 1)
            {
                throw new IniException(_next, "is neither a section nor a key with its value");
            }

            string key = Unquoted(line[..delimiter].Trim());
            SectionOf(section)[key] = Value(line[(delimiter + 1)..].Trim());
        }
    }

    private Dictionary<string, string> SectionOf(string name)
    {
        if (!_sections.TryGetValue(name, out Dictionary<string, string>? values))
        {
            _sections[name] = values = new(StringComparer.OrdinalIgnoreCase);
        }

        return values;
    }

    private string Value(string text)
    {
        if (text.StartsWith("\"\"\"", StringComparison.Ordinal))
        {
            return Until("\"\"\"", text[3..]);
        }

        if (text.StartsWith('`'))
        {
            return Until("`", text[1..]);
        }

        if (text is ['"' or '\'', ..] && text.IndexOf(text[0], 1) is > 0 and int end && IsCommentOrNothing(text[(end + 1)..]))
        {
            return text[1..end];
        }

        StringBuilder joined = new();
        text = WithoutComment(text);
        while (text.EndsWith('\\') && _next < _lines.Length)
        {
            joined.Append(text, 0, text.Length - 1);
            text = WithoutComment(_lines[_next++].Trim());
        }

        return joined.Append(text).ToString();
    }

    // The value goes on over the lines that follow, as they are.
    private string Until(string mark, string text)
    {
        int start = _next;
        StringBuilder value = new();
        while (true)
        {
            int end = text.IndexOf(mark, StringComparison.Ordinal);
            if (end >= 0)
            {
                return value.Append(text, 0, end).ToString();
            }

            if (_next == _lines.Length)
            {
                throw new IniException(start, $"begins a value with {mark} and nothing ends it");
            }

            value.Append(text).Append('\n');
            text = _lines[_next++];
        }
    }

    private static string WithoutComment(string text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] is '#' or ';' && text[i - 1] is ' ' or '\t')
            {
                return text[..i].TrimEnd();
            }
        }

        return text is ['#' or ';', ..] ? "" : text;
    }

    private static bool IsCommentOrNothing(string rest) => rest.TrimStart() is "" or ['#' or ';', ..];

    private static string Unquoted(string key) =>
        key is ['"' or '`', _, ..] && key[^1] == key[0] ? key[1..^1] : key;
}
