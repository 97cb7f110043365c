using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>The words of the paths of operations that want one name, counted once for all of them.</summary>
internal sealed class PathWords
{
    private readonly Lazy<Dictionary<string, int>> _counts;

    /// <param name="clashing">The operations, which are looked at only if one of them does not get the name.</param>
    public PathWords(IEnumerable<ApiOperation> clashing) => _counts = new(() => Count(clashing));

    /// <summary>Gets the words of an operation's path that no other path has, in their order.</summary>
    public IEnumerable<string> OwnOf(ApiOperation operation) => Of(operation.Path).Where(word => _counts.Value[word] == 1);

    /// <summary>Gets the words of a path.</summary>
    public static IEnumerable<string> Of(string path) =>
        path.Split(new[] { '/' }, StringSplitOptions.RemoveEmptyEntries)
            .Select(segment => segment.IndexOf('{') >= 0 ? "By" + Words.Pascal(segment) : WordNames.Word(segment))
            .Where(word => word.Length > 0);

    // In how many operations' paths a word stands, however often in each.
    private static Dictionary<string, int> Count(IEnumerable<ApiOperation> operations)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string word in operations.SelectMany(operation => Of(operation.Path).Distinct(StringComparer.Ordinal)))
        {
            counts.TryGetValue(word, out int count);
            counts[word] = count + 1;
        }

        return counts;
    }
}
