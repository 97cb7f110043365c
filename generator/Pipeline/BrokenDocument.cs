using System;
using System.IO;
using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Recovery;

namespace DatabricksApps.Gen.Pipeline;

/// <summary>The client of a document that cannot be read: what can be, and stand-ins that say why the rest is missing.</summary>
/// <param name="Client">The client.</param>
/// <param name="Changes">What is told at the lines of the client's callers; null: nothing.</param>
internal sealed record BrokenDocument(ClientModel Client, ChangesModel? Changes)
{
    /// <summary>Reads what can be read.</summary>
    /// <param name="input">The document.</param>
    /// <param name="text">Its text.</param>
    /// <param name="open">Gives the text of another file; null: there is none.</param>
    /// <param name="accepted">Its lock; null: it has none.</param>
    /// <param name="findings">Why it cannot be read.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The client; null: nothing says that the document is broken.</returns>
    public static BrokenDocument? Read(
        DocumentInput input, string text, Func<string, string?> open, AcceptedLock? accepted, Findings findings, CancellationToken cancellationToken)
    {
        if (findings.Items.FirstOrDefault(IsCause) is not { } cause)
        {
            return null;
        }

        string why = Describe(input.Path, cause);
        AcceptedLock? known = accepted is { Problems.IsEmpty: true } ? accepted : null;
        EquatableArray<Fact> facts = known?.Facts ?? EquatableArray<Fact>.Empty;
        bool canBeRead = cause.Id == DiagnosticDescriptors.Unreadable.Id;
        ClientModel client = (canBeRead ? Bind(RecoveredDocument.Of(text, facts, cancellationToken)) : null) ?? Bind(RecoveredDocument.Empty)!;
        return known is null
            ? new BrokenDocument(client with { Unreadable = new UnreadableModel(cause.Id, why) }, null)
            : new BrokenDocument(client, PendingChanges.OfBroken(client, facts, cause.Id, why));

        // What is found in what is left of a document is no news.
        ClientModel? Bind(string recovered) => ClientReader.Read(
            input.Path, recovered, open, input.Options, known?.Names ?? KeptNames.None, new Findings(), cancellationToken).Client;
    }

    private static bool IsCause(Finding finding) =>
        finding.Id == DiagnosticDescriptors.Unreadable.Id || finding.Id == DiagnosticDescriptors.NotOpenApi.Id || finding.Id == DiagnosticDescriptors.TooLarge.Id;

    private static string Describe(string path, Finding cause)
    {
        string document = Path.GetFileName(path), message = cause.Message.TrimEnd('.');
        string what = cause.Id == DiagnosticDescriptors.NotOpenApi.Id ? "is no OpenAPI document: "
            : cause.Id == DiagnosticDescriptors.TooLarge.Id ? "is beyond the generator's limits: "
            : message.StartsWith("line ", StringComparison.Ordinal) ? "cannot be read at " : "cannot be read: ";
        return MessageText.Spell($"{document} ") + what + message;
    }
}
