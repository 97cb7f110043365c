using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
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
/// <param name="Pointer">The place that names the tag.</param>
/// <param name="Methods">The methods of its operations, in the document's order.</param>
internal sealed record GroupNames(string? Tag, string PropertyName, string Pointer, IReadOnlyList<MethodName> Methods)
{
    /// <summary>Groups operations, and names groups and methods.</summary>
    /// <param name="calls">The operations.</param>
    /// <param name="clientName">The class of the client.</param>
    /// <param name="findings">Takes what the user should know.</param>
    public static IReadOnlyList<GroupNames> Of(IReadOnlyList<CallChoice> calls, string clientName, Findings findings)
    {
        List<IGrouping<string, CallChoice>> byTag = calls.GroupBy(call => KeyOf(call.Operation), StringComparer.Ordinal).ToList();
        List<IGrouping<string, CallChoice>> tagged = byTag.Where(group => group.Key.Length > 0).ToList();
        List<CallChoice> untagged = byTag.Where(group => group.Key.Length == 0).SelectMany(group => group).ToList();

        // Groups and methods without one are members of the client: an author's tag and an author's function never want one
        // name, since every method ends in Async.
        NameScope members = new(ReservedNames.ClientMembers, new[] { clientName });
        IReadOnlyList<string> properties = WordNames.Assign(
            members,
            tagged.Select(group => new Wanted("group", TagOf(group), PointerOf(group), new NameClaim(TagOf(group), Candidates(group)))),
            findings);
        List<GroupNames> groups = new() { new GroupNames(null, "", "", Name(untagged, members, findings)) };
        groups.AddRange(tagged.Select((group, i) =>
        {
            NameScope scope = new(ReservedNames.ClientMembers, new[] { properties[i] + "Operations" });
            return new GroupNames(TagOf(group), properties[i], PointerOf(group), Name(group.ToList(), scope, findings));
        }));
        return groups;
    }

    // A tag without a letter or digit names nothing: its operations sit on the client.
    private static string KeyOf(ApiOperation operation) => operation.Tags.Count == 0 ? string.Empty : Words.Pascal(operation.Tags[0]);

    // Of the spellings of one group the first by order of letters, since the document has none.
    private static string TagOf(IGrouping<string, CallChoice> group) => group.Select(call => call.Operation.Tags[0]).OrderBy(tag => tag, StringComparer.Ordinal).First();

    // Where an operation names the tag: it need not be declared anywhere else.
    private static string PointerOf(IGrouping<string, CallChoice> group) =>
        group.First(call => call.Operation.Tags[0] == TagOf(group)).Operation.Pointer + "/tags/0";

    private static IEnumerable<string> Candidates(IGrouping<string, CallChoice> group) =>
        new[] { group.Key, Words.PascalWithSymbols(TagOf(group)), group.Key + "Group" };

    private static IReadOnlyList<MethodName> Name(IReadOnlyList<CallChoice> calls, NameScope scope, Findings findings)
    {
        List<(CallChoice Call, Representation Representation, NameClaim Claim)> methods = OperationNames.Claims(calls).ToList();
        scope.Assign(methods.Select(method => method.Claim).ToList());
        methods.ForEach(method => method.Claim.Report(findings, method.Call.Operation.Pointer, $"the method"));
        return methods.Select(method => new MethodName(method.Call, method.Representation, method.Claim.Name)).ToList();
    }
}
