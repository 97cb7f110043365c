using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Finds the names that the method of an operation could have.</summary>
internal static class OperationNames
{
    /// <summary>Makes the claims of the operations of one group.</summary>
    public static IEnumerable<NameClaim> Claims(IReadOnlyList<ApiOperation> operations)
    {
        List<string> choices = new(operations.Count);
        Dictionary<string, List<ApiOperation>> clashing = new(StringComparer.Ordinal);
        foreach (ApiOperation operation in operations)
        {
            string choice = FirstChoice(operation);
            choices.Add(choice);
            if (!clashing.TryGetValue(choice, out List<ApiOperation>? others))
            {
                clashing.Add(choice, others = new());
            }

            others.Add(operation);
        }

        Dictionary<string, PathWords> words = clashing.ToDictionary(name => name.Key, name => new PathWords(name.Value), StringComparer.Ordinal);
        return operations.Select((operation, i) => new NameClaim(operation.Pointer, Candidates(operation, choices[i], words[choices[i]])));
    }

    /// <summary>Names an operation, before clashes: the author's function if its name can be found.</summary>
    public static string FirstChoice(ApiOperation operation)
    {
        string name = AuthorsName(operation);
        return name.Length == 0 ? FromPath(operation) : name;
    }

    // The name of the author's function, with the fewest words of the path that tell it apart.
    private static IEnumerable<string> Candidates(ApiOperation operation, string choice, PathWords clashing)
    {
        // What is made of a path comes after what an author has named.
        if (AuthorsName(operation).Length == 0)
        {
            yield return "";
        }

        yield return choice + "Async";
        string suffix = string.Empty;
        foreach (string word in clashing.OwnOf(operation).Concat(new[] { MethodWord(operation) }))
        {
            suffix += word;
            yield return Words.Fit(choice + suffix) + "Async";
        }

        // Two paths may differ in nothing but the slash at their end.
        string slash = operation.Path.EndsWith("/", StringComparison.Ordinal) ? "Slash" : "";
        yield return slash.Length > 0 ? Words.Fit(choice + slash) + "Async" : "";
        yield return Words.Fit(choice + string.Concat(PathWords.Of(operation.Path)) + slash) + "Async";
        yield return Words.Fit(choice + string.Concat(PathWords.Of(operation.Path)) + slash + MethodWord(operation)) + "Async";
        yield return Words.Fit(choice + Words.Hash(operation.Pointer)) + "Async";
    }

    private static string AuthorsName(ApiOperation operation)
    {
        string? id = operation.OperationId;
        return string.IsNullOrWhiteSpace(id)
            ? ""
            : WithoutAsync(Words.Pascal(FastApiOperationId.FindName(id!, operation.Path, operation.Method, operation.Tags) ?? id!));
    }

    // GET /items/{item_id}/parts: GetItemsByItemIdParts.
    private static string FromPath(ApiOperation operation) => Words.Fit(MethodWord(operation) + string.Concat(PathWords.Of(operation.Path)));

    private static string MethodWord(ApiOperation operation) => Words.Pascal(operation.Method);

    private static string WithoutAsync(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;
}
