using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Binding;
using DatabricksApps.Gen.Binding.Gradio;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.OpenApi.Documents;
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
            return new DocumentResult(input.Path, null, DiagnosticPlacement.Place(findings, input.Path, SourceText.From(""), null, ImmutableDictionary<string, ReferencedFile>.Empty));
        }

        string? Open(string path) =>
            input.Others.FirstOrDefault(file => file.Path == path)?.Source.GetText(cancellationToken)?.ToString();

        if (GradioReader.TryRead(input.Path, text.ToString(), findings, cancellationToken) is { } gradio)
        {
            ClientModel app = GradioBinder.Bind(gradio.Document, input.Path, input.Options, findings, cancellationToken);
            return new DocumentResult(
                input.Path,
                app,
                DiagnosticPlacement.Place(findings, input.Path, text, gradio.Positions, ImmutableDictionary<string, ReferencedFile>.Empty));
        }

        ReadResult read = DocumentReader.Read(input.Path, text.ToString(), Open, findings, cancellationToken);
        if (input.IsReferredTo && read.Document is null && findings.Items.All(IsNoDocument))
        {
            // A part of other documents has no client of its own.
            return new DocumentResult(input.Path, null, EquatableArray<DiagnosticInfo>.Empty);
        }

        if (read.Document is not null)
        {
            GradioOpenApi.Report(read.Document, findings);
        }

        ClientModel? client = read.Document is null
            ? null
            : ClientBinder.Bind(read.Document, input.Path, input.Options, findings, cancellationToken);

        return new DocumentResult(
            input.Path,
            client,
            DiagnosticPlacement.Place(findings, input.Path, text, read.Positions, read.Files));
    }

    private static bool IsNoDocument(Finding finding) => finding.Id == DiagnosticDescriptors.NotOpenApi.Id;
}
