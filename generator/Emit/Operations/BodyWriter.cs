using DatabricksApps.Gen.Emit.Types;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Writes the calls that set the body.</summary>
internal sealed class BodyWriter(CodeWriter writer, BodyModel body, string request, string local)
{
    private string MediaType => CSharpText.Literal(body.MediaType);

    public void Write()
    {
        switch (body.Kind)
        {
            case BodyKind.Json:
                WriteJson(body.Fields[0]);
                break;
            case BodyKind.Text:
                WriteWhole("SetText", body.Fields[0]);
                break;
            case BodyKind.Bytes:
                WriteWhole("SetFile", body.Fields[0]);
                break;
            case BodyKind.JsonFields:
                WriteStart(RuntimeNames.JsonFieldsBody, "StartJsonFields");
                foreach (BodyFieldModel field in body.Fields)
                {
                    WriteJsonField(field);
                }

                break;
            case BodyKind.Form:
                WriteStart(RuntimeNames.FormBody, "StartForm");
                foreach (BodyFieldModel field in body.Fields)
                {
                    WriteFormField(field);
                }

                break;
            case BodyKind.Multipart:
                WriteStart(RuntimeNames.MultipartBody, "StartMultipart");
                foreach (BodyFieldModel field in body.Fields)
                {
                    WritePart(field);
                }

                break;
        }
    }

    private void WriteJson(BodyFieldModel field)
    {
        string mediaType = body.MediaType == "application/json" ? "" : $", {MediaType}";
        string name = CSharpText.Identifier(field.Name);
        if (field.IsRequired && field.Type.IsNullable)
        {
            writer.WriteLine($"{request}.SetJsonOrNull<{TypeSyntax.Type(field.Type)}, {TypeSyntax.Codec(field.Type)}>({name}{mediaType});");
            return;
        }

        writer.WriteLine($"{request}.SetJson{Scalars.Arguments(field.Type)}({name}{mediaType});");
    }

    private void WriteWhole(string method, BodyFieldModel field) =>
        writer.WriteLine($"{request}.{method}({CSharpText.Identifier(field.Name)}, {MediaType});");

    private void WriteStart(string type, string start)
    {
        // Of a body that may be left out nothing else tells whether it is sent.
        bool isSent = body.IsRequired || (body.Fields.IsEmpty && !body.Constants.IsEmpty);
        writer.WriteLine($"{type} {local} = {request}.{start}({MediaType}, isRequired: {(isSent ? "true" : "false")});");
        foreach (BodyConstantModel constant in body.Constants)
        {
            string arguments = body.Kind == BodyKind.JsonFields || constant.Value.Kind == LiteralKind.Json ? Scalars.Arguments(constant.Type) : "";
            string method = constant.Value.Kind != LiteralKind.Json ? "Add" : body.Kind == BodyKind.JsonFields ? "AddOrNull" : "AddJson";
            writer.WriteLine($"{local}.{method}{arguments}({CSharpText.Literal(constant.WireName)}, {Literals.SpellSent(constant.Value, constant.Type)});");
        }

        if (!isSent && !body.Constants.IsEmpty)
        {
            writer.WriteLine($"{local}.EndConstants();");
        }
    }

    private void WriteJsonField(BodyFieldModel field)
    {
        string wireName = CSharpText.Literal(field.WireName);
        string name = CSharpText.Identifier(field.Name);
        if (field.IsRequired && field.Type.IsNullable)
        {
            writer.WriteLine($"{local}.AddOrNull<{TypeSyntax.Type(field.Type)}, {TypeSyntax.Codec(field.Type)}>({wireName}, {name});");
            return;
        }

        writer.WriteLine($"{local}.Add{Scalars.Arguments(field.Type)}({wireName}, {name});");
    }

    private void WriteFormField(BodyFieldModel field)
    {
        string wireName = CSharpText.Literal(field.WireName);
        string name = CSharpText.Identifier(field.Name);
        if (field.IsJson)
        {
            writer.WriteLine($"{local}.AddJson{Scalars.Arguments(field.Type)}({wireName}, {name});");
        }
        else if (Scalars.HasOverload(field.Type))
        {
            writer.WriteLine($"{local}.Add({wireName}, {name});");
        }
        else
        {
            string spelling = new StyleArguments(ParameterStyle.Form, true).Of(field.Style, field.Explode);
            writer.WriteLine($"{local}.Add{Scalars.Arguments(field.Type)}({wireName}, {name}{spelling});");
        }
    }

    private void WritePart(BodyFieldModel field)
    {
        string wireName = CSharpText.Literal(field.WireName);
        string name = CSharpText.Identifier(field.Name);
        string contentType = field.ContentType is { } type ? $", {CSharpText.Literal(type)}" : "";
        if (field.Type.Kind == TypeKind.File)
        {
            writer.WriteLine($"{local}.AddFile({wireName}, {name}{contentType});");
        }
        else if (field.Type.HasFiles)
        {
            string method = field.Type.Kind == TypeKind.Map ? "AddFileMap" : "AddFiles";
            writer.WriteLine($"{local}.{method}({(field.WireName.Length == 0 ? "null" : wireName)}, {name}{contentType});");
        }
        else if (field.WireName.Length == 0)
        {
            writer.WriteLine($"{local}.AddMembers{Scalars.Arguments(field.Type)}({name});");
        }
        else if (field.IsJson)
        {
            writer.WriteLine($"{local}.AddJson{Scalars.Arguments(field.Type)}({wireName}, {name}{contentType});");
        }
        else if (Scalars.HasOverload(field.Type) && field.ContentType is null)
        {
            writer.WriteLine($"{local}.Add({wireName}, {name});");
        }
        else if (!field.Explode && field.Type.Kind == TypeKind.List)
        {
            string style = new StyleArguments(ParameterStyle.Form, false).Of(field.Style, false);
            writer.WriteLine($"{local}.AddJoined{Scalars.Arguments(field.Type)}({wireName}, {name}{style});");
        }
        else
        {
            writer.WriteLine($"{local}.Add{Scalars.Arguments(field.Type)}({wireName}, {name}{contentType});");
        }
    }
}
