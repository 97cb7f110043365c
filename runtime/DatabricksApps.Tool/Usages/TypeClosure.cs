using System.Text.RegularExpressions;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;

namespace DatabricksApps.Tool.Usages;

/// <summary>Finds the types that types hold.</summary>
internal static partial class TypeClosure
{
    /// <summary>Gets types with all that they hold, and what that holds.</summary>
    public static HashSet<string> Of(IEnumerable<string> roots, IReadOnlyList<FactIndex> facts)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        Queue<string> open = new(roots);
        while (open.TryDequeue(out string? type))
        {
            if (found.Add(type))
            {
                foreach (string held in facts.SelectMany(index => index.Of(FactKind.Member, type).Concat(index.Of(FactKind.Case, type))).SelectMany(NamedIn))
                {
                    open.Enqueue(held);
                }
            }
        }

        return found;
    }

    /// <summary>Gets the words of the type that a fact has; words that name no type hurt nothing.</summary>
    public static IEnumerable<string> NamedIn(Fact fact) =>
        Words().Matches(fact.Kind == FactKind.Case ? fact.Part : fact.Type ?? "").Select(word => word.Value);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();
}
