using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace DatabricksApps.Gen.Diagnostics;

/// <summary>
/// The one gate through which a document's text reaches a message: an interpolated string whose own words stay as they
/// are, and whose holes are cut and cleaned.
/// </summary>
/// <remarks>
/// A build prints messages line by line, and tools read those lines: a text that brought a line of its own could pass
/// for an error of another file, or for a command to the build agent. And a text may be all of a large document.
/// </remarks>
[InterpolatedStringHandler]
internal readonly struct MessageText
{
    /// <summary>The most characters that a hole takes.</summary>
    public const int Longest = 200;

    /// <summary>How many of them are the end of the text: an end tells as much as a beginning.</summary>
    private const int Tail = 79;

    private const char Replacement = '\uFFFD';

    private readonly StringBuilder? _text;

    public MessageText(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Gets whether there is no text, as of a message that was never written.</summary>
    public bool IsEmpty => _text is null || _text.Length == 0;

    /// <summary>Makes a message where its type alone does not ask for one.</summary>
    public static MessageText Of(MessageText message) => message;

    /// <summary>Spells a message, for what is no finding.</summary>
    public static string Spell(MessageText message) => message.ToString();

    public void AppendLiteral(string words) => _text!.Append(words);

    public void AppendFormatted(string? foreign) => AppendClean(Cut(foreign ?? ""));

    public void AppendFormatted(int number) => _text!.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Appends a part that went through the gate already.</summary>
    public void AppendFormatted(MessageText part) => _text!.Append(part._text);

    public override string ToString() => _text?.ToString() ?? "";

    private static string Cut(string text) =>
        text.Length <= Longest ? text : text.Substring(0, Longest - Tail - 1) + "…" + text.Substring(text.Length - Tail);

    private void AppendClean(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                AppendBlank();
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                _text!.Append(c).Append(text[++i]);
            }
            else if (c == '#' && _text!.Length > 0 && _text[_text.Length - 1] == '#')
            {
                // Azure DevOps takes ##vso[…] for a command anywhere in a line.
                _text.Append(' ').Append(c);
            }
            else
            {
                _text!.Append(IsShown(c) ? c : Replacement);
            }
        }
    }

    // Runs of white space, which line breaks are part of, say no more than one blank.
    private void AppendBlank()
    {
        if (_text!.Length == 0 || _text[_text.Length - 1] != ' ')
        {
            _text.Append(' ');
        }
    }

    /// <summary>Tells whether a character shows as itself: no control (such as escape), no format (such as a change of direction).</summary>
    private static bool IsShown(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
