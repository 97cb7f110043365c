using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Analysis;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.CodeFixes;

/// <summary>A file, with what its names mean and what changed about them.</summary>
internal sealed record ChangedCode(SemanticModel Model, SyntaxNode Root, MarkTable Marks, CancellationToken CancellationToken)
{
    /// <summary>Gets what a name means, also where the compiler refuses it.</summary>
    public ISymbol? SymbolOf(SyntaxNode node)
    {
        SymbolInfo found = Model.GetSymbolInfo(node, CancellationToken);
        return found.Symbol ?? found.CandidateSymbols.FirstOrDefault();
    }

    public ITypeSymbol? TypeOf(ExpressionSyntax expression) => Model.GetTypeInfo(expression, CancellationToken).Type;

    /// <summary>Gets the marks of a method.</summary>
    public IEnumerable<Mark> MarksOf(IMethodSymbol method, MarkUse use) => Marks.Of(method.ContainingType, method.Name).Where(mark => mark.Use == use);

    /// <summary>Gets the call of which a node is the method's name, or whose name ends in it.</summary>
    public static InvocationExpressionSyntax? CallOf(SyntaxNode name) =>
        name.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { } call && call.Expression.Span.Contains(name.Span) ? call : null;

    /// <summary>Spells a name as C# takes it.</summary>
    public static string Spell(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>Gets the name that a node ends in: of <c>depot.Items.ReadItemAsync(7)</c> that of the method.</summary>
    public static SimpleNameSyntax? NameOf(SyntaxNode node) => node switch
    {
        SimpleNameSyntax name => name,
        InvocationExpressionSyntax call => NameOf(call.Expression),
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax access => access.Name,
        ConditionalAccessExpressionSyntax access => NameOf(access.WhenNotNull),
        QualifiedNameSyntax name => name.Right,
        AliasQualifiedNameSyntax name => name.Name,
        NullableTypeSyntax type => NameOf(type.ElementType),
        ObjectCreationExpressionSyntax creation => NameOf(creation.Type),
        _ => null,
    };
}
