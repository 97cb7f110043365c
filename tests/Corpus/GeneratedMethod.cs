using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Corpus;

/// <summary>A generated method for an operation.</summary>
/// <param name="Type">The class.</param>
/// <param name="Name">The method.</param>
/// <param name="Pointer">The JSON pointer of the operation, as the method's remarks give it.</param>
internal sealed record GeneratedMethod(string Type, string Name, string Pointer)
{
    /// <summary>Finds the methods whose remarks name a place in the document.</summary>
    public static IEnumerable<GeneratedMethod> FindAll(IEnumerable<SyntaxTree> trees, string documentName) =>
        from tree in trees
        from method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        where method.Identifier.ValueText.EndsWith("Async", StringComparison.Ordinal)
        from pointer in Remarks.PointersOf(method, documentName)
        select new GeneratedMethod(
            ((TypeDeclarationSyntax)method.Parent!).Identifier.ValueText, method.Identifier.ValueText, pointer);
}
