using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Writes the calls that build the path.</summary>
internal sealed class PathWriter(CodeWriter writer, RouteModel route, EquatableArray<ParameterModel> parameters, string request)
{
    public void Write()
    {
        // A request takes its route as the path, unless it is given another: one with parameters, or with what is encoded.
        if (route.Path is [{ IsParameter: false } path] && path.Text == route.Template)
        {
            return;
        }

        foreach (PathPartModel part in route.Path)
        {
            if (part.IsParameter)
            {
                WriteParameter(parameters.First(p => p.Location == ParameterLocation.Path && p.Name == part.Text));
            }
            else
            {
                writer.WriteLine($"{request}.AddPath({CSharpText.Literal(part.Text)});");
            }
        }
    }

    private void WriteParameter(ParameterModel parameter)
    {
        string wireName = CSharpText.Literal(parameter.WireName);
        string name = ParameterWriter.Value(parameter);
        if (parameter.IsJson)
        {
            writer.WriteLine($"{request}.AddPathJson{Scalars.Arguments(parameter.Type)}({wireName}, {name});");
            return;
        }

        bool isSimple = parameter.Style == ParameterStyle.Simple && !(parameter.AllowReserved && parameter.Type.Kind == TypeKind.String);
        if (isSimple && Scalars.HasPathOverload(parameter.Type))
        {
            writer.WriteLine($"{request}.AddPathValue({wireName}, {name});");
            return;
        }

        string spelling = new StyleArguments(ParameterStyle.Simple, false).Of(parameter.Style, parameter.Explode, parameter.AllowReserved);
        writer.WriteLine($"{request}.AddPathValue{Scalars.Arguments(parameter.Type)}({wireName}, {name}{spelling});");
    }
}
