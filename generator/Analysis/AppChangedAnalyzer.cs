using System.Collections.Immutable;
using DatabricksApps.Gen.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Tells at the line of a caller what its app changed since the document was accepted.</summary>
/// <remarks>
/// It opens no document: the generator composed all that there is to tell. In a project without pending changes it looks up one
/// type and the attributes of the assemblies that know it, and registers nothing.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AppChangedAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(
            DiagnosticDescriptors.MeaningChanged, DiagnosticDescriptors.Gone, DiagnosticDescriptors.WireMoved, DiagnosticDescriptors.NewToKnow,
            DiagnosticDescriptors.Unreadable, DiagnosticDescriptors.NotOpenApi, DiagnosticDescriptors.TooLarge);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // Razor makes C# of components and pages, and what is told there shows in them.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (MarkTable.Of(start.Compilation) is { } marks)
            {
                Register(start, marks);
            }
        });
    }

    private static void Register(CompilationStartAnalysisContext start, MarkTable marks)
    {
        CallUses.Register(start, marks);
        FailureUses.Register(start, marks);
        MemberUses.Register(start, marks);
        CaseUses.Register(start, marks);
        TextUses.Register(start, marks);
        GoneUses.Register(start, marks);
    }
}
