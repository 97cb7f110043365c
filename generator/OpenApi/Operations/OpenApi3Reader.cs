using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.OpenApi.Schemas;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>Reads the operations of a document of version 3.0, 3.1 or 3.2.</summary>
/// <remarks>
/// The label decides nothing: documents use words of later versions than the one they name, and mean them. Of responses,
/// <c>headers</c> are not read.
/// </remarks>
internal sealed class OpenApi3Reader : VersionReader
{
    private readonly ContentReader _content;
    private readonly Servers _servers;

    public OpenApi3Reader(DocumentRoot source, SchemaReader schemas, ObjectReferences objects, Findings findings, KindChecks kinds)
        : base(source, schemas, objects, findings, kinds)
    {
        _content = new ContentReader(schemas, objects, kinds);
        _servers = new Servers(findings, kinds);
    }

    public override IReadOnlyDictionary<string, MemberKind> ParameterKinds => MemberKinds.Parameter;

    public override bool IsParameterLocation(string location) =>
        location is "path" or "query" or "header" or "cookie" or "querystring";

    public override string? ServerUrl(Place owner) => _servers.Url(owner);

    protected override (JsonObject? Members, string Pointer) SecuritySchemes() =>
        (Source.Root.GetObject("components")?.GetObject("securitySchemes"), "/components/securitySchemes");

    protected override ApiSecurityScheme ReadSecurityScheme(string name, Place scheme) => new()
    {
        Pointer = scheme.Pointer,
        Name = name,
        Type = scheme.Node.GetText("type") ?? "",
        In = scheme.Node.GetText("in"),
        ParameterName = scheme.Node.GetText("name"),
        HttpScheme = scheme.Node.GetText("scheme"),
        Description = scheme.Node.GetText("description"),
    };

    public override Payload ReadPayload(Place operation, IReadOnlyList<Place> parameters) => new(
        parameters.Select(Parameter).ToList(),
        operation.Node.Get("requestBody") is { } body ? ReadBody(body, operation.Pointer + "/requestBody") : null,
        ReadResponses(operation));

    protected override ApiParameter ReadParameter(Place parameter)
    {
        // `required` has to be true in a path, and is often forgotten: a path with a hole is another path. `explode` is true
        // by default for the style "form" and 3.2's "cookie" alone, whatever the place. `schema` and `content` exclude each
        // other, and `content` has one entry (OpenAPI, "Parameter Object").
        JsonObject node = parameter.Node;
        string location = node.GetText("in")!;
        string style = ReadStyle(parameter) ?? DefaultStyle(location);
        IReadOnlyList<ApiMediaType> content = _content.Read(parameter);
        return new ApiParameter
        {
            Pointer = parameter.Pointer,

            // The whole query string goes by no name of its own (3.2, 4.12.1).
            Name = node.GetText("name") ?? "query",
            In = location,
            IsRequired = node.GetFlag("required") == true || location == "path",
            IsDeprecated = node.GetFlag("deprecated") == true,
            Description = node.GetText("description"),
            Style = style,
            Explode = node.GetFlag("explode") ?? style is "form" or "cookie",
            AllowReserved = node.GetFlag("allowReserved") == true,
            Schema = _content.Schema(parameter, "schema") ?? content.Select(mediaType => mediaType.Schema).FirstOrDefault(schema => schema is not null),
            ContentType = content.Count > 0 ? content[0].Name : null,
            Example = _content.Example(parameter),
        };
    }

    private string? ReadStyle(Place parameter)
    {
        string? style = parameter.Node.GetText("style");
        if (style is not null && !ContentReader.IsStyle(style))
        {
            Findings.Repaired(parameter.Pointer + "/style", $"there is no style '{style}'; the parameter has the one that is the default of its place");
            return null;
        }

        return style;
    }

    // A body that does not say so is optional (OpenAPI, "Request Body Object"); FastAPI writes `required: true` where it
    // means it. One that cannot be found is kept as any JSON: without it the operation would send nothing at all.
    private ApiRequestBody ReadBody(JsonNode node, string pointer)
    {
        if (Objects.Follow(node, pointer, "the body is any JSON") is not { } body)
        {
            return new ApiRequestBody { Pointer = pointer, Content = AnyJson(pointer) };
        }

        Kinds.Check(body.Node, body.Pointer, MemberKinds.RequestBody);
        return new ApiRequestBody
        {
            Pointer = body.Pointer,
            IsRequired = body.Node.GetFlag("required") == true,
            Description = body.Node.GetText("description"),
            Content = _content.Read(body),
        };
    }

    private IReadOnlyList<ApiResponse> ReadResponses(Place operation) =>
        Responses(operation).Select(response => ReadResponse(response.Status, response.Node, response.Pointer)).ToList();

    private ApiResponse ReadResponse(string status, JsonNode? node, string pointer)
    {
        if (Objects.Follow(node, pointer, AnyJsonResponse) is not { } response)
        {
            return new ApiResponse { Pointer = pointer, StatusCode = status, Content = AnyJson(pointer) };
        }

        Kinds.Check(response.Node, response.Pointer, MemberKinds.Response);
        if (response.Node.GetObject("links") is { Count: > 0 })
        {
            Findings.Ignored(response.Pointer + "/links", $"links tell which operations take parts of this answer; call them yourself");
        }

        return new ApiResponse
        {
            Pointer = response.Pointer,
            StatusCode = status,
            Description = response.Node.GetText("description"),
            Headers = ResponseHeaders.Read(response, Objects),
            Content = _content.Read(response),
        };
    }
}
