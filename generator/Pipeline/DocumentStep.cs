using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Text;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Pipeline;

/// <summary>The step from a document to its client: reads and binds it.</summary>
internal sealed class DocumentStep
{
    private readonly BugReport _bugs;

    public DocumentStep(BugReport bugs) => _bugs = bugs;

    public DocumentResult Run(DocumentInput input, CancellationToken cancellationToken)
    {
        try
        {
            using InvariantCultureScope culture = InvariantCultureScope.Enter();
            return ReadAndBind(input, cancellationToken);
        }
        catch (Exception bug) when (_bugs.Catches(bug))
        {
            Finding finding = Finding.Of(DiagnosticDescriptors.InternalError, "", BugReport.Describe(bug));
            DiagnosticInfo diagnostic = DiagnosticPlacement.AtStart(finding, input.Path);
            return new DocumentResult(input.Path, null, EquatableArray.Create(diagnostic));
        }
    }

    private static DocumentResult ReadAndBind(DocumentInput input, CancellationToken cancellationToken)
    {
        Findings findings = new();
        foreach (Finding finding in input.Findings)
        {
            findings.Add(finding);
        }

        if (input.ReadText(cancellationToken) is not { } text)
        {
            findings.Add(Finding.Of(DiagnosticDescriptors.Unreadable, "", $"the file cannot be opened"));
            return new DocumentResult(
                input.Path,
                BrokenDocument.Read(input, "", _ => null, null, findings, cancellationToken)?.Client,
                DiagnosticPlacement.Place(findings, input.Path, SourceText.From(""), null, ImmutableDictionary<string, ReferencedFile>.Empty));
        }

        string? Open(string path) =>
            input.Others.FirstOrDefault(file => file.Path == path)?.Source.GetText(cancellationToken)?.ToString();

        AcceptedLock? accepted = AcceptedLock.Read(input.Lock, cancellationToken);
        ReadClient read = ClientReader.Read(
            input.Path, text.ToString(), Open, input.Options, accepted?.Names ?? KeptNames.None, findings, cancellationToken);
        if (input.IsReferredTo && read.Client is null && findings.Items.All(IsNoDocument))
        {
            // A part of other documents has no client of its own.
            return new DocumentResult(input.Path, null, EquatableArray<DiagnosticInfo>.Empty);
        }

        BrokenDocument? broken = read.Client is null ? BrokenDocument.Read(input, text.ToString(), Open, accepted, findings, cancellationToken) : null;
        PendingChanges pending = PendingChanges.Of(input, accepted, text, read);
        IEnumerable<DiagnosticInfo> told = DiagnosticPlacement.Place(findings, input.Path, text, read.Positions, read.Files)
            .Concat(accepted?.Problems ?? EquatableArray<DiagnosticInfo>.Empty)
            .Concat(pending.Told);
        return new DocumentResult(input.Path, read.Client ?? broken?.Client, told.ToEquatableArray()) { Changes = broken is null ? pending.Changes : broken.Changes };
    }

    private static bool IsNoDocument(Finding finding) => finding.Id == DiagnosticDescriptors.NotOpenApi.Id;
}
