using System;
using System.Collections.Generic;

namespace DatabricksApps.Gen.Text;

/// <summary>Paths of files as texts, with slashes on every system: a generator has no file system.</summary>
internal static class FilePaths
{
    /// <summary>Takes <c>.</c>, <c>..</c> and backslashes out of a path.</summary>
    public static string Normalize(string path)
    {
        List<string> parts = new();
        foreach (string part in path.Replace('\\', '/').Split('/'))
        {
            bool goesUp = part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or "..");
            if (goesUp)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    /// <summary>Gets the path that a reference names (its percent-encoding taken off), seen from a file.</summary>
    public static string Resolve(string file, string reference)
    {
        string decoded = reference.IndexOf('%') < 0 ? reference : Uri.UnescapeDataString(reference);
        string folder = file.Substring(0, file.LastIndexOf('/') + 1);
        return Normalize(decoded.StartsWith("/", StringComparison.Ordinal) ? decoded : folder + decoded);
    }

    /// <summary>Gets a path as it is seen from the folder of a file.</summary>
    public static string Relative(string file, string path)
    {
        string[] from = file.Split('/');
        string[] to = path.Split('/');
        int common = 0;
        while (common < from.Length - 1 && common < to.Length - 1 && from[common] == to[common])
        {
            common++;
        }

        List<string> parts = new();
        for (int i = common; i < from.Length - 1; i++)
        {
            parts.Add("..");
        }

        for (int i = common; i < to.Length; i++)
        {
            parts.Add(to[i]);
        }

        return string.Join("/", parts);
    }
}
