using System.Linq;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Models.Operations;

/// <summary>Estimates the characters of C# that methods become; measured on many documents.</summary>
internal static class OperationCosts
{
    private const int Operation = 1200, Parameter = 250;

    public static long Of(OperationModel operation) =>
        Operation
        + Of(operation.Doc)
        + (3L * (operation.Call is RouteModel route ? route.Template : operation.Call.Name).Length)
        + operation.Parameters.Sum(parameter => Parameter + (2L * parameter.WireName.Length) + Of(parameter.Doc) + Of(parameter.Type))
        + (operation.Body?.Fields.Sum(field => Parameter + (2L * field.WireName.Length) + Of(field.Doc) + Of(field.Type)) ?? 0)
        + Of(operation.Response.Doc)
        + operation.Errors.Sum(error => (long)Parameter + TextLength.InXml(error.Description));

    private static long Of(TypeRef type) => TextLength.TypeName * (long)type.Size;

    private static long Of(DocModel doc) =>
        TextLength.InXml(doc.Summary) + TextLength.InXml(doc.Remarks) + TextLength.InXml(doc.Example) + TextLength.InXml(doc.Constraints) + SourcesOf(doc);

    private static long SourcesOf(DocModel doc)
    {
        long length = 0;
        for (int i = 0; i < doc.Sources.Count && i < 3; i++)
        {
            length += doc.Sources[i].Length;
        }

        return length;
    }
}
