using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Writes the call that sends the request, and the method that picks a case of several successes.</summary>
internal sealed class ResponseWriter(
    CodeWriter writer, OperationsFileModel file, OperationModel operation, string request, string? errors)
{
    private string CasesName => operation.MethodName + "_Result";

    private string EventsName => operation.MethodName + "_Event";

    public void WriteCall()
    {
        ResponseModel response = operation.Response;
        string method = response.Kind switch
        {
            ResponseKind.None => "SendAsync",
            ResponseKind.Text => "SendForTextAsync",
            ResponseKind.File => "SendForFileAsync",
            ResponseKind.Events when !response.Events.IsEmpty => $"StreamEventsByTypeAsync<{TypeSyntax.Type(response.Type!)}>",
            ResponseKind.Events when ReturnType.IsText(response) => "StreamTextEventsAsync",
            ResponseKind.Events => "StreamEventsAsync" + Arguments(),
            ResponseKind.Lines => "StreamLinesAsync" + Arguments(),
            ResponseKind.Union => $"SendForCaseAsync<{TypeSyntax.Type(response.Type!)}>",
            _ when MayBeEmpty(response.Type!) => "SendOrNullAsync" + Arguments(),
            _ => "SendAsync" + Arguments(),
        };
        string cases = response.Kind == ResponseKind.Union ? $", {CasesName}" : response.Events.IsEmpty ? "" : $", {EventsName}";
        string declared = errors is null ? "" : $", {errors}";
        writer.WriteLine($"return _app.{method}({request}{cases}, options, cancellationToken{declared});");
    }

    public void WriteCases()
    {
        if (!operation.Response.Events.IsEmpty)
        {
            WriteEvents();
        }

        if (operation.Response.Kind != ResponseKind.Union)
        {
            return;
        }

        writer.WriteLine();
        string type = TypeSyntax.Type(operation.Response.Type!);
        using (writer.Block($"private static {type} {CasesName}({RuntimeNames.AppResponse} response)"))
        {
            foreach (ResponseCaseModel success in operation.Response.Cases)
            {
                using (writer.Block($"if ({StatusPattern.Of(success.FirstStatus, success.LastStatus)})"))
                {
                    WriteCase(success);
                }

                writer.WriteLine();
            }

            writer.WriteLine("throw response.UnexpectedStatus();");
        }
    }

    private void WriteEvents()
    {
        writer.WriteLine();
        string type = TypeSyntax.Type(operation.Response.Type!);
        using (writer.Block($"private static {type} {EventsName}({RuntimeNames.EventContent} content)"))
        {
            writer.WriteLine("return content.EventType switch");
            writer.WriteLine("{");
            using (writer.Indent())
            {
                foreach (EventCaseModel one in operation.Response.Events)
                {
                    string data = one.Type.Kind == TypeKind.String
                        ? "content.ReadText()"
                        : $"content.ReadJson<{TypeSyntax.Type(one.Type)}, {TypeSyntax.Codec(one.Type)}>()";
                    writer.WriteLine($"{CSharpText.Literal(one.Event)} => {Union}.From{one.CaseName}({data}),");
                }

                writer.WriteLine($"_ => new {type}(content.ReadAny()),");
            }

            writer.WriteLine("};");
        }
    }

    // Written in full: the client may have a property of the union's name.
    private string Union => $"global::{CSharpText.Namespace(file.Namespace)}.{TypeSyntax.Type(operation.Response.Type!.AsNotNullable())}";

    private void WriteCase(ResponseCaseModel success)
    {
        if (success.Kind == ResponseKind.None)
        {
            writer.WriteLine("return null;");
            return;
        }

        string body = success.Kind == ResponseKind.Text
            ? "response.ReadText()"
            : $"response.ReadJson{(MayBeEmpty(success.Type!) ? "OrNull" : "")}<{TypeSyntax.Type(success.Type!)}, {TypeSyntax.Codec(success.Type!)}>()";
        if (!success.Type!.IsNullable)
        {
            writer.WriteLine($"return {Union}.From{success.CaseName}({body});");
            return;
        }

        // No pattern, since of a union in C# 15 one asks for the case, and no `?:`, in which null could become a case.
        bool isValueType = TypeSyntax.IsValueType(success.Type.AsNotNullable());
        writer.WriteLine($"{TypeSyntax.Type(success.Type)} value = {body};");
        using (writer.Block(isValueType ? "if (!value.HasValue)" : "if (value is null)"))
        {
            writer.WriteLine("return null;");
        }

        writer.WriteLine();
        writer.WriteLine($"return {Union}.From{success.CaseName}({(isValueType ? "value.Value" : "value")});");
    }

    // What promises nothing in particular is kept by an answer without a body too.
    private static bool MayBeEmpty(TypeRef type) => type.IsNullable || type.Kind == TypeKind.Any;

    private string Arguments() =>
        $"<{TypeSyntax.Type(operation.Response.Type!)}, {TypeSyntax.Codec(operation.Response.Type!)}>";
}
