using System.Collections;
using System.Reflection;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Instances;

/// <summary>Finds generated types by the places in the document that they stand for.</summary>
public static class GeneratedTypes
{
    /// <summary>The generator's step whose outputs are the models of clients.</summary>
    private const string Clients = "Clients";

    /// <summary>Finds the type of each place.</summary>
    /// <remarks>
    /// The documentation of a type names a few of its places, its model all of them. The generator comes out of its
    /// package, where its models are internal: they are read by the names of their properties.
    /// </remarks>
    /// <param name="code">The generated code.</param>
    /// <param name="assembly">Its assembly.</param>
    /// <param name="documentName">The document's file name.</param>
    /// <returns>JSON pointers, such as <c>/components/schemas/Item</c>, and types.</returns>
    public static IEnumerable<(string Pointer, Type Type)> FindAll(GeneratedCode code, Assembly assembly, string documentName) =>
        from client in ClientsOf(code)
        from type in GetAll(client, "Types")
        from source in GetAll(Get(type, "Doc"), "Sources").Cast<string>()
        where source.StartsWith(documentName + "#/", StringComparison.Ordinal)
        select (source[(documentName.Length + 1)..], assembly.GetType($"{Get(client, "Namespace")}.{Get(type, "Name")}", throwOnError: true)!);

    /// <summary>Finds the rules by which values are checked before they are sent, and the places that they are of.</summary>
    public static IEnumerable<(string Name, string Pointer)> FindRules(GeneratedCode code, string documentName) =>
        from client in ClientsOf(code)
        from rule in GetAll(client, "Rules")
        let source = (string)Get(rule, "Source")
        where source.StartsWith(documentName + "#/", StringComparison.Ordinal)
        select ((string)Get(rule, "Name"), source[(documentName.Length + 1)..]);

    /// <summary>Gets the loaded type of a declaration.</summary>
    public static Type TypeOf(BaseTypeDeclarationSyntax declaration, Assembly assembly)
    {
        string space = declaration.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Single().Name.ToString().Replace("@", "");
        string outer = string.Concat(declaration.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().Select(type => type.Identifier.ValueText + "+"));
        return assembly.GetType($"{space}.{outer}{declaration.Identifier.ValueText}", throwOnError: true)!;
    }

    private static IEnumerable<object> ClientsOf(GeneratedCode code) =>
        code.Result.TrackedSteps.TryGetValue(Clients, out var steps) ? steps.SelectMany(step => step.Outputs).Select(output => output.Value) : [];

    private static IEnumerable<object> GetAll(object model, string property) => ((IEnumerable)Get(model, property)).Cast<object>();

    private static object Get(object model, string property) =>
        model.GetType().GetProperty(property)?.GetValue(model) ?? throw new MissingMemberException(model.GetType().Name, property);
}
