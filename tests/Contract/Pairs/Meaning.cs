using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DatabricksApps.Contract.Pairs;

/// <summary>What code sends: the route of each call, and the name on the wire of each argument.</summary>
internal static class Meaning
{
    public static IReadOnlyList<string> Of(Compilation compilation, ClientModel client)
    {
        SyntaxTree code = compilation.SyntaxTrees.First(tree => tree.FilePath == Caller.CodeName);
        SemanticModel model = compilation.GetSemanticModel(code);
        List<string> sent = [];
        foreach (InvocationExpressionSyntax call in code.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (model.GetOperation(call) is IInvocationOperation { TargetMethod: var method } operation && OperationOf(client, method) is { } called)
            {
                IEnumerable<string> arguments = operation.Arguments
                    .Where(argument => argument.ArgumentKind == ArgumentKind.Explicit)
                    .Select(argument => $"{argument.Value.Syntax} as {WireOf(called, argument.Parameter!.Name)}");
                sent.Add($"{called.Call.Name}: {string.Join(", ", arguments)}");
            }
        }

        return sent;
    }

    private static OperationModel? OperationOf(ClientModel client, IMethodSymbol method) => client.Groups
        .Where(group => group.ClassName == method.ContainingType.Name)
        .SelectMany(group => group.Operations)
        .FirstOrDefault(operation => operation.MethodName == method.Name);

    private static string WireOf(OperationModel operation, string parameter) =>
        operation.Parameters.FirstOrDefault(one => one.Name == parameter) is { } found ? $"{found.Location} {found.WireName}"
        : operation.Body?.Fields.FirstOrDefault(one => one.Name == parameter) is { } field ? $"body {field.WireName}"
        : parameter;
}
