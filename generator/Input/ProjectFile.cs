using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Text;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Input;

/// <summary>The additional files that documents may refer to.</summary>
internal sealed record ProjectFiles(EquatableArray<ProjectFile> All);

/// <summary>An additional file that a document may refer to.</summary>
/// <param name="Source">The file.</param>
/// <param name="Path">Its path, with slashes.</param>
/// <param name="Named">The paths of the files that it may refer to itself, whether they exist or not.</param>
internal sealed record ProjectFile(AdditionalText Source, string Path, EquatableArray<string> Named)
{
    private static readonly string[] s_extensions = { ".json", ".yaml", ".yml" };

    /// <summary>Tells whether a file can be referred to: JSON or YAML by its name.</summary>
    public static bool IsPossible(AdditionalText file) =>
        s_extensions.Any(extension => file.Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Makes it of a file, whose text is only searched here: parsing is the work of the document that refers to it.</summary>
    public static ProjectFile From(AdditionalText file, CancellationToken cancellationToken)
    {
        string path = FilePaths.Normalize(file.Path);
        string text = ReadText(file, cancellationToken);
        EquatableArray<string> named = Names(text)
            .Select(name => FilePaths.Resolve(path, name))
            .Where(name => name != path)
            .Distinct()
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();
        return new ProjectFile(file, path, named);
    }

    // That a document cannot be read is told by the step that reads it, and ends only that one.
    private static string ReadText(AdditionalText file, CancellationToken cancellationToken)
    {
        try
        {
            return file.GetText(cancellationToken)?.ToString() ?? "";
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return "";
        }
    }

    /// <summary>Finds the texts that end as a file name does: references, and values of discriminator mappings.</summary>
    private static IEnumerable<string> Names(string text)
    {
        foreach (string extension in s_extensions)
        {
            int end = text.IndexOf(extension, StringComparison.OrdinalIgnoreCase);
            while (end >= 0)
            {
                int after = end + extension.Length;
                int start = end;
                while (start > 0 && !IsBorder(text[start - 1]))
                {
                    start--;
                }

                bool isEnd = after == text.Length || text[after] == '#' || IsBorder(text[after]);
                string name = text.Substring(start, after - start);
                if (isEnd && start < end && name.IndexOf("://", StringComparison.Ordinal) < 0)
                {
                    yield return name;
                }

                end = text.IndexOf(extension, after, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private static bool IsBorder(char c) => c is '"' or '\'' or ',' or '}' or ']' || char.IsWhiteSpace(c);
}
