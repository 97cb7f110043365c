using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.Analysis;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.CodeFixes;

/// <summary>Gives what was left out, as it was meant when the app had another default. A value that nobody ever meant is not made up.</summary>
internal static class OldValueFix
{
    private const string Kind = "OldValue";

    /// <param name="code">The file.</param>
    /// <param name="node">The name of the method.</param>
    /// <param name="part">The parameter and its former default.</param>
    public static Fix? OfArgument(ChangedCode code, SyntaxNode node, string part)
    {
        (string name, string old) = Read(part);
        if (ChangedCode.CallOf(node) is not { ArgumentList: var list } call
            || code.SymbolOf(call) is not IMethodSymbol method
            || method.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Type is not { } type
            || Spell(type, old) is not { } value
            || IsRefused(code, type, value, code.MarksOf(method, MarkUse.Bound).Where(mark => Bound.Read(mark.Part).Name == name)))
        {
            return null;
        }

        string given = $"{ChangedCode.Spell(name)}: {value}";
        return new Fix(Kind, $"Give the old value, {given}", [list.Arguments.Count == 0
            ? new TextChange(list.Span, $"({given})")
            : new TextChange(new TextSpan(list.Arguments.Last().Span.End, 0), $", {given}")]);
    }

    /// <param name="code">The file.</param>
    /// <param name="node">The type of the model that is made, or its <c>new</c>.</param>
    /// <param name="part">The property and its former default.</param>
    public static Fix? OfMember(ChangedCode code, SyntaxNode node, string part)
    {
        (string name, string old) = Read(part);
        if (node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } creation
            || code.TypeOf(creation)?.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault()?.Type is not { } type
            || Spell(type, old) is not { } value
            || IsRefused(code, type, value, code.Marks.Of(code.TypeOf(creation) as INamedTypeSymbol, name).Where(mark => mark.Use == MarkUse.Bound)))
        {
            return null;
        }

        string given = $"{ChangedCode.Spell(name)} = {value}";
        return new Fix(Kind, $"Set the old value, {given}", [Into(code, creation, given)]);
    }

    private static TextChange Into(ChangedCode code, BaseObjectCreationExpressionSyntax creation, string given)
    {
        if (creation.Initializer is not { } initializer)
        {
            return new TextChange(new TextSpan(creation.Span.End, 0), $" {{ {given} }}");
        }

        if (initializer.Expressions.Count == 0)
        {
            return new TextChange(initializer.Span, $"{{ {given} }}");
        }

        // Beside the last one, or below it if it has a line of its own.
        ExpressionSyntax last = initializer.Expressions.Last();
        SourceText text = code.Root.SyntaxTree.GetText(code.CancellationToken);
        TextLine line = text.Lines.GetLineFromPosition(last.SpanStart);
        string before = text.ToString(TextSpan.FromBounds(line.Start, last.SpanStart));
        string between = before.Trim().Length > 0 ? " " : text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) + before;
        bool hasComma = initializer.Expressions.SeparatorCount == initializer.Expressions.Count;
        return hasComma
            ? new TextChange(new TextSpan(initializer.Expressions.GetSeparators().Last().Span.End, 0), $"{between}{given},")
            : new TextChange(new TextSpan(last.Span.End, 0), $",{between}{given}");
    }

    private static (string Name, string Old) Read(string part) =>
        part.IndexOf('=') is >= 0 and int equals ? (part.Substring(0, equals), part.Substring(equals + 1)) : (part, "");

    private static ITypeSymbol ValueOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;

    // The default is JSON, as the document has it; null: C# has no literal for it.
    private static string? Spell(ITypeSymbol type, string json)
    {
        type = ValueOf(type);
        return type.SpecialType switch
        {
            SpecialType.System_Boolean => json is "true" or "false" ? json : null,
            SpecialType.System_Int32 => int.TryParse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? json : null,
            SpecialType.System_Int64 => long.TryParse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? json : null,
            SpecialType.System_Double => IsNumber(json) ? json : null,
            SpecialType.System_Single => IsNumber(json) ? json + "f" : null,
            SpecialType.System_Decimal => IsNumber(json) ? json + "m" : null,
            SpecialType.System_String => IsString(json) ? json : null,
            _ => IsString(json) && IsMadeOfString(type) ? json : null,
        };
    }

    // The app may have taken the value away together with the default.
    private static bool IsRefused(ChangedCode code, ITypeSymbol type, string value, IEnumerable<Mark> bounds)
    {
        object? constant = SyntaxFactory.ParseExpression(value) switch
        {
            LiteralExpressionSyntax literal => literal.Token.Value,
            PrefixUnaryExpressionSyntax => decimal.Parse(value.TrimEnd('f', 'm'), CultureInfo.InvariantCulture),
            _ => null,
        };
        return bounds.Any(mark => Bound.Read(mark.Part).Bound.Allows(constant) == false)
            || code.Marks.Of(ValueOf(type) as INamedTypeSymbol, "").Any(mark => mark.Use == MarkUse.Text && mark.Part == constant as string);
    }

    private static bool IsNumber(string json) => decimal.TryParse(json, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    // But for \/ a string of JSON is one of C#.
    private static bool IsString(string json) =>
        json.StartsWith("\"", System.StringComparison.Ordinal)
        && SyntaxFactory.ParseExpression(json, consumeFullText: true) is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
        && !literal.ContainsDiagnostics;

    // The enums of a client.
    private static bool IsMadeOfString(ITypeSymbol type) => type.GetMembers(WellKnownMemberNames.ImplicitConversionName)
        .OfType<IMethodSymbol>()
        .Any(conversion => conversion.Parameters is [{ Type.SpecialType: SpecialType.System_String }]);
}
