using System.Linq;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Finds names that are gone where nothing could be left in their place: the compiler says that they are gone, this says why.</summary>
internal sealed class GoneUses
{
    private readonly MarkTable _marks;

    private GoneUses(MarkTable marks) => _marks = marks;

    public static void Register(CompilationStartAnalysisContext start, MarkTable marks)
    {
        if (marks.Has(MarkUse.Gone))
        {
            start.RegisterSyntaxNodeAction(new GoneUses(marks).OnAccess, SyntaxKind.SimpleMemberAccessExpression);
        }
    }

    private void OnAccess(SyntaxNodeAnalysisContext context)
    {
        MemberAccessExpressionSyntax access = (MemberAccessExpressionSyntax)context.Node;
        string name = access.Name.Identifier.ValueText;
        if (!_marks.Members.Contains(name) || Clients.Has(access.SyntaxTree) || context.SemanticModel.GetSymbolInfo(access, context.CancellationToken).Symbol is not null)
        {
            return;
        }

        INamedTypeSymbol? owner = (context.SemanticModel.GetSymbolInfo(access.Expression, context.CancellationToken).Symbol as INamedTypeSymbol)
            ?? context.SemanticModel.GetTypeInfo(access.Expression, context.CancellationToken).Type as INamedTypeSymbol;
        foreach (Mark mark in _marks.Of(owner, name).Where(mark => mark.Use == MarkUse.Gone))
        {
            context.ReportDiagnostic(Reports.Of(mark, access.Name.GetLocation()));
        }
    }
}
