using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

/// <summary>Spells bounds and defaults by their keywords: <c>maxLength=40</c>, <c>items.maximum=9</c>, <c>default=20</c>.</summary>
internal static class BoundText
{
    public const string Default = "default";
    public const string Value = "value";

    private static readonly string[] s_keywords = Enumerable.Range(0, (int)BoundKind.Value)
        .Select(kind => KeywordOf((BoundKind)kind))
        .ToArray();

    public static IEnumerable<string> Of(DocModel doc) => doc.Bounds.Select(bound => $"{bound.Of}{KeywordOf(bound.Kind)}={bound.Value}");

    public static string KeywordOf(BoundKind kind)
    {
        string name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    /// <summary>Gets the keywords of the bounds that facts have, without those of defaults and of values.</summary>
    public static IReadOnlyList<string> KeywordsOf(params Fact[] facts) => facts
        .SelectMany(fact => fact.Words)
        .Where(word => word.IndexOf('=') > 0)
        .Select(word => word.Substring(0, word.IndexOf('=')))
        .Where(keyword => s_keywords.Contains(WithoutPart(keyword)))
        .Distinct()
        .OrderBy(keyword => keyword.Length - WithoutPart(keyword).Length)
        .ThenBy(keyword => Array.IndexOf(s_keywords, WithoutPart(keyword)))
        .ToList();

    /// <summary>Gets a keyword without the part of the value that it is about.</summary>
    public static string WithoutPart(string keyword) => keyword.Substring(keyword.LastIndexOf('.') + 1);

    /// <summary>Gets the word for the type of the part of a value that a keyword is about.</summary>
    public static string TypeOf(string type, string keyword)
    {
        string[] parts = keyword.Split('.');
        foreach (string part in parts.Take(parts.Length - 1))
        {
            type = type.TrimEnd('?');
            type = part switch
            {
                "items" => type.EndsWith("[]", StringComparison.Ordinal) ? type.Substring(0, type.Length - 2) : "",
                "values" => type.Length > 2 && type[0] == '{' ? type.Substring(1, type.Length - 2) : "",
                _ => part,
            };
        }

        return type.TrimEnd('?');
    }
}
