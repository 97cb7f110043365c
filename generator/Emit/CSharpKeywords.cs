using System;
using System.Collections.Generic;

namespace DatabricksApps.Gen.Emit;

/// <summary>The words that need <c>@</c> to serve as names.</summary>
internal static class CSharpKeywords
{
    private const string Reserved =
        "abstract as base bool break byte case catch char checked class const continue decimal default delegate do " +
        "double else enum event explicit extern false finally fixed float for foreach goto if implicit in int " +
        "interface internal is lock long namespace new null object operator out override params private protected " +
        "public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw " +
        "true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while";

    // Words that are keywords only in places where we write names: types, parameters, accessors, patterns.
    private const string Contextual =
        "allows and args async await dynamic extension field file from global init nameof nint not notnull nuint or " +
        "partial record required scoped unmanaged var when where with yield";

    private static readonly HashSet<string> s_words = new((Reserved + " " + Contextual).Split(' '), StringComparer.Ordinal);

    public static bool Contains(string name) => s_words.Contains(name);
}
