using System.Collections.Generic;
using System.IO;
using System.Linq;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Pipeline;

/// <summary>Tells that a document has changed since it was accepted: to know, or, if the project asks for it, before it builds.</summary>
internal static class PendingChanges
{
    private const int MostTold = 3;

    public static IEnumerable<DiagnosticInfo> Tell(DocumentInput input, AcceptedLock? accepted, ClientModel client)
    {
        string document = Path.GetFileName(input.Path);
        if (accepted is null)
        {
            return input.MustBeAccepted
                ? [Make(input, $"{document} was never accepted, and DatabricksAppsRequireAccepted asks for it: run databricks-apps accept, and check in {Path.GetFileName(ProjectLock.PathOf(input.Path))}")]
                : [];
        }

        if (!accepted.Problems.IsEmpty)
        {
            // What cannot be read cannot be compared.
            return [];
        }

        EquatableArray<Fact> now = Surface.Of(client);
        Effects effects = new(accepted.Facts, now);
        List<Change> changes = Difference.Of(accepted.Facts, now).OrderByDescending(effects.Of).ToList();
        if (changes.Count == 0)
        {
            return [];
        }

        string count = changes.Count == 1 ? "1 change" : $"{changes.Count} changes";
        MessageText told = MessageText.Of($"{document} has {count} since it was accepted: ");
        foreach ((Change change, int i) in changes.Take(MostTold).Select((change, i) => (change, i)))
        {
            told = MessageText.Of($"{told}{(i > 0 ? "; " : "")}{change.Text}");
        }

        string more = changes.Count > MostTold ? $"; and {changes.Count - MostTold} more" : "";
        return [Make(input, $"{told}{more}. Accept them, once your code is right: databricks-apps accept")];
    }

    private static DiagnosticInfo Make(DocumentInput input, MessageText message) => new(
        DiagnosticDescriptors.NotAccepted.Id,
        input.MustBeAccepted ? DiagnosticSeverity.Error : DiagnosticSeverity.Info,
        input.Path,
        default,
        default,
        EquatableArray.Create(message.ToString()));
}
