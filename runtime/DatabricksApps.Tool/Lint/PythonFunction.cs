using System.Text.RegularExpressions;
using DatabricksApps.Tool.Documents;

namespace DatabricksApps.Tool.Lint;

/// <summary>The Python function behind an operation, as FastAPI writes it into the <c>operationId</c>.</summary>
internal static partial class PythonFunction
{
    /// <summary>Gets its name; null: the <c>operationId</c> is none of FastAPI's.</summary>
    public static string? Of(ApiOperation operation)
    {
        string end = NotOfNames().Replace(operation.Path, "_") + "_" + operation.Method.ToLowerInvariant();
        return operation.Value.Member("operationId").Text() is { } id && id.Length > end.Length && id.EndsWith(end, StringComparison.Ordinal)
            ? id[..^end.Length]
            : null;
    }

    /// <summary>Gets the decorator of an operation up to its arguments.</summary>
    public static string Decorator(ApiOperation operation, string argument) =>
        $"@app.{operation.Method.ToLowerInvariant()}(\"{operation.Path}\", {argument})";

    /// <summary>Makes the name of a model for its answer, such as <c>ListItemsResult</c>.</summary>
    public static string Model(ApiOperation operation)
    {
        string words = Of(operation) ?? string.Join('_', operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(word => word[0] != '{').Append(operation.Method.ToLowerInvariant()));
        return string.Concat(NotOfNames().Split(words).SelectMany(word => word.Split('_', StringSplitOptions.RemoveEmptyEntries))
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Result";
    }

    /// <summary>Gets the last word of a path that is no parameter.</summary>
    public static string LastWord(string path) =>
        NotOfNames().Replace(path.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(word => word[0] != '{') ?? "root", "_").ToLowerInvariant();

    [GeneratedRegex(@"\W", RegexOptions.CultureInvariant)]
    private static partial Regex NotOfNames();
}
