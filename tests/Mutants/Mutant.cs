using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Mutants;

/// <summary>One deliberate fault: a piece of a file, and what stands there instead.</summary>
/// <param name="File">The path of the file below the repository, with slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Span">The place in the file.</param>
/// <param name="OriginalText">The text of the place.</param>
/// <param name="MutatedText">The text that replaces it.</param>
/// <param name="Kind">What kind of fault it is.</param>
internal sealed partial record Mutant(string File, int Line, TextSpan Span, string OriginalText, string MutatedText, string Kind)
{
    /// <summary>Gets the original on one line.</summary>
    public string Original { get; } = OnOneLine(OriginalText);

    /// <summary>Gets what replaces it, on one line.</summary>
    public string Mutated { get; } = OnOneLine(MutatedText);

    /// <summary>Gets the room: the folder of its project that the file is in.</summary>
    public string Room => RoomOf(File);

    /// <summary>Gets the room of a file, such as <c>generator/Binding</c>.</summary>
    public static string RoomOf(string file)
    {
        string[] parts = file.Split('/');
        int project = Array.FindIndex(parts, part => part is "DatabricksApps.Runtime" or "generator");
        return parts.Length > project + 2 ? $"{parts[0]}/{parts[project + 1]}" : parts[0];
    }

    /// <summary>Puts the fault into its file.</summary>
    public SourceText Apply(SourceText text) => text.WithChanges(new TextChange(Span, MutatedText));

    private static string OnOneLine(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
