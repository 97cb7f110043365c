using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit;

/// <summary>Writes XML documentation comments.</summary>
internal static class DocComment
{
    /// <summary>Of a type that stands for many places, as many as a reader looks at.</summary>
    private const int MostSources = 3;

    private static readonly string[] s_paragraphEnds = ["\r\n\r\n", "\n\n", "\r\r"];

    /// <summary>Writes the document's own summary, if it says more than the C# does.</summary>
    /// <returns>Whether it does.</returns>
    public static bool WriteSummary(CodeWriter writer, DocModel doc, string name)
    {
        if (!SaysMore(doc.Summary, name))
        {
            return false;
        }

        WriteElement(writer, "summary", Text(doc.Summary));
        return true;
    }

    /// <summary>
    /// Whether a text says more than a name. FastAPI makes titles of names ("Item Id" of <c>item_id</c>), which a reader of the
    /// C# has read already.
    /// </summary>
    public static bool SaysMore(string? text, string name) => text is not null && Word(text) is { Length: > 0 } word && word != Word(name);

    /// <summary>Whether a name on the wire is another one than the C# name, and not merely spelled as the app's language does.</summary>
    public static bool IsAnotherName(string wireName, string name) =>
        wireName.Any(c => !char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.' or ' ')) || Word(wireName) != Word(name);

    /// <summary>Writes the remarks: description, example and constraints of the document, then its places in it.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="doc">The texts.</param>
    /// <param name="last">A further paragraph, escaped; null: none.</param>
    public static void WriteRemarks(CodeWriter writer, DocModel doc, string? last = null)
    {
        List<string> paragraphs = [.. Paragraphs(doc.Remarks)];
        if (Text(doc.Constraints) is { Length: > 0 } constraints)
        {
            paragraphs.Add(constraints);
        }

        if (Text(doc.Example) is { Length: > 0 } example)
        {
            paragraphs.Add($"Example: <c>{example}</c>");
        }

        if (last is not null)
        {
            paragraphs.Add(last);
        }

        if (Sources(doc) is { Length: > 0 } sources)
        {
            paragraphs.Add(sources);
        }

        switch (paragraphs.Count)
        {
            case 0:
                break;
            case 1:
                WriteElement(writer, "remarks", paragraphs[0]);
                break;
            default:
                writer.WriteLine("/// <remarks>");
                foreach (string paragraph in paragraphs)
                {
                    writer.WriteLine($"/// <para>{paragraph}</para>");
                }

                writer.WriteLine("/// </remarks>");
                break;
        }
    }

    /// <summary>Writes the documentation of a parameter, if there is any.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="wireName">Its name on the wire.</param>
    /// <param name="doc">What the document says.</param>
    /// <param name="isDeprecated">Whether the document calls it deprecated.</param>
    /// <param name="place">What it is on the wire, such as <c>The header 'x-$id'.</c></param>
    public static void WriteParameter(CodeWriter writer, string name, string wireName, DocModel doc, bool isDeprecated, string place)
    {
        string[] texts =
        [
            SaysMore(doc.Summary, name) && SaysMore(doc.Summary, wireName) ? Text(doc.Summary) : "",
            Text(doc.Remarks),
            Text(doc.Constraints),
            isDeprecated ? "Deprecated." : "",
        ];
        string text = string.Join(" ", texts.Where(t => t.Length > 0).Select(AsSentence));
        if (text.Length == 0 && wireName.Length > 0 && IsAnotherName(wireName, name))
        {
            text = CSharpText.Xml(place);
        }

        if (text.Length > 0)
        {
            writer.WriteLine($"/// <param name=\"{name}\">{text}</param>");
        }
    }

    /// <summary>Writes an element of one line.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="start">The element's name with its attributes.</param>
    /// <param name="text">The text, escaped.</param>
    public static void WriteElement(CodeWriter writer, string start, string text)
    {
        int blank = start.IndexOf(' ');
        string name = blank < 0 ? start : start.Substring(0, blank);
        writer.WriteLine($"/// <{start}>{text}</{name}>");
    }

    private static string Sources(DocModel doc)
    {
        string named = string.Join(" ", doc.Sources.Take(MostSources).Select(source => $"<c>{CSharpText.Xml(source)}</c>"));
        int more = doc.Sources.Count - MostSources;
        return more > 0 ? $"{named} and {more} more {(more == 1 ? "place" : "places")}" : named;
    }

    private static IEnumerable<string> Paragraphs(string? text) =>
        (text ?? "").Split(s_paragraphEnds, StringSplitOptions.RemoveEmptyEntries)
            .Select(CSharpText.Xml)
            .Where(paragraph => paragraph.Length > 0);

    private static string Word(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Text(string? text) => text is null ? "" : CSharpText.Xml(text);

    private static string AsSentence(string text) => text[text.Length - 1] is '.' or '!' or '?' or ':' ? text : text + ".";
}
