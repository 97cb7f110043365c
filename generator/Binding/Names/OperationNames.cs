using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Names the method of each operation of a group.</summary>
internal static class OperationNames
{
    /// <summary>Names an operation, before clashes: the author's function if its name can be found.</summary>
    public static string FirstChoice(ApiOperation operation)
    {
        string? id = operation.OperationId;
        if (string.IsNullOrWhiteSpace(id))
        {
            return FromPath(operation);
        }

        string name = Words.Pascal(FastApiOperationId.FindName(id!, operation.Path, operation.Method, operation.Tags) ?? id!);
        return name.Length == 0 ? FromPath(operation) : WithoutAsync(name);
    }

    /// <summary>Takes a method name that is free: the first choice, else with the fewest path words that tell it apart.</summary>
    /// <param name="clashing">The operations with the same first choice, in the document's order.</param>
    public static string Take(ApiOperation operation, string name, IReadOnlyCollection<ApiOperation> clashing, NameScope scope)
    {
        if (scope.TryTake(name + "Async"))
        {
            return name + "Async";
        }

        HashSet<string> others = new(clashing.Where(o => o != operation).SelectMany(o => PathWords(o.Path)), StringComparer.Ordinal);
        string suffix = string.Empty;
        foreach (string word in PathWords(operation.Path).Where(w => !others.Contains(w)).Concat(new[] { MethodWord(operation) }))
        {
            suffix += word;
            string longer = Words.Fit(name + suffix) + "Async";
            if (scope.TryTake(longer))
            {
                return longer;
            }
        }

        string whole = Words.Fit(name + string.Concat(PathWords(operation.Path)) + MethodWord(operation));
        string candidate = whole;
        for (int number = 2; !scope.TryTake(candidate + "Async"); number++)
        {
            candidate = whole + number.ToString(CultureInfo.InvariantCulture);
        }

        return candidate + "Async";
    }

    // GET /items/{item_id}/parts: GetItemsByItemIdParts.
    private static string FromPath(ApiOperation operation) => Words.Fit(MethodWord(operation) + string.Concat(PathWords(operation.Path)));

    private static string MethodWord(ApiOperation operation) => Words.Pascal(operation.Method);

    private static IEnumerable<string> PathWords(string path) =>
        path.Split(new[] { '/' }, StringSplitOptions.RemoveEmptyEntries)
            .Select(segment => segment.IndexOf('{') >= 0 ? "By" + Words.Pascal(segment) : Words.Pascal(segment))
            .Where(word => word.Length > 0);

    private static string WithoutAsync(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;
}
