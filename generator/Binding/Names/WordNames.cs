using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.Binding.Spelling;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Names things whose name on the wire is all that there is: members, parameters, values of enums.</summary>
internal static class WordNames
{
    /// <summary>Names the members of an object, in their order.</summary>
    /// <param name="wireNames">The names in JSON.</param>
    /// <param name="typeName">The type, whose name no member may have.</param>
    public static IReadOnlyList<string> Members(IReadOnlyList<string> wireNames, string typeName) =>
        Assign(new NameScope(ReservedNames.ObjectMembers, new[] { typeName }), wireNames.Select(name => new NameClaim(name, Member(name, ReservedNames.ObjectMembers, typeName))));

    /// <summary>Names the members that all cases of a union have, in their order.</summary>
    public static IReadOnlyList<string> UnionMembers(IReadOnlyList<string> wireNames, string typeName, IReadOnlyList<string> cases)
    {
        string[] reserved = ReservedNames.UnionMembers
            .Concat(new[] { "FitOf", "ReadFrom", "TryGetUnknown", "TryGetValue" })
            .Concat(cases.SelectMany(name => new[] { "From" + name, "TryGet" + name }))
            .ToArray();
        return Assign(new NameScope(reserved, new[] { typeName }), wireNames.Select(name => new NameClaim(name, Member(name, reserved, typeName))));
    }

    /// <summary>Names the values of an enum, in their order.</summary>
    public static IReadOnlyList<string> Values(IReadOnlyList<(string Text, string Wire)> values, string typeName) =>
        Assign(new NameScope(ReservedNames.EnumMembers, new[] { typeName }), values.Select(v => new NameClaim(v.Wire, Value(v.Text, v.Wire, typeName))));

    /// <summary>Names parameters, in their order.</summary>
    /// <param name="parameters">The names on the wire with the word that tells where each goes: <c>Query</c>, <c>Body</c>.</param>
    public static IReadOnlyList<string> Parameters(IEnumerable<(string WireName, string Location)> parameters) => Assign(
        new NameScope(ReservedNames.Parameters),
        parameters.Select(p => new NameClaim(p.Location + " " + p.WireName, Parameter(p.WireName, p.Location))));

    /// <summary>Assigns the names of a scope and gives them in the order of the claims.</summary>
    public static IReadOnlyList<string> Assign(NameScope scope, IEnumerable<NameClaim> claims)
    {
        List<NameClaim> all = claims.ToList();
        scope.Assign(all);
        return all.Select(claim => claim.Name).ToList();
    }

    /// <summary>Gets the word that a name adds to the names of what lies in it.</summary>
    public static string Word(string name)
    {
        string pascal = Words.Pascal(name);
        return pascal.Length > 0 || name.Length == 0 ? pascal : Words.PascalWithSymbols(name) is { Length: > 0 } spelled ? spelled : "Value";
    }

    private static IEnumerable<string> Member(string wireName, IReadOnlyList<string> reserved, string typeName)
    {
        string pascal = Words.Pascal(wireName);
        yield return pascal;
        yield return Words.PascalWithSymbols(wireName);
        yield return pascal == typeName || reserved.Contains(pascal) ? pascal + "Value" : "";
        yield return Words.Verbatim(wireName);
        yield return pascal + "Value";
    }

    private static IEnumerable<string> Parameter(string wireName, string location)
    {
        yield return Words.Camel(wireName);
        yield return Words.Camel(Words.PascalWithSymbols(wireName));
        yield return Words.Camel(location + "_" + wireName);
        yield return Words.Camel(location + "_" + Words.PascalWithSymbols(wireName));
        yield return Words.Verbatim(wireName);
    }

    private static IEnumerable<string> Value(string text, string wire, string typeName)
    {
        if (text.Length == 0)
        {
            return new[] { "Empty", "EmptyValue" };
        }

        // A number is no name, and an underscore before it would be none either.
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            string digits = Words.PascalWithSymbols(text).TrimStart('_');
            return new[] { "Value" + digits, (wire[0] == '"' ? "Text" : "Number") + digits };
        }

        // Sort orders come in pairs such as "name" and "-name": there the sign is what tells them apart.
        return text[0] is '-' or '+'
            ? new[] { Words.PascalWithSymbols(text), Words.Pascal(text) + "Value" }
            : Member(text, ReservedNames.EnumMembers, typeName);
    }
}
