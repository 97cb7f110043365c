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
            string json = field.Default is { Kind: LiteralKind.Json } value ? ", " + CSharpText.Literal(value.Text) : "";
            writer.WriteLine($"{call}.Add<{TypeSyntax.Type(field.Type)}, {TypeSyntax.Codec(field.Type)}>({CSharpText.Identifier(field.Name)}{json});");
        }

        string type = endpoint.Response.Type is { } result ? $"<{TypeSyntax.Type(result)}, {TypeSyntax.Codec(result)}>" : "";
        string method = endpoint.Response.Kind == ResponseKind.OutputStream ? "StreamAsync" : "CallAsync";
        writer.WriteLine($"return _app.{method}{type}({call}, options, cancellationToken);");
    }
}
