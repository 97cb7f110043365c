using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Emit.Types;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Writes the documentation and the signature of a method.</summary>
internal sealed class SignatureWriter(CodeWriter writer, OperationModel operation)
{
    private const int LongestLine = 120;

    public void Write()
    {
        List<Parameter> parameters = Parameters().ToList();
        WriteDocumentation(parameters);
        if (operation.IsDeprecated)
        {
            writer.WriteLine("[global::System.Obsolete(\"The document calls this operation deprecated.\")]");
        }

        List<string> declarations = parameters.Select(p => p.Declaration).ToList();
        declarations.Add($"{RuntimeNames.AppRequestOptions}? options = null");
        declarations.Add("global::System.Threading.CancellationToken cancellationToken = default");
        string start = $"public {ReturnType.Of(operation.Response)} {CSharpText.Identifier(operation.MethodName)}(";
        string line = start + string.Join(", ", declarations) + ")";
        if (line.Length <= LongestLine)
        {
            writer.WriteLine(line);
            return;
        }

        writer.WriteLine(start);
        using (writer.Indent())
        {
            writer.WriteLine(string.Join(",\n", declarations) + ")");
        }
    }

    /// <summary>Required ones first, and of each kind the body's last.</summary>
    private IEnumerable<Parameter> Parameters() =>
        ParameterWriter.Asked(operation)
            .Select(p => new Parameter(p.Name, p.WireName, p.Type, p.IsRequired, p.Doc, p.IsDeprecated, $"The {Words(p.Location)} '{p.WireName}'."))
            .Concat((operation.Body?.Fields ?? EquatableArray<BodyFieldModel>.Empty)
                .Select(f => new Parameter(f.Name, f.WireName, f.Type, f.IsRequired, f.Doc, f.IsDeprecated, $"The field '{f.WireName}'.") { Default = f.Default, IsOmittable = f.IsOmittable }))
            .OrderBy(p => p.IsRequired ? 0 : 1);

    private void WriteDocumentation(List<Parameter> parameters)
    {
        DocComment.WriteSummary(writer, operation.Doc, Words(operation.MethodName));
        DocComment.WriteRemarks(writer, operation.Doc, $"<c>{CSharpText.Xml(operation.Call.Name)}</c>");
        foreach (Parameter parameter in parameters)
        {
            DocComment.WriteParameter(writer, parameter.Name, parameter.WireName, parameter.Doc, parameter.IsDeprecated, parameter.Place);
        }

        DocComment.WriteElement(writer, "param name=\"options\"", "What this call does differently: headers, time, a look at the answer.");
        DocComment.WriteElement(writer, "param name=\"cancellationToken\"", "Cancels the call.");
        if (ReturnType.Of(operation.Response) != ReturnType.Task)
        {
            string text = CSharpText.Xml(operation.Response.Doc.Summary ?? "");
            if (text.Length > 0)
            {
                DocComment.WriteElement(writer, "returns", text);
            }
        }

        foreach (ErrorModel error in operation.Errors)
        {
            string status = error.FirstStatus == error.LastStatus ? $"{error.FirstStatus}" : $"{error.FirstStatus} to {error.LastStatus}";
            string type = error.Body switch
            {
                ErrorBody.Typed => RuntimeNames.AppException + "{T}",
                ErrorBody.Validation => RuntimeNames.AppValidationException,
                _ => RuntimeNames.AppException,
            };
            string body = error.Type is null ? "" : $" T is <c>{CSharpText.Xml(TypeSyntax.Type(error.Type).Replace("global::", ""))}</c>.";
            string description = CSharpText.Xml(error.Description ?? "");
            DocComment.WriteElement(writer, $"exception cref=\"{type}\"", $"{status}{(description.Length > 0 ? ": " + description : "")}.{body}");
        }

        DocComment.WriteElement(writer, $"exception cref=\"{RuntimeNames.AppException}\"", "The call failed; the message says why and what to do.");
    }

    private static string Words(string method) =>
        method.EndsWith("Async", System.StringComparison.Ordinal) ? method.Substring(0, method.Length - "Async".Length) : method;

    private static string Words(ParameterLocation location) => location switch
    {
        ParameterLocation.Path => "path parameter",
        ParameterLocation.Query => "query parameter",
        ParameterLocation.Header => "header",
        ParameterLocation.QueryString => "query string",
        _ => "cookie",
    };

    private sealed record Parameter(string Name, string WireName, TypeRef Type, bool IsRequired, DocModel Doc, bool IsDeprecated, string Place)
    {
        public LiteralModel? Default { get; init; }

        public bool IsOmittable { get; init; }

        public string Declaration =>
            $"{(IsOmittable ? $"{RuntimeNames.GradioInput}<{TypeSyntax.Type(Type)}>" : TypeSyntax.Type(Type))} {CSharpText.Identifier(Name)}{(IsRequired ? "" : " = " + Value)}";

        private string Value => IsOmittable ? "default" : Default is null ? "null" : Literals.SpellScalar(Default, Type);
    }
}
