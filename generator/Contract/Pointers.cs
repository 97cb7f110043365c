using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

/// <summary>Finds where the document says something, from the places that the documentation names.</summary>
internal static class Pointers
{
    /// <summary>Gets the first place as a JSON pointer; empty: none is named.</summary>
    public static string Of(DocModel doc)
    {
        if (doc.Sources.IsEmpty)
        {
            return "";
        }

        string source = doc.Sources[0];
        int hash = source.IndexOf('#');
        return hash < 0 ? "" : source.Substring(hash + 1);
    }

    public static string Below(string pointer, params string[] names) =>
        pointer + string.Concat(names.Select(name => "/" + name.Replace("~", "~0").Replace("/", "~1")));
}
