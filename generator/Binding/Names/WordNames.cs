using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Names things whose name on the wire is all that there is: members, parameters, values of enums.</summary>
internal static class WordNames
{
    /// <summary>Names the members of an object, in their order.</summary>
    /// <param name="members">The members.</param>
    /// <param name="typeName">The type, whose name no member may have.</param>
    /// <param name="kept">The names that a lock keeps.</param>
    /// <param name="findings">Takes what the user should know.</param>
    public static IReadOnlyList<string> Members(IEnumerable<ApiProperty> members, string typeName, KeptNames kept, Findings findings) =>
        Members(members, ReservedNames.ObjectMembers, typeName, kept, findings);

    /// <summary>Names the members that all cases of a union have, in their order.</summary>
    public static IReadOnlyList<string> UnionMembers(
        IEnumerable<ApiProperty> members, string typeName, IReadOnlyList<string> cases, KeptNames kept, Findings findings)
    {
        string[] reserved = ReservedNames.UnionMembers
            .Concat(new[] { "FitOf", "ReadFrom", "TryGetUnknown", "TryGetValue" })
            .Concat(cases.SelectMany(name => new[] { "From" + name, "TryGet" + name }))
            .ToArray();
        return Members(members, reserved, typeName, kept, findings);
    }

    /// <summary>Names the values of an enum, in their order.</summary>
    /// <param name="content">The values.</param>
    /// <param name="schema">What says them.</param>
    /// <param name="typeName">The type, whose name no value may have.</param>
    /// <param name="kept">The names that a lock keeps.</param>
    /// <param name="findings">Takes what the user should know.</param>
    public static IReadOnlyList<string> Values(EnumContent content, ApiSchema schema, string typeName, KeptNames kept, Findings findings)
    {
        List<NameClaim> claims = content.Values
            .Select(value => new NameClaim(value.Wire, Value(value.Text, value.Wire, typeName)) { Kept = kept.ValueOf(typeName, value.Wire) })
            .ToList();
        new NameScope(ReservedNames.EnumMembers, new[] { typeName }).Assign(claims);

        // There may be thousands of values, and the place is needed of few.
        foreach ((NameClaim claim, int i) in claims.Select((claim, i) => (claim, i)).Where(named => named.claim.IsRenamed))
        {
            claim.Report(findings, EnumShapes.PlaceOf(schema, content.Kind, claim.Place), $"the value '{content.Values[i].Text}'");
        }

        return claims.Select(claim => claim.Name).ToList();
    }

    /// <summary>Names parameters, in their order.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="keptBody">The name that a lock keeps for a whole body; empty: none.</param>
    /// <param name="findings">Takes what the user should know.</param>
    public static IReadOnlyList<string> Parameters(IEnumerable<Wanted> parameters, string keptBody, Findings findings)
    {
        NameScope scope = new(ReservedNames.Parameters);
        scope.Keep(new[] { keptBody });
        return Assign(scope, parameters, findings);
    }

    /// <summary>Makes the claim of a parameter.</summary>
    /// <param name="wireName">The name on the wire.</param>
    /// <param name="location">The word that tells where it goes: <c>Query</c>, <c>Body</c>.</param>
    /// <param name="pointer">The place that says it.</param>
    /// <param name="kept">The name that a lock keeps for it; empty: none.</param>
    public static Wanted Parameter(string wireName, string location, string pointer, string kept) =>
        new("parameter", wireName, pointer, new NameClaim(location + " " + wireName, ParameterNames(wireName, location)) { Kept = kept });

    /// <summary>Assigns the names of a scope, tells which are not the first choice, and gives them in the order of the claims.</summary>
    public static IReadOnlyList<string> Assign(NameScope scope, IEnumerable<Wanted> wanted, Findings findings)
    {
        List<Wanted> all = wanted.ToList();
        scope.Assign(all.Select(one => one.Claim).ToList());
        all.ForEach(one => one.Report(findings));
        return all.Select(one => one.Claim.Name).ToList();
    }

    /// <summary>Gets the word that a name adds to the names of what lies in it.</summary>
    public static string Word(string name)
    {
        string pascal = Words.Pascal(name);
        return pascal.Length > 0 || name.Length == 0 ? pascal : Words.PascalWithSymbols(name) is { Length: > 0 } spelled ? spelled : "Value";
    }

    private static IReadOnlyList<string> Members(
        IEnumerable<ApiProperty> members, IReadOnlyList<string> reserved, string typeName, KeptNames kept, Findings findings) => Assign(
        new NameScope(reserved, new[] { typeName }),
        members.Select(m => new Wanted(
            "member", m.Name, m.Schema.Pointer, new NameClaim(m.Name, Member(m.Name, reserved, typeName)) { Kept = kept.MemberOf(typeName, m.Name) })),
        findings);

    private static IEnumerable<string> Member(string wireName, IReadOnlyList<string> reserved, string typeName)
    {
        string pascal = Words.Pascal(wireName);
        yield return pascal;
        yield return Words.PascalWithSymbols(wireName);
        yield return pascal == typeName || reserved.Contains(pascal) ? pascal + "Value" : "";
        yield return Words.Verbatim(wireName);
        yield return pascal + "Value";
    }

    private static IEnumerable<string> ParameterNames(string wireName, string location)
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
