using System;
using System.Text;

namespace DatabricksApps.Gen.Emit;

/// <summary>Writes C#: lines with <c>'\n'</c> alone, four spaces a level, nothing on blank lines.</summary>
internal sealed class CodeWriter
{
    private const int IndentWidth = 4;

    // Longer texts are rare, and would be kept as long as the compiler runs.
    private const int LongestKept = 1 << 18;

    [ThreadStatic]
    private static StringBuilder? s_kept;

    private readonly StringBuilder _text = s_kept ?? new StringBuilder();
    private int _level;

    /// <summary>Initializes a writer; it takes the memory that the last one of this thread gave back.</summary>
    public CodeWriter() => s_kept = null;

    /// <summary>Writes a blank line.</summary>
    public void WriteLine() => _text.Append('\n');

    /// <summary>Writes lines: a template of one or several, each indented to the present level.</summary>
    /// <param name="template">The lines; a document's text only as <see cref="CSharpText"/> returned it.</param>
    public void WriteLine(string template)
    {
        int start = 0;
        while (start <= template.Length)
        {
            int end = template.IndexOf('\n', start);
            int next = end < 0 ? template.Length + 1 : end + 1;
            end = end < 0 ? template.Length : end;
            if (end > start && template[end - 1] == '\r')
            {
                end--;
            }

            if (end > start)
            {
                _text.Append(' ', _level * IndentWidth).Append(template, start, end - start);
            }

            _text.Append('\n');
            start = next;
        }
    }

    /// <summary>Opens a block in braces, which closes when the result is disposed.</summary>
    /// <param name="header">The line above the brace; null: none.</param>
    /// <param name="footer">What follows the closing brace, such as <c>;</c>.</param>
    public BlockScope Block(string? header = null, string footer = "")
    {
        if (header is not null)
        {
            WriteLine(header);
        }

        WriteLine("{");
        _level++;
        return new BlockScope(this, "}" + footer);
    }

    /// <summary>Indents what is written until the result is disposed.</summary>
    public BlockScope Indent()
    {
        _level++;
        return new BlockScope(this, null);
    }

    /// <summary>Ends the writing.</summary>
    /// <returns>The text.</returns>
    public string End()
    {
        string text = _text.ToString();
        if (_text.Capacity <= LongestKept)
        {
            s_kept = _text.Clear();
        }

        return text;
    }

    /// <summary>The end of a block.</summary>
    internal readonly struct BlockScope(CodeWriter writer, string? closing) : IDisposable
    {
        public void Dispose()
        {
            writer._level--;
            if (closing is not null)
            {
                writer.WriteLine(closing);
            }
        }
    }
}
