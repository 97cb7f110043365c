using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Analysis;

/// <summary>The arguments of a call by the names of its parameters, also where the compiler refuses the call.</summary>
internal sealed class CallArguments
{
    private readonly IMethodSymbol _method;
    private readonly SeparatedSyntaxList<ArgumentSyntax> _arguments;

    public CallArguments(IMethodSymbol method, ArgumentListSyntax list)
    {
        _method = method;
        _arguments = list.Arguments;
    }

    /// <summary>Gets the argument of a parameter; null: it is left out.</summary>
    public ArgumentSyntax? Of(string parameter)
    {
        for (int i = 0; i < _arguments.Count; i++)
        {
            string? name = _arguments[i].NameColon?.Name.Identifier.ValueText;
            if ((name ?? (i < _method.Parameters.Length ? _method.Parameters[i].Name : null)) == parameter)
            {
                return _arguments[i];
            }
        }

        return null;
    }

    /// <summary>Gets the type of a parameter; null: there is none of this name.</summary>
    public ITypeSymbol? TypeOf(string parameter, bool isOptional = false) =>
        _method.Parameters.FirstOrDefault(one => one.Name == parameter && (one.IsOptional || !isOptional))?.Type;

    /// <summary>Gets the argument that is one of those which each method has behind its own, at the place of another parameter; null: none is.</summary>
    public ArgumentSyntax? OfLast(SemanticModel model, CancellationToken cancellationToken) => _arguments
        .Where((argument, i) => argument.NameColon is null && i < _method.Parameters.Length
            && model.GetTypeInfo(argument.Expression, cancellationToken).Type is { Name: "AppRequestOptions" or "CancellationToken" } type
            && _method.Parameters[i].Type.Name != type.Name)
        .FirstOrDefault();

    /// <summary>Gets the arguments that meant a parameter that is gone, or one behind it: by its name, or by the place after <c>@</c>.</summary>
    public IEnumerable<ArgumentSyntax> OfGone(string part)
    {
        int at = part.LastIndexOf('@');
        string name = at < 0 ? part : part.Substring(0, at);
        int place = at >= 0 && int.TryParse(part.Substring(at + 1), out int number) ? number : int.MaxValue;
        return _arguments.Where((argument, i) => argument.NameColon is { } named ? named.Name.Identifier.ValueText == name : i >= place);
    }
}
