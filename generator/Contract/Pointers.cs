using System;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

/// <summary>Finds where the document says something, from the places that the documentation names.</summary>
internal static class Pointers
{
    /// <summary>Gets the first place: of the document as a JSON pointer, of another file with its name before <c>#</c>; empty: none is named.</summary>
    /// <param name="doc">The documentation.</param>
    /// <param name="document">The document's file name.</param>
    public static string Of(DocModel doc, string document)
    {
        if (doc.Sources.IsEmpty)
        {
            return "";
        }

        string source = doc.Sources[0];
        int hash = source.IndexOf('#');
        return hash < 0 ? ""
            : hash == document.Length && source.StartsWith(document, StringComparison.Ordinal) ? source.Substring(hash + 1)
            : source;
    }

    public static string Below(string pointer, params string[] names) =>
        pointer + string.Concat(names.Select(name => "/" + name.Replace("~", "~0").Replace("/", "~1")));

    /// <summary>Gets the other file that a place is in, and the pointer there; an empty name: the document itself.</summary>
    public static (string File, string Pointer) Split(string pointer)
    {
        int hash = pointer.Length == 0 || pointer[0] == '/' ? -1 : pointer.IndexOf('#');
        return hash < 0 ? ("", pointer) : (pointer.Substring(0, hash), pointer.Substring(hash + 1));
    }
}
