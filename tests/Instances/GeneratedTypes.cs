using System.Reflection;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Instances;

/// <summary>Finds generated types by the place in the document that their documentation names.</summary>
public static class GeneratedTypes
{
    /// <summary>Finds the type of each place.</summary>
    /// <param name="code">The generated code.</param>
    /// <param name="assembly">Its assembly.</param>
    /// <param name="documentName">The document's file name.</param>
    /// <returns>JSON pointers, such as <c>/components/schemas/Item</c>, and types.</returns>
    public static IEnumerable<(string Pointer, Type Type)> FindAll(GeneratedCode code, Assembly assembly, string documentName) =>
        from tree in code.Trees
        from type in tree.GetRoot().DescendantNodes(node => node is not TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>()
        from pointer in Remarks.PointersOf(type, documentName)
        select (pointer, TypeOf(type, assembly));

    /// <summary>Gets the loaded type of a declaration.</summary>
    public static Type TypeOf(BaseTypeDeclarationSyntax declaration, Assembly assembly)
    {
        string space = declaration.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Single().Name.ToString().Replace("@", "");
        string outer = string.Concat(declaration.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().Select(type => type.Identifier.ValueText + "+"));
        return assembly.GetType($"{space}.{outer}{declaration.Identifier.ValueText}", throwOnError: true)!;
    }
}
