using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>The operations that a client has together, and their names.</summary>
/// <remarks>
/// An operation may have many tags. One method in each group would be many ways to say the same; FastAPI puts the tags of
/// the router before those of the route, so that the first one is the broadest. Tags that differ in nothing that a C#
/// name can show are one group.
/// </remarks>
/// <param name="Tag">The tag; null: the operations of the client itself.</param>
/// <param name="PropertyName">The property of the client; empty: none.</param>
/// <param name="Operations">The operations, in the document's order, each with its method.</param>
internal sealed record GroupNames(string? Tag, string PropertyName, IReadOnlyList<(ApiOperation Operation, string Method)> Operations)
{
    /// <summary>Groups operations, and names groups and methods.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="clientName">The class of the client.</param>
    /// <param name="findings">Takes what the user should know.</param>
    public static IReadOnlyList<GroupNames> Of(IReadOnlyList<ApiOperation> operations, string clientName, Findings findings)
    {
        List<IGrouping<string, ApiOperation>> byTag = operations.GroupBy(KeyOf, StringComparer.Ordinal).ToList();
        List<IGrouping<string, ApiOperation>> tagged = byTag.Where(group => group.Key.Length > 0).ToList();
        List<ApiOperation> untagged = byTag.Where(group => group.Key.Length == 0).SelectMany(group => group).ToList();

        // Groups and methods without one are members of the client: an author's tag and an author's function never want one
        // name, since every method ends in Async.
        NameScope members = new(ReservedNames.ClientMembers, new[] { clientName });
        IReadOnlyList<string> properties = WordNames.Assign(members, tagged.Select(group => new NameClaim(TagOf(group), Candidates(group))));
        List<GroupNames> groups = new() { new GroupNames(null, "", Name(untagged, members, findings)) };
        groups.AddRange(tagged.Select((group, i) =>
        {
            NameScope scope = new(ReservedNames.ClientMembers, new[] { properties[i] + "Operations" });
            return new GroupNames(TagOf(group), properties[i], Name(group.ToList(), scope, findings));
        }));
        return groups;
    }

    // A tag without a letter or digit names nothing: its operations sit on the client.
    private static string KeyOf(ApiOperation operation) => operation.Tags.Count == 0 ? string.Empty : Words.Pascal(operation.Tags[0]);

    // Of the spellings of one group the first by order of letters, since the document has none.
    private static string TagOf(IGrouping<string, ApiOperation> group) => group.Select(operation => operation.Tags[0]).OrderBy(tag => tag, StringComparer.Ordinal).First();

    private static IEnumerable<string> Candidates(IGrouping<string, ApiOperation> group) =>
        new[] { group.Key, Words.PascalWithSymbols(TagOf(group)), group.Key + "Group" };

    private static IReadOnlyList<(ApiOperation Operation, string Method)> Name(IReadOnlyList<ApiOperation> operations, NameScope scope, Findings findings)
    {
        List<NameClaim> claims = OperationNames.Claims(operations).ToList();
        scope.Assign(claims);
        claims.ForEach(claim => claim.Report(findings, claim.Place, $"the method"));

        return operations.Select((operation, i) => (operation, claims[i].Name)).ToList();
    }
}
