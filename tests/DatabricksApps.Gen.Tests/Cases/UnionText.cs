using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Tests.Cases;

/// <summary>Writes the cases of a union.</summary>
internal static class UnionText
{
    /// <summary>Whether a method makes the union of one of its cases.</summary>
    public static bool IsCase(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.StaticKeyword)
        && method.Identifier.Text.StartsWith("From", StringComparison.Ordinal)
        && method.ReturnType.ToString() == (method.Parent as TypeDeclarationSyntax)?.Identifier.Text;

    /// <summary>Writes which tag means which case; null: no tag tells them apart.</summary>
    public static string? Tags(MemberDeclarationSyntax[] members)
    {
        ArgumentSyntax[]? arguments = members.OfType<FieldDeclarationSyntax>()
            .Where(field => field.Declaration.Type.ToString().EndsWith("JsonUnion", StringComparison.Ordinal))
            .Select(field => field.Declaration.Variables[0].Initializer?.Value)
            .OfType<BaseObjectCreationExpressionSyntax>()
            .FirstOrDefault()?
            .ArgumentList?.Arguments.ToArray();
        if (arguments is not [_, { Expression: LiteralExpressionSyntax name }, ..])
        {
            return null;
        }

        string[] cases = [.. members.OfType<MethodDeclarationSyntax>().Where(IsCase).Select(method => method.Identifier.Text["From".Length..])];
        IEnumerable<string> tags = arguments
            .Select(argument => argument.Expression)
            .OfType<TupleExpressionSyntax>()
            .Select(tag => $"{tag.Arguments[0].Expression} {cases[int.Parse(tag.Arguments[1].ToString()) - 1]}");
        return $"    // by \"{name.Token.ValueText}\": {string.Join(", ", tags)}";
    }
}
