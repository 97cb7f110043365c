using System;
using DatabricksApps.Gen.Input;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Names the client of a document.</summary>
internal static class ClientNaming
{
    private static readonly string[] s_extensions = { ".json", ".yaml", ".yml" };

    /// <summary>Gets the stem of the client's names: from the item, else the file's name, else the title.</summary>
    public static string BaseName(string documentName, string? title, DocumentOptions options)
    {
        if (options.ClientName is { Length: > 0 } given)
        {
            return given.Length > 6 && given.EndsWith("Client", StringComparison.Ordinal) ? given.Substring(0, given.Length - 6) : given;
        }

        string stem = documentName;
        foreach (string extension in s_extensions)
        {
            stem = WithoutEnd(stem, extension);
        }

        stem = WithoutEnd(WithoutEnd(stem, ".openapi"), ".gradio");
        bool saysNothing = stem.Length == 0
            || stem.Equals("openapi", StringComparison.OrdinalIgnoreCase) || stem.Equals("gradio", StringComparison.OrdinalIgnoreCase);
        string name = saysNothing ? Words.Pascal(title ?? string.Empty) : Words.Pascal(stem);
        return name.Length > 0 ? name : "App";
    }

    /// <summary>Gets the namespace; its last segment ends in <c>Api</c>, so that it hides no type.</summary>
    public static string Namespace(string baseName, DocumentOptions options) =>
        options.Namespace is { Length: > 0 } given ? given
        : string.IsNullOrEmpty(options.RootNamespace) ? baseName + "Api"
        : options.RootNamespace + "." + baseName + "Api";

    private static string WithoutEnd(string text, string end) =>
        text.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? text.Substring(0, text.Length - end.Length) : text;
}
