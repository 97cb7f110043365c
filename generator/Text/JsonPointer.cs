using System;
using System.Collections.Generic;
using System.Globalization;

namespace DatabricksApps.Gen.Text;

/// <summary>JSON pointers (RFC 6901) as strings: the empty string is the whole document.</summary>
internal static class JsonPointer
{
    public static string Append(string pointer, string key) => pointer + "/" + Escape(key);

    public static string Append(string pointer, int index) =>
        pointer + "/" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Splits a pointer into its unescaped keys.</summary>
    public static IReadOnlyList<string> Split(string pointer)
    {
        if (pointer.Length == 0)
        {
            return Array.Empty<string>();
        }

        string[] keys = (pointer[0] == '/' ? pointer.Substring(1) : pointer).Split('/');
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = Unescape(keys[i]);
        }

        return keys;
    }

    private static string Escape(string key) =>
        key.IndexOf('~') < 0 && key.IndexOf('/') < 0 ? key : key.Replace("~", "~0").Replace("/", "~1");

    private static string Unescape(string key) =>
        key.IndexOf('~') < 0 ? key : key.Replace("~1", "/").Replace("~0", "~");
}
