using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Mutants.Kinds;

/// <summary>Constants of another value.</summary>
internal static partial class Constants
{
    private const string Kind = "constant";

    public static IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        LiteralExpressionSyntax literal => OfLiteral(literal),
        InterpolatedStringTextSyntax text when !IsProse(text.ToString()) => [Change.Of(text, "", Kind)],
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "StringComparison" or "StringComparer" } } comparison =>
            OfComparison(comparison),
        _ => [],
    };

    private static IEnumerable<Change> OfLiteral(LiteralExpressionSyntax literal)
    {
        string? other = literal.Kind() switch
        {
            SyntaxKind.TrueLiteralExpression => "false",
            SyntaxKind.FalseLiteralExpression => "true",
            SyntaxKind.NumericLiteralExpression => Number(literal.Token),
            SyntaxKind.CharacterLiteralExpression => @"'\u0001'",
            SyntaxKind.StringLiteralExpression => Text(literal.Token.ValueText, ""),
            SyntaxKind.Utf8StringLiteralExpression => Text(literal.Token.ValueText, "u8"),
            _ => null,
        };
        return other is null ? [] : [Change.Of(literal, other, Kind)];
    }

    // One less than 1 is nothing, which is more of a fault than 2.
    private static string? Number(SyntaxToken token)
    {
        string suffix = Suffix().Match(token.Text).Value;
        return token.Value switch
        {
            int number => Next(number),
            uint number => Next(number) + suffix,
            long number => Next(number) + suffix,
            ulong number => Next((long)number) + suffix,
            double number => (number + 1).ToString("R", CultureInfo.InvariantCulture) + "d",
            decimal number => (number + 1).ToString(CultureInfo.InvariantCulture) + "m",
            _ => null,
        };
    }

    private static string Next(long number) => (number == 1 ? 0 : number == int.MaxValue ? number - 1 : number + 1).ToString(CultureInfo.InvariantCulture);

    // The words of a message are held by no test, nor should they be.
    private static string? Text(string text, string suffix) => IsProse(text) ? null : text.Length > 0 ? "\"\"" + suffix : "\"mutant\"" + suffix;

    private static bool IsProse(string text) => Prose().IsMatch(text);

    private static IEnumerable<Change> OfComparison(MemberAccessExpressionSyntax comparison)
    {
        string? other = comparison.Name.Identifier.Text switch
        {
            "Ordinal" => "OrdinalIgnoreCase",
            "OrdinalIgnoreCase" => "Ordinal",
            _ => null,
        };
        return other is null ? [] : [Change.Of(comparison, $"{comparison.Expression}.{other}", "comparison")];
    }

    [GeneratedRegex("[\\p{L}\\p{P}] [\\p{L}(]|^ ?\\p{L}+ $|^ \\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Prose();

    [GeneratedRegex("[uUlL]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();
}
