namespace DatabricksApps.Corpus;

/// <summary>An operation that a document has.</summary>
/// <param name="Path">The path template.</param>
/// <param name="Method">The key of the operation, such as <c>get</c>.</param>
/// <param name="Pointer">The JSON pointer, such as <c>/paths/~1items/get</c>.</param>
/// <param name="OperationId">The operationId.</param>
internal sealed record DocumentOperation(string Path, string Method, string Pointer, string? OperationId)
{
    /// <summary>More references than this lead in a circle.</summary>
    private const int MostReferences = 20;

    private static readonly string[] s_methods =
        ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    /// <summary>Finds the operations of a document: of all its paths, each method.</summary>
    public static IReadOnlyList<DocumentOperation> FindAll(object? document)
    {
        List<DocumentOperation> result = [];
        foreach ((string path, object? item) in Properties(Property(document, "paths")))
        {
            string pointer = "/paths/" + Escape(path);
            if (path.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            foreach ((string key, object? value, string at) in MethodsOf(item, pointer, document, MostReferences))
            {
                if (value is Dictionary<string, object?>)
                {
                    result.Add(new DocumentOperation(path, key, at, Property(value, "operationId") as string));
                }
            }
        }

        return result;
    }

    private static IEnumerable<(string Key, object? Value, string Pointer)> MethodsOf(object? item, string pointer, object? document, int references)
    {
        if (references > 0 && Property(item, "$ref") is string reference && reference.StartsWith("#/", StringComparison.Ordinal))
        {
            object? target = reference[2..].Split('/').Aggregate(document, (node, key) => Property(node, Unescape(key)));
            foreach ((string Key, object? Value, string Pointer) method in MethodsOf(target, reference[1..], document, references - 1))
            {
                yield return method;
            }
        }

        foreach ((string key, object? value) in Properties(item))
        {
            if (s_methods.Contains(key))
            {
                yield return (key, value, $"{pointer}/{key}");
            }
        }

        foreach ((string key, object? value) in Properties(Property(item, "additionalOperations")))
        {
            yield return (key, value, $"{pointer}/additionalOperations/{Escape(key)}");
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> Properties(object? node) =>
        node as Dictionary<string, object?> ?? [];

    private static object? Property(object? node, string name) =>
        (node as Dictionary<string, object?>)?.GetValueOrDefault(name);

    private static string Escape(string key) => key.Replace("~", "~0").Replace("/", "~1");

    private static string Unescape(string key) => Uri.UnescapeDataString(key).Replace("~1", "/").Replace("~0", "~");
}
