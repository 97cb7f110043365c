using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Analysis;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.CodeFixes;

/// <summary>Names what has the place of what is gone.</summary>
internal static class RenameFix
{
    private const string Kind = "Use";

    /// <param name="code">The file.</param>
    /// <param name="node">What names it.</param>
    public static Fix? Of(ChangedCode code, SyntaxNode node) =>
        ChangedCode.NameOf(node) is { } name ? Of(code, name) ?? (MethodOf(name) is { } method ? Of(code, method) : null) : null;

    private static Fix? Of(ChangedCode code, SimpleNameSyntax name) => code.SymbolOf(name) switch
    {
        INamedTypeSymbol type => Renamed(name, SuccessorsIn(code, type).FirstOrDefault(found => found.Member.Length == 0 && found.Former == type.Name).Type?.Name),
        IMethodSymbol method => Renamed(name, SuccessorOf(code, method.ContainingType, method.Name)) ?? Moved(code, name, method),
        { ContainingType: { } owner } member => Renamed(name, SuccessorOf(code, owner, member.Name)),
        null when name.Parent is MemberAccessExpressionSyntax access && code.SymbolOf(access.Expression) is INamedTypeSymbol owner =>
            Renamed(name, SuccessorOf(code, owner, name.Identifier.ValueText)),
        _ => null,
    };

    // With its last method a group is gone too: depot.Items of depot.Items.ReadItemAsync.
    private static SimpleNameSyntax? MethodOf(SimpleNameSyntax group)
    {
        SyntaxNode access = group.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax ? group.Parent : group;
        return access.Parent is MemberAccessExpressionSyntax outer && outer.Expression == access ? outer.Name : null;
    }

    private static string? SuccessorOf(ChangedCode code, INamedTypeSymbol owner, string former) =>
        code.Marks.Of(MarkUse.Successor)
            .Where(found => found.Mark.Part == former && SymbolEqualityComparer.Default.Equals(found.Type, owner))
            .Select(found => found.Member)
            .FirstOrDefault();

    private static Fix? Renamed(SimpleNameSyntax name, string? successor) => successor is null ? null
        : new Fix(
            Kind, $"Use {successor}",
            [
                .. name.Parent is ExpressionSyntax value && ImpliedName.Of(value) is { } former ? new[] { new TextChange(new TextSpan(value.SpanStart, 0), former) } : [],
                new TextChange(name.Identifier.Span, ChangedCode.Spell(successor)),
            ]);

    private static Fix? Moved(ChangedCode code, SimpleNameSyntax name, IMethodSymbol method)
    {
        INamedTypeSymbol former = method.ContainingType;
        (INamedTypeSymbol? type, string member, _) = SuccessorsIn(code, former).FirstOrDefault(found => found.Former == $"{former.Name}.{method.Name}");
        if (type is null)
        {
            return null;
        }

        if (SymbolEqualityComparer.Default.Equals(type, former))
        {
            return Renamed(name, member);
        }

        if (name.Parent is not MemberAccessExpressionSyntax { Expression: var receiver })
        {
            return null;
        }

        // The client has the group, or it is the client itself whose method is gone.
        SimpleNameSyntax? group = ChangedCode.NameOf(receiver);
        IPropertySymbol? property = group is null ? null : code.SymbolOf(group) as IPropertySymbol;
        bool isOfGroup = property is not null && SymbolEqualityComparer.Default.Equals(property.Type, former);
        INamedTypeSymbol client = isOfGroup ? property!.ContainingType : former;
        bool isOnClient = SymbolEqualityComparer.Default.Equals(type, client);
        string? now = client.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.Type, type))?.Name;
        if (now is null && !isOnClient)
        {
            return null;
        }

        List<TextChange> changes = new();
        if (!isOfGroup)
        {
            changes.Add(new TextChange(new TextSpan(name.SpanStart, 0), ChangedCode.Spell(now!) + "."));
        }
        else if (!isOnClient)
        {
            changes.Add(new TextChange(group!.Identifier.Span, ChangedCode.Spell(now!)));
        }
        else if (receiver is MemberAccessExpressionSyntax inner)
        {
            changes.Add(new TextChange(TextSpan.FromBounds(inner.Expression.Span.End, receiver.Span.End), ""));
        }
        else if (receiver is MemberBindingExpressionSyntax binding)
        {
            changes.Add(new TextChange(TextSpan.FromBounds(binding.SpanStart, receiver.Span.End), ""));
        }
        else
        {
            return null;
        }

        if (member != method.Name)
        {
            changes.Add(new TextChange(name.Identifier.Span, ChangedCode.Spell(member)));
        }

        return new Fix(Kind, $"Use {(isOnClient ? "" : now + ".")}{member}", changes);
    }

    // A client is in one assembly and one namespace.
    private static IEnumerable<(INamedTypeSymbol Type, string Member, string Former)> SuccessorsIn(ChangedCode code, INamedTypeSymbol gone) =>
        code.Marks.Of(MarkUse.Successor)
            .Where(found => SymbolEqualityComparer.Default.Equals(found.Type.ContainingNamespace, gone.ContainingNamespace)
                && SymbolEqualityComparer.Default.Equals(found.Type.ContainingAssembly, gone.ContainingAssembly))
            .Select(found => (found.Type, found.Member, found.Mark.Part));
}
