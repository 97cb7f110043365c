using System;
using System.Linq;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Tells which types take all values of another: C# converts them without a word, and the app takes what it took.</summary>
internal static class WiderTypes
{
    private static readonly string[] s_numbers = { "integer:int32", "integer", "number" };

    /// <summary>Tells whether a type takes all that another one did.</summary>
    public static bool Takes(string? was, string? now) =>
        was is not null && now is not null && IsNullable(was) == IsNullable(now)
        && Array.IndexOf(s_numbers, was.TrimEnd('?')) is >= 0 and int before && Array.IndexOf(s_numbers, now.TrimEnd('?')) > before;

    private static bool IsNullable(string type) => type.Last() == '?';
}
