using System;
using System.Threading;
using DatabricksApps.Gen.Binding;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen;

/// <summary>The step from a document to its client: reads and binds it.</summary>
internal sealed class DocumentStep
{
    private readonly BugReport _bugs;

    public DocumentStep(BugReport bugs) => _bugs = bugs;

    public BoundDocument Run(DocumentInput input, CancellationToken cancellationToken)
    {
        try
        {
            using InvariantCultureScope culture = InvariantCultureScope.Enter();
            return ReadAndBind(input, cancellationToken);
        }
        catch (Exception bug) when (_bugs.Catches(bug))
        {
            Finding finding = new(DiagnosticDescriptors.InternalError.Id, "", BugReport.Describe(bug));
            DiagnosticInfo diagnostic = DiagnosticPlacement.AtStart(finding, input.Path);
            return new BoundDocument(input.Path, null, EquatableArray.Create(diagnostic));
        }
    }

    private static BoundDocument ReadAndBind(DocumentInput input, CancellationToken cancellationToken)
    {
        Findings findings = new();
        foreach (Finding finding in input.Findings)
        {
            findings.Add(finding.Id, finding.Pointer, finding.Message);
        }

        if (input.ReadText(cancellationToken) is not { } text)
        {
            findings.Add(DiagnosticDescriptors.Unreadable.Id, "", "the file cannot be opened");
            return new BoundDocument(input.Path, null, DiagnosticPlacement.Place(findings, input.Path, SourceText.From(""), null));
        }

        ReadResult read = DocumentReader.Read(input.Path, text.ToString(), findings, cancellationToken);
        ClientModel? client = read.Document is null
            ? null
            : ClientBinder.Bind(read.Document, input.Path, input.Options, findings, cancellationToken);

        return new BoundDocument(
            input.Path,
            client,
            DiagnosticPlacement.Place(findings, input.Path, text, read.Positions));
    }
}
