using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DatabricksApps.Gen.Binding.Spelling;

/// <summary>
/// Finds the Python function's name in an operationId that FastAPI made.
/// </summary>
/// <remarks>
/// FastAPI's <c>generate_unique_id</c> is <c>re.sub(r"\W", "_", name + path_format) + "_" + method</c>: path and method
/// are in the document, so the suffix is known exactly. Its variations: an app that is mounted knows only the tail of
/// the path; the method is the first of the route's set, whichever that is; older versions replaced only <c>{</c>,
/// <c>}</c> and <c>/</c>; and the documentation of FastAPI proposes <c>tag-name</c> for clients.
/// </remarks>
internal static class FastApiOperationId
{
    private static readonly string[] s_methods = { "get", "put", "post", "delete", "options", "head", "patch", "trace" };

    /// <summary>Finds the function's name.</summary>
    /// <returns>The name, or null if the operationId was not made by one of the rules.</returns>
    public static string? FindName(string operationId, string path, string method, IReadOnlyList<string> tags) =>
        FindBySuffix(operationId, path, method.ToLowerInvariant()) ?? FindByTag(operationId, tags);

    private static string? FindBySuffix(string operationId, string path, string ownMethod)
    {
        string method = operationId.Substring(operationId.LastIndexOf('_') + 1);
        if (method != ownMethod && !s_methods.Contains(method))
        {
            return null;
        }

        for (int start = 0; start >= 0; start = path.IndexOf('/', start + 1))
        {
            string tail = path.Substring(start);
            string? name = Strip(operationId, ReplaceNonWords(tail) + "_" + method)
                ?? Strip(operationId, tail.Replace('{', '_').Replace('}', '_').Replace('/', '_') + "_" + method);
            if (name is not null)
            {
                return name;
            }
        }

        return null;
    }

    private static string? FindByTag(string operationId, IReadOnlyList<string> tags)
    {
        foreach (string tag in tags)
        {
            if (operationId.Length > tag.Length + 1
                && operationId.StartsWith(tag, StringComparison.Ordinal)
                && operationId[tag.Length] == '-')
            {
                return operationId.Substring(tag.Length + 1);
            }
        }

        return null;
    }

    private static string? Strip(string operationId, string suffix) =>
        operationId.Length > suffix.Length && operationId.EndsWith(suffix, StringComparison.Ordinal)
            ? operationId.Substring(0, operationId.Length - suffix.Length)
            : null;

    // Python's \W on text: everything but letters, digits and the underscore, in all of Unicode.
    private static string ReplaceNonWords(string text)
    {
        StringBuilder result = new(text.Length);
        foreach (char c in text)
        {
            result.Append(char.IsLetterOrDigit(c) || c == '_' ? c : '_');
        }

        return result.ToString();
    }
}
