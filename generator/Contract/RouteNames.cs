using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace DatabricksApps.Gen.Contract;

/// <summary>
/// Knows calls again whose routes name their parameters otherwise: on the wire a path parameter is what stands at its place, and
/// nobody sends its name.
/// </summary>
internal static class RouteNames
{
    private static readonly Regex s_parameter = new(@"\{([^{}/]*)\}", RegexOptions.CultureInvariant);

    /// <summary>Gets a route, or a place below one, without the names of its parameters.</summary>
    public static string Shape(string route) => route.IndexOf('{') < 0 ? route : s_parameter.Replace(route, "{}");

    /// <summary>Gets the names of the parameters of a route, in its order.</summary>
    public static IReadOnlyList<string> Of(string route) => s_parameter.Matches(route).Cast<Match>().Select(match => match.Groups[1].Value).ToList();

    /// <summary>Pairs calls of one shape, if they alone have it.</summary>
    /// <param name="before">The calls as they were.</param>
    /// <param name="after">The calls as they are.</param>
    /// <returns>By the call as it was what it is now.</returns>
    public static IReadOnlyDictionary<string, string> Pair(IEnumerable<string> before, IEnumerable<string> after)
    {
        HashSet<string> was = new(before, StringComparer.Ordinal), isNow = new(after, StringComparer.Ordinal);
        ILookup<string, string> gone = was.Where(call => call.IndexOf('{') >= 0 && !isNow.Contains(call)).ToLookup(Shape, StringComparer.Ordinal);
        return isNow.Where(call => call.IndexOf('{') >= 0 && !was.Contains(call)).ToLookup(Shape, StringComparer.Ordinal)
            .Where(added => added.Count() == 1 && gone[added.Key].Count() == 1)
            .ToDictionary(added => gone[added.Key].First(), added => added.First(), StringComparer.Ordinal);
    }

    /// <summary>Gets what a part of a call is called in the same call with other names.</summary>
    /// <param name="part">The part: <c>path item_id</c>, or another one, which stays.</param>
    /// <param name="from">The call.</param>
    /// <param name="to">The call with other names.</param>
    public static string PartIn(string part, string from, string to)
    {
        const string Path = "path ";
        if (!part.StartsWith(Path, StringComparison.Ordinal))
        {
            return part;
        }

        IReadOnlyList<string> names = Of(from), others = Of(to);
        int place = names.TakeWhile(name => name != part.Substring(Path.Length)).Count();
        return place < names.Count && place < others.Count ? Path + others[place] : part;
    }
}
