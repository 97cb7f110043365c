using System;
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
    /// <param name="operation">The operation.</param>
    /// <param name="name">Its first choice.</param>
    /// <param name="clashing">The words of the operations with the same first choice.</param>
    /// <param name="scope">The names that are taken.</param>
    public static string Take(ApiOperation operation, string name, PathWords clashing, NameScope scope)
    {
        if (scope.TryTake(name + "Async"))
        {
            return name + "Async";
        }

        string suffix = string.Empty;
        foreach (string word in clashing.OwnOf(operation).Concat(new[] { MethodWord(operation) }))
        {
            suffix += word;
            string longer = Words.Fit(name + suffix) + "Async";
            if (scope.TryTake(longer))
            {
                return longer;
            }
        }

        string whole = Words.Fit(name + string.Concat(PathWords.Of(operation.Path)) + MethodWord(operation));
        return scope.TryTake(whole + "Async") ? whole + "Async" : scope.TakeNumbered(whole, "Async");
    }

    // GET /items/{item_id}/parts: GetItemsByItemIdParts.
    private static string FromPath(ApiOperation operation) => Words.Fit(MethodWord(operation) + string.Concat(PathWords.Of(operation.Path)));

    private static string MethodWord(ApiOperation operation) => Words.Pascal(operation.Method);

    private static string WithoutAsync(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;
}
