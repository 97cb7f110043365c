using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Finds the names that the method of an operation could have.</summary>
internal static class OperationNames
{
    /// <summary>Makes the claims of the methods of one group: of each operation one for each of its representations.</summary>
    /// <param name="calls">The operations.</param>
    /// <param name="kept">The names that a lock keeps. It may not know all methods of an operation: those are called after the first.</param>
    public static IEnumerable<(CallChoice Call, Representation Representation, NameClaim Claim)> Claims(IReadOnlyList<CallChoice> calls, KeptNames kept)
    {
        List<string> choices = new(calls.Count);
        Dictionary<string, List<ApiOperation>> clashing = new(StringComparer.Ordinal);
        foreach (CallChoice call in calls)
        {
            // Where a newcomer wants a name that is kept, the words of both paths tell it apart.
            string method = ClientNaming.KeptMethod(kept, call.Name);
            string choice = method.Length > 0 ? ClientNaming.WithoutAsync(method) : FirstChoice(call.Operation);
            choices.Add(choice);
            if (!clashing.TryGetValue(choice, out List<ApiOperation>? others))
            {
                clashing.Add(choice, others = new());
            }

            others.Add(call.Operation);
        }

        Dictionary<string, PathWords> words = clashing.ToDictionary(name => name.Key, name => new PathWords(name.Value), StringComparer.Ordinal);
        return calls.SelectMany((call, i) => call.Representations.Select(representation =>
        {
            IEnumerable<string> candidates = Candidates(call.Operation, choices[i], words[choices[i]]).Select(name => WithSuffix(name, representation.Suffix));
            return (call, representation, new NameClaim(call.Operation.Pointer + representation.Suffix, candidates) { Kept = KeptMethod(call, representation, kept) });
        }));
    }

    /// <summary>Gets the method that a call has had for all its pages; empty: none.</summary>
    public static string KeptPages(CallChoice call, KeptNames kept) => ClientNaming.KeptMethod(kept, call.Name, AnswerKinds.Pages);

    /// <summary>Makes the claim of the method that reads all pages, after the one that reads one.</summary>
    public static NameClaim PagesClaim(MethodName method, KeptNames kept) => new(
        method.Call.Operation.Pointer + "All", new[] { WithSuffix(method.Name, "All"), WithSuffix(method.Name, "AllPages") })
    {
        Kept = KeptPages(method.Call, kept),
    };

    // A method goes with what it reads. One that a lock does not know is called after the first of its operation, if it does not
    // take its place.
    private static string KeptMethod(CallChoice call, Representation representation, KeptNames kept)
    {
        string own = ClientNaming.KeptMethod(kept, call.Name, representation.Word);
        bool isFirstThere = call.Representations.Any(other => other != representation && other.Word == kept.KindOf(call.Name));
        return own.Length > 0 ? own : WithSuffix(ClientNaming.KeptMethod(kept, call.Name), isFirstThere ? representation.Kind.ToString() : representation.Suffix);
    }

    // All at once with the operations' own names: an operation chatStream that comes later must not take the method that a
    // caller of the stream of chat knows.
    private static string WithSuffix(string method, string suffix) =>
        method.Length == 0 || suffix.Length == 0 ? method : Words.Fit(ClientNaming.WithoutAsync(method) + suffix) + "Async";

    /// <summary>Names an operation, before clashes: the author's function if its name can be found.</summary>
    public static string FirstChoice(ApiOperation operation)
    {
        string name = AuthorsName(operation);
        return name.Length == 0 ? FromPath(operation) : name;
    }

    // The name of the author's function, with the fewest words of the path that tell it apart.
    private static IEnumerable<string> Candidates(ApiOperation operation, string choice, PathWords clashing)
    {
        // What is made of a path comes after what an author has named.
        if (AuthorsName(operation).Length == 0)
        {
            yield return "";
        }

        yield return choice + "Async";

        // Another one of the group has the name too: then its words tell it apart, before those of the path.
        yield return operation.OperationId is { } id && InCSharp(id) is { Length: > 0 } whole && whole != choice && FastApiOperationId.FindName(id, operation.Path, operation.Method, operation.Tags) is null
            ? whole + "Async"
            : "";
        string suffix = string.Empty;
        foreach (string word in clashing.OwnOf(operation).Concat(new[] { MethodWord(operation) }))
        {
            suffix += word;
            yield return Words.Fit(choice + suffix) + "Async";
        }

        // Two paths may differ in nothing but the slash at their end.
        string slash = operation.Path.EndsWith("/", StringComparison.Ordinal) ? "Slash" : "";
        yield return slash.Length > 0 ? Words.Fit(choice + slash) + "Async" : "";
        yield return Words.Fit(choice + string.Concat(PathWords.Of(operation.Path)) + slash) + "Async";
        yield return Words.Fit(choice + string.Concat(PathWords.Of(operation.Path)) + slash + MethodWord(operation)) + "Async";
        yield return Words.Fit(choice + Words.Hash(operation.Pointer)) + "Async";
    }

    // FastAPI's is a function, whose name the author knows, whatever its group.
    private static string AuthorsName(ApiOperation operation)
    {
        string? id = operation.OperationId;
        return string.IsNullOrWhiteSpace(id)
            ? ""
            : InCSharp(FastApiOperationId.FindName(id!, operation.Path, operation.Method, operation.Tags)
                ?? (operation.Tags.Count > 0 ? GroupPrefix.Remove(id!, operation.Tags[0]) : null)
                ?? id!);
    }

    private static string InCSharp(string name) => WithoutAsync(Words.Pascal(name));

    // GET /items/{item_id}/parts: GetItemsByItemIdParts.
    private static string FromPath(ApiOperation operation) => Words.Fit(MethodWord(operation) + string.Concat(PathWords.Of(operation.Path)));

    private static string MethodWord(ApiOperation operation) => Words.Pascal(operation.Method);

    private static string WithoutAsync(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;
}
