using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Emit.Types;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Writes the calls that add query parameters, headers and cookies.</summary>
internal sealed class ParameterWriter(CodeWriter writer, OperationModel operation, string request)
{
    public void Write()
    {
        foreach (ParameterModel parameter in operation.Parameters)
        {
            switch (parameter.Location)
            {
                case ParameterLocation.Query:
                    Write(parameter, "AddQuery", new StyleArguments(ParameterStyle.Form, true));
                    break;
                case ParameterLocation.Header:
                    Write(parameter, "AddHeader", new StyleArguments(ParameterStyle.Simple, false));
                    break;
                case ParameterLocation.Cookie:
                    Write(parameter, "AddCookie", new StyleArguments(ParameterStyle.Form, true));
                    break;
                case ParameterLocation.QueryString:
                    WriteQueryString(parameter);
                    break;
            }
        }
    }

    /// <summary>Gets the parameters that the caller gives.</summary>
    public static IEnumerable<ParameterModel> Asked(OperationModel operation) => operation.Parameters.Where(parameter => parameter.Constant is null);

    /// <summary>Spells what is sent: what the caller gives, or the one value that there is.</summary>
    public static string Value(ParameterModel parameter) => parameter.Constant is { } constant
        ? Literals.SpellSent(constant, parameter.Type)
        : CSharpText.Identifier(parameter.Name);

    private void WriteQueryString(ParameterModel parameter)
    {
        string method = parameter.IsJson ? "AddQueryStringJson" + Scalars.Arguments(parameter.Type) : "AddQueryString";
        writer.WriteLine($"{request}.{method}({CSharpText.Identifier(parameter.Name)});");
    }

    private void Write(ParameterModel parameter, string method, StyleArguments defaults)
    {
        string wireName = CSharpText.Literal(parameter.WireName);
        string name = Value(parameter);
        bool isReservedText = parameter.AllowReserved && parameter.Location == ParameterLocation.Query;
        if (parameter.IsJson)
        {
            writer.WriteLine($"{request}.{method}Json{Scalars.Arguments(parameter.Type)}({wireName}, {name});");
        }
        else if (Scalars.HasOverload(parameter.Type) && !(isReservedText && parameter.Type.Kind == TypeKind.String))
        {
            writer.WriteLine($"{request}.{method}({wireName}, {name});");
        }
        else
        {
            string spelling = defaults.Of(parameter.Style, parameter.Explode, isReservedText);
            writer.WriteLine($"{request}.{method}{Scalars.Arguments(parameter.Type)}({wireName}, {name}{spelling});");
        }
    }
}
