using System.Text;
using System.Text.Json;
using DatabricksApps.Tool.Documents;
using SharpYaml.Serialization;

namespace DatabricksApps.Tool.Lint;

/// <summary>The line of each value of a document, by its JSON pointer.</summary>
internal sealed class DocumentLines
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    private DocumentLines()
    {
    }

    /// <summary>Reads them from the file's text, which is known to be a document.</summary>
    public static DocumentLines Of(string text, bool isYaml)
    {
        DocumentLines lines = new();
        if (isYaml)
        {
            YamlStream stream = new();
            stream.Load(new StringReader(text));
            lines.Add("", stream.Documents[0].RootNode, 1);
        }
        else
        {
            lines.Add(Encoding.UTF8.GetBytes(text));
        }

        return lines;
    }

    /// <summary>Gets the line of a value, or of the nearest that holds it.</summary>
    public int LineOf(string pointer)
    {
        for (string at = pointer; ; at = at[..at.LastIndexOf('/')])
        {
            if (_lines.TryGetValue(at, out int line))
            {
                return line;
            }

            if (at.LastIndexOf('/') < 0)
            {
                return 1;
            }
        }
    }

    // Of a member that stands twice the first has the line.
    private void Add(string pointer, YamlNode node, int line)
    {
        _lines.TryAdd(pointer, line);
        if (node is YamlMappingNode mapping)
        {
            foreach ((YamlNode key, YamlNode value) in mapping.Children.Select(child => (child.Key, child.Value)))
            {
                Add(pointer + Finding.PointerTo(key.ToString()!), value, key.Start.Line + 1);
            }
        }
        else if (node is YamlSequenceNode sequence)
        {
            int index = 0;
            foreach (YamlNode item in sequence.Children)
            {
                Add($"{pointer}/{index++}", item, item.Start.Line + 1);
            }
        }
    }

    private void Add(byte[] utf8)
    {
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = IndentedJson.MaxDepth });
        Stack<(string Pointer, int Index)> open = new();
        string? name = null;
        int nameLine = 0;
        int line = 1;
        long read = 0;
        while (reader.Read())
        {
            line += utf8.AsSpan((int)read, (int)(reader.TokenStartIndex - read)).Count((byte)'\n');
            read = reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = NameOf(ref reader);
                    nameLine = line;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    continue;
            }

            string pointer = "";
            if (name is not null)
            {
                pointer = open.Peek().Pointer + Finding.PointerTo(name);
            }
            else if (open.TryPop(out (string Pointer, int Index) list))
            {
                pointer = $"{list.Pointer}/{list.Index}";
                open.Push((list.Pointer, list.Index + 1));
            }

            _lines.TryAdd(pointer, name is null ? line : nameLine);
            name = null;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                open.Push((pointer, 0));
            }
        }
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
