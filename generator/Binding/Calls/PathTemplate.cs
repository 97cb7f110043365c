using System;
using System.Collections.Generic;
using System.Text;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>Cuts path templates and joins path prefixes.</summary>
internal static class PathTemplate
{
    private const string Rest = "*";

    /// <summary>Lists the names of a template's parameters, in their order.</summary>
    public static IReadOnlyList<string> ParameterNames(string template)
    {
        List<string> names = new();
        Cut(template, (isParameter, text) =>
        {
            if (isParameter && !names.Contains(text))
            {
                names.Add(text);
            }
        });
        return names;
    }

    /// <summary>Cuts a template into literal text and parameters.</summary>
    /// <param name="names">The C# parameter of each wire name.</param>
    public static EquatableArray<PathPartModel> Bind(string template, IReadOnlyDictionary<string, string> names)
    {
        List<PathPartModel> parts = new();
        Cut(template, (isParameter, text) => parts.Add(new PathPartModel(isParameter, isParameter ? names[text] : Encode(text))));
        return parts.ToEquatableArray();
    }

    /// <summary>Joins a path prefix and a path with one slash.</summary>
    /// <remarks>
    /// A path is appended to its server's URL and not resolved against it (OpenAPI, "Paths Object"): <c>/v1</c> and
    /// <c>/items</c> are <c>/v1/items</c>, where RFC 3986 would give <c>/items</c>. By the letter <c>/v1/</c> makes two
    /// slashes, which no author means.
    /// </remarks>
    public static string Join(string prefix, string path)
    {
        prefix = prefix.TrimEnd('/');
        if (prefix.Length > 0 && prefix[0] != '/')
        {
            prefix = "/" + prefix;
        }

        return prefix + (path.StartsWith("/", StringComparison.Ordinal) ? path : "/" + path);
    }

    /// <summary>Gets the path part of a server's URL, which may be relative.</summary>
    /// <remarks>FastAPI's is relative: the <c>root_path</c> of the app. A query or fragment cannot stand before a path.</remarks>
    public static string PathOf(string serverUrl)
    {
        int scheme = serverUrl.IndexOf("://", StringComparison.Ordinal);
        string rest = serverUrl;
        if (scheme >= 0 || serverUrl.StartsWith("//", StringComparison.Ordinal))
        {
            int slash = serverUrl.IndexOf('/', scheme >= 0 ? scheme + 3 : 2);
            rest = slash < 0 ? string.Empty : serverUrl.Substring(slash);
        }

        int end = rest.IndexOfAny(new[] { '?', '#' });
        return end < 0 ? rest : rest.Substring(0, end);
    }

    /// <summary>Tells whether a parameter is the whole rest of the path, slashes and all.</summary>
    /// <remarks>
    /// Starlette's <c>{file_path:path}</c> takes slashes, but a document no longer shows the converter; FastAPI's own
    /// documentation names such parameters "…path" and puts them last. Others show it: <c>{*path}</c> (ASP.NET Core,
    /// Spring), <c>{path*}</c>, <c>{path+}</c> (hapi, AWS), and Elysia's and Fastify's <c>*</c> at the end.
    /// </remarks>
    public static bool TakesRest(string template, string name)
    {
        if (name == Rest)
        {
            return true;
        }

        int open = template.LastIndexOf('{');
        string last = open >= 0 && template.EndsWith("}", StringComparison.Ordinal) ? template.Substring(open + 1, template.Length - open - 2) : "";
        return NameOf(last) == name && (last != name || name.EndsWith("path", StringComparison.OrdinalIgnoreCase));
    }

    // {item_id}; where a document keeps what a framework makes of it, {file_path:path} and {*path} too. A star alone at the
    // end is a parameter of that name.
    private static void Cut(string template, Action<bool, string> found)
    {
        if (template.EndsWith("/" + Rest, StringComparison.Ordinal))
        {
            Cut(template.Substring(0, template.Length - Rest.Length), found);
            found(true, Rest);
            return;
        }

        int position = 0;
        while (position < template.Length)
        {
            int open = template.IndexOf('{', position);
            int close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                found(false, template.Substring(position));
                return;
            }

            if (open > position)
            {
                found(false, template.Substring(position, open - position));
            }

            found(true, NameOf(template.Substring(open + 1, close - open - 1)));
            position = close + 1;
        }
    }

    private static string NameOf(string parameter)
    {
        int converter = parameter.IndexOf(':');
        string name = converter < 0 ? parameter : parameter.Substring(0, converter);
        return name.Trim('*', '+') is { Length: > 0 } trimmed ? trimmed : name;
    }

    // Everything that RFC 3986 allows in a path or query stays, and the rest is encoded. A percent sign stays too: a
    // template with `%20` is encoded already.
    private static string Encode(string text)
    {
        StringBuilder result = new(text.Length);
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            char c = (char)b;
            if (b < 128 && (char.IsLetterOrDigit(c) || "-._~!$&'()*+,;=:@/?%".IndexOf(c) >= 0))
            {
                result.Append(c);
            }
            else
            {
                result.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return result.ToString();
    }
}
