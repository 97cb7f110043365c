using System.Collections.Generic;
using System.IO;
using System.Linq;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Contract.Marks;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Pipeline;

/// <summary>What a document says other than its lock.</summary>
/// <param name="Told">What is told at the document.</param>
/// <param name="Changes">What is told at the lines of the client's callers; null: nothing.</param>
internal sealed record PendingChanges(EquatableArray<DiagnosticInfo> Told, ChangesModel? Changes)
{
    private const int MostTold = 3;

    private static PendingChanges None { get; } = new(EquatableArray<DiagnosticInfo>.Empty, null);

    /// <param name="input">The document and its lock.</param>
    /// <param name="accepted">What was accepted; null: nothing ever was.</param>
    /// <param name="text">The document's text.</param>
    /// <param name="read">What was read of it.</param>
    public static PendingChanges Of(DocumentInput input, AcceptedLock? accepted, SourceText text, ReadClient read)
    {
        string document = Path.GetFileName(input.Path);
        if (read.Client is not { } client)
        {
            return None;
        }

        if (accepted is null)
        {
            return input.MustBeAccepted
                ? Tell(input, $"{document} was never accepted, and DatabricksAppsRequireAccepted asks for it: run databricks-apps accept, and check in {Path.GetFileName(ProjectLock.PathOf(input.Path))}")
                : None;
        }

        if (!accepted.Problems.IsEmpty)
        {
            // What cannot be read cannot be compared.
            return None;
        }

        EquatableArray<Fact> now = Surface.Of(client);
        EquatableArray<Fact> before = SameCalls.Apply(accepted.Facts, now);
        IReadOnlyList<Change> found = Difference.Of(before, now);
        if (found.Count == 0)
        {
            return None;
        }

        FactIndex index = new(now);
        PlacedLines lines = new(document, text, read, found.Concat(GoneTypes.Changes(before, index)).Select(change => MarkPointers.Of(change, index)));
        MarkContext context = new(client, before, now, lines.Of);
        List<Change> changes = found.OrderByDescending(context.Effects.Of).ToList();
        string count = changes.Count == 1 ? "1 change" : $"{changes.Count} changes";
        MessageText told = MessageText.Of($"{document} has {count} since it was accepted: ");
        foreach ((Change change, int i) in changes.Take(MostTold).Select((change, i) => (change, i)))
        {
            told = MessageText.Of($"{told}{(i > 0 ? "; " : "")}{change.Text}");
        }

        string more = changes.Count > MostTold ? $"; and {changes.Count - MostTold} more" : "";
        return Tell(input, $"{told}{more}. Accept them, once your code is right: databricks-apps accept") with
        {
            Changes = PendingMarks.Of(context, changes) is { } marks ? DeclarableNames.Keep(marks) : null,
        };
    }

    /// <summary>Gets what is told at the lines of the callers of a client whose document cannot be read: its lock knows what is missing.</summary>
    /// <param name="client">The client, as far as it could be read.</param>
    /// <param name="accepted">What was accepted.</param>
    /// <param name="id">The diagnostic that tells why the document cannot be read.</param>
    /// <param name="why">Why that is so.</param>
    public static ChangesModel? OfBroken(ClientModel client, EquatableArray<Fact> accepted, string id, string why)
    {
        EquatableArray<Fact> now = Surface.Of(client);
        EquatableArray<Fact> before = SameCalls.Apply(accepted, now);
        MarkContext context = new(client, before, now, _ => "") { Unreadable = why };
        if (PendingMarks.Of(context, [.. Difference.Of(before, now).Where(IsLoss)]) is not { } marks)
        {
            return null;
        }

        IEnumerable<MarkModel> told = marks.Marks
            .Where(mark => (mark.Id == MarkIds.Gone || mark.Id == MarkIds.Meaning) && mark.Use is not (MarkUse.Successor or MarkUse.Order))
            .Select(mark => mark with { Id = id });
        return DeclarableNames.Keep(marks with { Marks = told.ToEquatableArray(), GoneId = id });
    }

    // What is there and says something else is no matter of the break: it is told once the document can be read.
    private static bool IsLoss(Change change) =>
        change.After is not { } after
        || (change.Before is { } before && ((IsAny(after) && !IsAny(before)) || (after.Has("optional") && !before.Has("optional"))));

    private static bool IsAny(Fact fact) => fact.Type is { } type && (type.Trim('[', ']', '{', '}', '?') == "any" || type == "nothing");

    private static PendingChanges Tell(DocumentInput input, MessageText message) => new(
        EquatableArray.Create(new DiagnosticInfo(
            DiagnosticDescriptors.NotAccepted.Id,
            input.MustBeAccepted ? DiagnosticSeverity.Error : DiagnosticSeverity.Info,
            input.Path,
            default,
            default,
            EquatableArray.Create(message.ToString()))),
        null);
}
