using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Analysis;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.CodeFixes;

/// <summary>Gives the arguments of a call by the names that their parameters have now, and takes away those of parameters that are gone.</summary>
internal static class ArgumentFix
{
    private const string Kind = "Arguments";

    // What every method has behind its own parameters.
    private static readonly string[] s_last = { "options", "cancellationToken" };

    /// <param name="code">The file.</param>
    /// <param name="node">The argument that is told, or the name of the method.</param>
    public static Fix? Of(ChangedCode code, SyntaxNode node)
    {
        ArgumentSyntax? told = ChangedCode.CallOf(node) is null ? node.FirstAncestorOrSelf<ArgumentSyntax>() : null;
        if ((told?.Parent?.Parent ?? ChangedCode.CallOf(node)) is not InvocationExpressionSyntax call
            || code.SymbolOf(call) is not IMethodSymbol method
            || code.MarksOf(method, MarkUse.Order).FirstOrDefault() is not { } order)
        {
            return null;
        }

        (string Was, string Now)[] parameters = [.. Read(order.Part), .. s_last.Select(name => (name, name))];
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        string?[] names = [.. arguments.Select((argument, i) => NameOf(argument, i, parameters))];
        string? ofTold = told is null ? null : names[arguments.IndexOf(told)];
        if (names.Contains("") && (ofTold is not { Length: 0 } || IsShort(method, names)))
        {
            return null;
        }

        List<TextChange> changes = [.. Named(arguments, names, method), .. Removed(call.ArgumentList, names)];
        return changes.Count == 0 ? null : new Fix(Kind, TitleOf(told, ofTold), changes);
    }

    // What is given is taken away only where the line says so, and where nothing has to be given in its place.
    private static bool IsShort(IMethodSymbol method, string?[] names) => method.Parameters.Any(parameter => !parameter.IsOptional && !names.Contains(parameter.Name));

    private static IEnumerable<(string Was, string Now)> Read(string part) =>
        part.Split([", "], StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1]));

    // Null: it is none of those that were there; empty: it is gone.
    private static string? NameOf(ArgumentSyntax argument, int place, (string Was, string Now)[] parameters) =>
        argument.NameColon?.Name.Identifier.ValueText is { } name
            ? parameters.Where(parameter => parameter.Was == name).Select(parameter => parameter.Now).FirstOrDefault()
            : place < parameters.Length ? parameters[place].Now : null;

    private static IEnumerable<TextChange> Named(SeparatedSyntaxList<ArgumentSyntax> arguments, string?[] names, IMethodSymbol method)
    {
        // Those before the first that has another place go by their places as before.
        bool isInPlace = true;
        for (int i = 0; i < arguments.Count; i++)
        {
            isInPlace &= i < method.Parameters.Length && method.Parameters[i].Name == names[i];
            if (names[i] is not { Length: > 0 } name)
            {
                continue;
            }

            string spelled = ChangedCode.Spell(name);
            if (arguments[i].NameColon is not { } named)
            {
                if (!isInPlace)
                {
                    yield return new TextChange(new TextSpan(arguments[i].SpanStart, 0), spelled + ": ");
                }
            }
            else if (named.Name.Identifier.ValueText != name)
            {
                yield return new TextChange(named.Name.Span, spelled);
            }
        }
    }

    private static IEnumerable<TextChange> Removed(ArgumentListSyntax list, string?[] names)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = list.Arguments;
        int last = Array.FindLastIndex(names, name => name is not { Length: 0 });
        for (int i = 0; i < last; i++)
        {
            if (names[i] is { Length: 0 })
            {
                yield return new TextChange(TextSpan.FromBounds(arguments[i].SpanStart, arguments[i + 1].SpanStart), "");
            }
        }

        if (last < arguments.Count - 1)
        {
            int start = last < 0 ? list.OpenParenToken.Span.End : arguments[last].Span.End;
            yield return new TextChange(TextSpan.FromBounds(start, arguments[arguments.Count - 1].Span.End), "");
        }
    }

    private static string TitleOf(ArgumentSyntax? told, string? name) => name switch
    {
        { Length: 0 } => "Take the argument away",
        { } when told!.NameColon is not null => $"Use {name}",
        _ => "Name the arguments",
    };
}
