using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Paging;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Contract;
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
    /// <param name="paged">Those of them whose lists come in pages.</param>
    /// <param name="clientName">The class of the client.</param>
    /// <param name="kept">The names that a lock keeps: an operation stays in its group, whatever its tag is now.</param>
    /// <param name="findings">Takes what the user should know.</param>
    public static IReadOnlyList<GroupNames> Of(
        IReadOnlyList<CallChoice> calls, IReadOnlyDictionary<ApiOperation, PagingChoice> paged, string clientName, KeptNames kept, Findings findings)
    {
        IReadOnlyDictionary<string, string> keptTags = KeptTags(calls, kept);
        List<IGrouping<string, CallChoice>> byKey = calls.GroupBy(call => KeyOf(call, kept, keptTags), StringComparer.Ordinal).ToList();
        List<IGrouping<string, CallChoice>> tagged = byKey.Where(group => group.Key.Length > 0).ToList();
        List<CallChoice> untagged = byKey.Where(group => group.Key.Length == 0).SelectMany(group => group).ToList();

        // Groups and methods without one are members of the client: an author's tag and an author's function never want one
        // name, since every method ends in Async.
        NameScope members = new(ReservedNames.ClientMembers, new[] { clientName });
        IReadOnlyList<string> properties = WordNames.Assign(
            members,
            tagged.Select(group => new Wanted("group", TagOf(group), PointerOf(group), new NameClaim(TagOf(group), Candidates(TagOf(group)))
            {
                Kept = group.Any(call => kept.Knows(call.Name)) ? group.Key : "",
            })),
            findings);
        List<GroupNames> groups = new() { new GroupNames(null, "", "", Name(untagged, paged, members, kept, findings)) };
        groups.AddRange(tagged.Select((group, i) =>
        {
            NameScope scope = new(ReservedNames.ClientMembers, new[] { properties[i] + "Operations" });
            return new GroupNames(TagOf(group), properties[i], PointerOf(group), Name(group.ToList(), paged, scope, kept, findings));
        }));
        return groups;
    }

    private static string KeyOf(CallChoice call, KeptNames kept, IReadOnlyDictionary<string, string> keptTags) =>
        kept.Knows(call.Name) ? kept.GroupOf(call.Name)
        : keptTags.TryGetValue(KeyOf(call.Operation), out string? group) ? group
        : KeyOf(call.Operation);

    // A tag without a letter or digit names nothing: its operations sit on the client.
    private static string KeyOf(ApiOperation operation) => operation.Tags.Count == 0 ? string.Empty : Words.Pascal(operation.Tags[0]);

    // A newcomer joins the group that the others of its tag are kept in, if that is called after the tag.
    private static IReadOnlyDictionary<string, string> KeptTags(IReadOnlyList<CallChoice> calls, KeptNames kept)
    {
        Dictionary<string, string> groups = new(StringComparer.Ordinal);
        foreach (CallChoice call in calls.Where(call => call.Operation.Tags.Count > 0 && kept.Knows(call.Name)))
        {
            (string key, string group) = (KeyOf(call.Operation), kept.GroupOf(call.Name));
            if (Candidates(call.Operation.Tags[0]).Contains(group) && (!groups.TryGetValue(key, out string? other) || string.CompareOrdinal(group, other) < 0))
            {
                groups[key] = group;
            }
        }

        return groups;
    }

    // Of the spellings of one group that after which it is called, then the first by order of letters, since the document
    // has none. What a lock keeps in a group need not have a tag any more.
    private static string TagOf(IGrouping<string, CallChoice> group) => group
        .SelectMany(call => call.Operation.Tags.Take(1))
        .OrderBy(tag => Candidates(tag).Contains(group.Key) ? 0 : 1)
        .ThenBy(tag => tag, StringComparer.Ordinal)
        .FirstOrDefault() ?? group.Key;

    // Where an operation names the tag: it need not be declared anywhere else.
    private static string PointerOf(IGrouping<string, CallChoice> group) =>
        group.FirstOrDefault(call => call.Operation.Tags.FirstOrDefault() == TagOf(group)) is { } call
            ? call.Operation.Pointer + "/tags/0"
            : group.First().Operation.Pointer;

    private static IEnumerable<string> Candidates(string tag) =>
        new[] { Words.Pascal(tag), Words.PascalWithSymbols(tag), Words.Pascal(tag) + "Group" };

    private static IReadOnlyList<MethodName> Name(
        IReadOnlyList<CallChoice> calls, IReadOnlyDictionary<ApiOperation, PagingChoice> paged, NameScope scope, KeptNames kept, Findings findings)
    {
        List<CallChoice> lists = calls.Where(call => paged.ContainsKey(call.Operation)).ToList();
        scope.Keep(lists.Select(call => OperationNames.KeptPages(call, kept)));
        List<(CallChoice Call, Representation Representation, NameClaim Claim)> methods = OperationNames.Claims(calls, kept).ToList();
        scope.Assign(methods.Select(method => method.Claim).ToList());
        methods.ForEach(method => method.Claim.Report(findings, method.Call.Operation.Pointer, $"the method"));
        List<MethodName> names = methods.Select(method => new MethodName(method.Call, method.Representation, method.Claim.Name)).ToList();

        // After all that an author has named: an operation list_items_all keeps its name.
        List<(MethodName Method, NameClaim Claim)> pages = names
            .Where(method => method.IsPlain && paged.ContainsKey(method.Call.Operation))
            .Select(method => (method, OperationNames.PagesClaim(method, kept)))
            .ToList();
        scope.Assign(pages.Select(one => one.Claim).ToList());
        pages.ForEach(one => one.Claim.Report(findings, one.Method.Call.Operation.Pointer, $"the method for all pages"));
        return names.Concat(pages.Select(one => one.Method with { Name = one.Claim.Name, Paging = paged[one.Method.Call.Operation] })).ToList();
    }
}
