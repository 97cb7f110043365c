using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Writes the call of a Gradio endpoint: its inputs in the app's order, and what reads its outputs.</summary>
internal sealed class EndpointWriter(CodeWriter writer, OperationModel endpoint, string call)
{
    public void Write()
    {
        string outputs = string.Concat(endpoint.Response.Outputs.Select(name => ", " + CSharpText.Literal(name)));
        writer.WriteLine($"{RuntimeNames.GradioCall} {call} = new({CSharpText.Literal(endpoint.Call.Name)}{outputs});");
        foreach (BodyFieldModel field in endpoint.Body!.Fields)
        {
            string label = field.InputLabel is { } text ? ", " + CSharpText.Literal(text) : "";
            writer.WriteLine(
                $"{call}.{(field.IsOmittable ? "AddOptional" : "Add")}<{TypeSyntax.Type(field.Type)}, {TypeSyntax.Codec(field.Type)}>("
                + $"{CSharpText.Literal(field.WireName)}, {CSharpText.Literal(field.InputKind!)}, {CSharpText.Identifier(field.Name)}{label});");
        }

        string type = endpoint.Response.Type is { } result ? $"<{TypeSyntax.Type(result)}, {TypeSyntax.Codec(result)}>" : "";
        string send = endpoint.Response.Kind == ResponseKind.OutputStream ? "StreamAsync" : "CallAsync";
        writer.WriteLine($"return _app.{send}{type}({call}, options, cancellationToken);");
    }
}
