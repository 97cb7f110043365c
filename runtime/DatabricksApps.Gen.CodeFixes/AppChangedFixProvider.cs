using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DatabricksApps.Gen.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.CodeFixes;

/// <summary>Offers to mend the lines at which a change of an app is told.</summary>
/// <remarks>
/// It is not [Shared]: that would reference System.Composition, of which editors have versions of their own. One instance is made
/// for each project, and holds nothing.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AppChangedFixProvider))]
public sealed class AppChangedFixProvider : CodeFixProvider
{
    private static readonly FixAllProvider s_all = FixAllProvider.Create(FixAllAsync);

    /// <summary>Gets the ids: DBXAPP0302 is told by the compiler too, where the generator left what is gone.</summary>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DBXAPP0301", "DBXAPP0302");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => s_all;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ReadAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } code)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (Fix.Of(code, diagnostic) is { } fix)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, cancellationToken => ApplyAsync(context.Document, [fix], cancellationToken), fix.Kind), diagnostic);
            }
        }
    }

    private static async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await ReadAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } code)
        {
            return null;
        }

        IEnumerable<Fix> fixes = diagnostics
            .Select(diagnostic => Fix.Of(code, diagnostic))
            .OfType<Fix>()
            .Where(fix => fix.Kind == context.CodeActionEquivalenceKey)
            .OrderBy(fix => fix.Changes[0].Span.Start)
            .ThenBy(fix => fix.Title, StringComparer.Ordinal);
        return await ApplyAsync(document, fixes, context.CancellationToken).ConfigureAwait(false);
    }

    private static async Task<ChangedCode?> ReadAsync(Document document, CancellationToken cancellationToken) =>
        await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model && MarkTable.Of(model.Compilation) is { } marks
            ? new ChangedCode(model, await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false), marks, cancellationToken)
            : null;

    private static async Task<Document> ApplyAsync(Document document, IEnumerable<Fix> fixes, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(Edits.Together(fixes)));
    }
}
