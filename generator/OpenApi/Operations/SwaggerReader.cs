using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.OpenApi.Schemas;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>Reads the operations of a document of version 2.0, in the terms of 3.2.</summary>
/// <remarks>
/// What 2.0 has as parameters in <c>body</c> and <c>formData</c> is the body; what it says of media types once for an
/// operation or document, each body and response gets for itself.
/// </remarks>
internal sealed class SwaggerReader : VersionReader
{
    private readonly SwaggerForm _form;

    public SwaggerReader(DocumentRoot source, SchemaReader schemas, ObjectReferences objects, Findings findings, KindChecks kinds)
        : base(source, schemas, objects, findings, kinds) =>
        _form = new SwaggerForm(source, schemas);

    public override IReadOnlyDictionary<string, MemberKind> ParameterKinds => MemberKinds.ParameterWithSchema;

    public override bool IsParameterLocation(string location) =>
        location is "path" or "query" or "header" or "body" or "formData";

    /// <summary>Makes the server of <c>schemes</c>, <c>host</c> and <c>basePath</c>; only the document has them.</summary>
    /// <remarks>
    /// Where <c>host</c> or <c>schemes</c> are missing, those are meant by which the document itself was fetched (2.0,
    /// "Swagger Object"). A file does not know them: then the path alone is known, and https is taken.
    /// </remarks>
    public override string? ServerUrl(Place owner)
    {
        string host = owner.Node.GetText("host") ?? "";
        string basePath = owner.Node.GetText("basePath") ?? "";
        if (!ReferenceEquals(owner.Node, Source.Root) || (host.Length == 0 && basePath.Length == 0))
        {
            return null;
        }

        string scheme = "https";
        IReadOnlyList<string> schemes = owner.Node.GetTexts("schemes");
        if (schemes.Count > 0 && !schemes.Contains(scheme, StringComparer.Ordinal))
        {
            scheme = schemes[0];
        }

        return host.Length == 0 ? basePath : $"{scheme}://{host}{basePath}";
    }

    protected override (JsonObject? Members, string Pointer) SecuritySchemes() =>
        (Source.Root.GetObject("securityDefinitions"), "/securityDefinitions");

    protected override ApiSecurityScheme ReadSecurityScheme(string name, Place scheme)
    {
        bool isBasic = scheme.Node.GetText("type") == "basic";
        return new ApiSecurityScheme
        {
            Pointer = scheme.Pointer,
            Name = name,
            Type = isBasic ? "http" : scheme.Node.GetText("type") ?? "",
            HttpScheme = isBasic ? "basic" : null,
            In = isBasic ? null : scheme.Node.GetText("in"),
            ParameterName = isBasic ? null : scheme.Node.GetText("name"),
            Description = scheme.Node.GetText("description"),
        };
    }

    public override Payload ReadPayload(Place operation, IReadOnlyList<Place> parameters)
    {
        List<ApiParameter> list = new();
        List<Place> fields = new();
        ApiRequestBody? body = null;
        foreach (Place parameter in parameters)
        {
            switch (parameter.Node.GetText("in"))
            {
                case "body":
                    body = ReadBody(operation, parameter);
                    break;
                case "formData":
                    fields.Add(parameter);
                    break;
                default:
                    list.Add(Parameter(parameter));
                    break;
            }
        }

        // A body and form fields exclude each other (2.0, "Parameter Object"); a body says more of what is sent.
        if (fields.Count > 0)
        {
            body ??= _form.Read(operation, fields);
        }

        return new Payload(list, body, ReadResponses(operation));
    }

    protected override ApiParameter ReadParameter(Place parameter)
    {
        JsonObject node = parameter.Node;
        string location = node.GetText("in")!;
        (string? style, bool explode) = SwaggerForm.Style(node, canRepeat: location == "query");

        // A parameter has the keywords of its schema itself; authors who know 3.x write `schema`.
        ApiSchema schema = node.Get("type") is null && node.Get("schema") is { } own
            ? Schemas.Read(own, parameter.Pointer + "/schema")
            : Schemas.Read(node, parameter.Pointer);
        return new ApiParameter
        {
            Pointer = parameter.Pointer,
            Name = node.GetText("name")!,
            In = location,
            IsRequired = node.GetFlag("required") == true || location == "path",
            Description = node.GetText("description"),
            Style = style ?? DefaultStyle(location),
            Explode = explode,
            Schema = schema,
        };
    }

    private ApiRequestBody ReadBody(Place operation, Place parameter)
    {
        ApiSchema? schema = parameter.Node.Get("schema") is { } node ? Schemas.Read(node, parameter.Pointer + "/schema") : null;
        return new ApiRequestBody
        {
            Pointer = parameter.Pointer,
            IsRequired = parameter.Node.GetFlag("required") == true,
            Description = parameter.Node.GetText("description"),
            Content = Content(_form.MediaTypes(operation, "consumes", "application/json"), parameter.Pointer, schema),
        };
    }

    private IReadOnlyList<ApiResponse> ReadResponses(Place operation) =>
        Responses(operation).Select(response => ReadResponse(operation, response.Status, response.Node, response.Pointer)).ToList();

    private ApiResponse ReadResponse(Place operation, string status, JsonNode? node, string pointer)
    {
        if (Objects.Follow(node, pointer, AnyJsonResponse) is not { } response)
        {
            return new ApiResponse { Pointer = pointer, StatusCode = status, Content = AnyJson(pointer) };
        }

        Kinds.Check(response.Node, response.Pointer, MemberKinds.Response);
        // No schema means no content, whatever `produces` says (2.0, "Response Object").
        IReadOnlyList<ApiMediaType> content = Array.Empty<ApiMediaType>();
        if (response.Node.Get("schema") is { } schema)
        {
            bool isFile = (schema as JsonObject)?.GetText("type") == "file";
            content = Content(
                _form.MediaTypes(operation, "produces", isFile ? "application/octet-stream" : "application/json"),
                response.Pointer,
                Schemas.Read(schema, response.Pointer + "/schema"));
        }

        return new ApiResponse
        {
            Pointer = response.Pointer,
            StatusCode = status,
            Description = response.Node.GetText("description"),
            Headers = ResponseHeaders.Read(response, Objects),
            Content = content,
        };
    }

    private static IReadOnlyList<ApiMediaType> Content(IReadOnlyList<string> mediaTypes, string pointer, ApiSchema? schema) =>
        mediaTypes.Distinct(StringComparer.Ordinal)
            .Select(name => new ApiMediaType { Pointer = pointer, Name = name, Schema = schema, Encoding = new Dictionary<string, ApiEncoding>() })
            .ToList();
}
