using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

/// <summary>Reads a lock. What it cannot read it tells by its line, and reads the rest.</summary>
internal static class LockReader
{
    private static readonly string[] s_places = { "?", "path", "header", "cookie" };

    /// <summary>Reads the facts of a lock.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="problem">Is told the number of a line, from 0, and what is wrong with it.</param>
    public static EquatableArray<Fact> Read(string text, Action<int, string> problem)
    {
        List<Fact> facts = new();
        HashSet<string> keys = new(StringComparer.Ordinal);
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r', ' ');
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (IsMergeMarker(line))
            {
                problem(i, "the lock has a merge conflict: keep the lines of both sides, of a fact that both have one, and run databricks-apps accept");
            }
            else if (ReadLine(line) is not { } fact)
            {
                problem(i, "the line is no fact of a lock: mend it, or delete the file and run databricks-apps accept");
            }
            else if (!keys.Add(fact.Key))
            {
                problem(i, $"the fact stands in the lock twice, as after a merge: {fact.Key}. Keep one of its lines, and run databricks-apps accept");
            }
            else
            {
                facts.Add(fact);
            }
        }

        return facts.ToEquatableArray();
    }

    private static bool IsMergeMarker(string line) =>
        line.StartsWith("<<<<<<<", StringComparison.Ordinal) || line.StartsWith(">>>>>>>", StringComparison.Ordinal)
        || line.StartsWith("|||||||", StringComparison.Ordinal) || line == "=======";

    private static Fact? ReadLine(string line)
    {
        int gap = line.IndexOf("  ", StringComparison.Ordinal);
        string[] words = (gap < 0 ? line : line.Substring(0, gap)).Split(' ');
        string[] key = words.Select(LockText.Unescape).ToArray();
        string[] values = gap < 0 ? [] : line.Substring(gap).Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries).Select(LockText.Unescape).ToArray();
        if (words.Any(word => word.Length == 0) || key[0].Length == 0 || ReadKey(key) is not { } read)
        {
            return null;
        }

        (FactKind kind, string owner, string part) = read;
        if (kind is FactKind.Answer or FactKind.Error)
        {
            return new Fact(kind, owner, part, "", values.ToEquatableArray());
        }

        return values.Length == 0 || (kind == FactKind.Type && values[0] != owner)
            ? null
            : new Fact(kind, owner, part, values[0] == LockFile.NoName ? "" : values[0], values.Skip(1).ToEquatableArray());
    }

    private static (FactKind Kind, string Owner, string Part)? ReadKey(string[] key)
    {
        bool isEndpoint = key[0][0] == '/';
        if (isEndpoint || (key.Length > 1 && key[1].StartsWith("/", StringComparison.Ordinal)))
        {
            string owner = isEndpoint ? key[0] : $"{key[0]} {key[1]}";
            return ReadOperation(owner, key.Skip(isEndpoint ? 1 : 2).ToArray());
        }

        if (key.Length == 3 && key[1] is "=" or "|")
        {
            return (key[1] == "=" ? FactKind.Value : FactKind.Case, key[0], key[2]);
        }

        int dot = key[0].IndexOf('.');
        return key.Length > 1 ? null
            : dot < 0 ? (FactKind.Type, key[0], "")
            : (FactKind.Member, key[0].Substring(0, dot), key[0].Substring(dot + 1));
    }

    private static (FactKind Kind, string Owner, string Part)? ReadOperation(string owner, string[] rest) => rest switch
    {
        [] => (FactKind.Operation, owner, ""),
        ["<-"] => (FactKind.Body, owner, ""),
        ["<-", var field] => (FactKind.Field, owner, field),
        ["->"] => (FactKind.Answer, owner, ""),
        ["->", "header", var header] => (FactKind.Header, owner, header),
        ["->", var kind] when AnswerKinds.IsOne(kind) => (FactKind.Method, owner, kind),
        ["->", var status] => (FactKind.Error, owner, status),
        ["?"] => (FactKind.Parameter, owner, "?"),
        [var place, var name] when s_places.Contains(place) => (FactKind.Parameter, owner, $"{place} {name}"),
        _ => null,
    };
}
