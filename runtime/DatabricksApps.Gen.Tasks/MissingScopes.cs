using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Tasks.Reading;
using Microsoft.Build.Framework;

namespace DatabricksApps.Gen.Tasks;

/// <summary>
/// Compares the scopes that a document asks of the operations that are called with those that the item asks for. What a scope is
/// called changes, and which there are only the workspace knows: so none is judged by its name.
/// </summary>
internal static class MissingScopes
{
    public const string Id = "DBXAPP0310";

    private const string Scope = "scope=";
    private const string All = "all-apis";
    private const int Most = 5;

    /// <summary>Says what is missing; null: nothing, or the item names no scopes, which is all of them.</summary>
    public static string? Of(ITaskItem document, IReadOnlyList<string> lines, ClientUsage client)
    {
        string[] own = document.GetMetadata("Scopes").Split(new[] { ';', ' ', '\t', '\r', '\n' }, StringSplitOptions.RemoveEmptyEntries);
        if (own.Length == 0 || own.Contains(All))
        {
            return null;
        }

        List<(string Scope, string Call)> missing = UsedLines.CalledBy(lines, client)
            .SelectMany(call => call.Words.Where(word => word.StartsWith(Scope, StringComparison.Ordinal)).Select(word => (word.Substring(Scope.Length), call.Key)))
            .Where(asked => !own.Contains(asked.Item1))
            .ToList();
        string[] scopes = missing.Select(one => one.Scope).Distinct().OrderBy(scope => scope, StringComparer.Ordinal).ToArray();
        string[] calls = missing.Select(one => one.Call).Distinct().ToArray();
        return scopes.Length == 0 ? null
            : $"The document asks for {string.Join(", ", scopes)} at {string.Join(", ", calls.Take(Most))}{(calls.Length > Most ? $" and {calls.Length - Most} more" : "")}, "
                + $"which this project calls, and the item asks for {string.Join(", ", own)}: a token without them may be refused. Add them to Scopes of the item";
    }
}
