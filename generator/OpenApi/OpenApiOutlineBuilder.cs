using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Builds the outline of a document of version 3.0, 3.1 or 3.2.</summary>
internal sealed class OpenApiOutlineBuilder : OutlineBuilder
{
    public OpenApiOutlineBuilder(
        Source source, References references, Findings findings, CancellationToken cancellationToken)
        : base(source, references, findings, cancellationToken)
    {
    }

    public override bool IsParameterLocation(string location) =>
        location is "path" or "query" or "header" or "cookie" or "querystring";

    public override JsonArray? Servers(Place owner)
    {
        if (owner.Node.GetArray("servers") is not { } declared)
        {
            return null;
        }

        JsonArray servers = new();
        for (int i = 0; i < declared.Count; i++)
        {
            if (declared[i] is JsonObject server && server.GetText("url") is { } url)
            {
                servers.Add(new JsonObject { ["url"] = FillVariables(url, server, JsonPointer.Append(owner.Pointer + "/servers", i)) });
            }
        }

        return servers;
    }

    /// <summary>Puts the defaults of a server's variables into its URL.</summary>
    private string FillVariables(string url, JsonObject server, string pointer)
    {
        foreach (KeyValuePair<string, JsonNode?> member in server.GetObject("variables") ?? new JsonObject())
        {
            if (member.Value is JsonObject variable
                && (variable.GetText("default") ?? (variable.GetTexts("enum") is { Count: > 0 } values ? values[0] : null)) is { } value)
            {
                url = url.Replace("{" + member.Key + "}", value);
            }
        }

        for (int open = url.IndexOf('{'); open >= 0; open = url.IndexOf('{'))
        {
            int close = url.IndexOf('}', open);
            int end = close < 0 ? url.Length : close + 1;
            Findings.Add(
                DiagnosticDescriptors.Repaired.Id,
                pointer,
                $"the server's variable '{url.Substring(open, end - open)}' has no default and is left out; BasePath gives the path");
            bool isSegment = open > 0 && url[open - 1] == '/' && end < url.Length && url[end] == '/';
            url = url.Remove(open, end - open + (isSegment ? 1 : 0));
        }

        return url;
    }

    protected override JsonObject SecuritySchemes()
    {
        JsonObject schemes = new();
        if (Source.Root.GetObject("components")?.GetObject("securitySchemes") is { } members)
        {
            foreach (KeyValuePair<string, JsonNode?> member in members)
            {
                string pointer = JsonPointer.Append("/components/securitySchemes", member.Key);
                if (Follow(member.Value, pointer, LeftOut) is { } scheme)
                {
                    JsonObject outline = Outline.Node(scheme.Pointer);
                    Outline.CopyText(scheme.Node, outline, "type");
                    Outline.CopyText(scheme.Node, outline, "description");
                    Outline.CopyText(scheme.Node, outline, "name");
                    Outline.CopyText(scheme.Node, outline, "in");
                    Outline.CopyText(scheme.Node, outline, "scheme");
                    AddSecurityScheme(schemes, member.Key, outline, scheme.Pointer);
                }
            }
        }

        return schemes;
    }

    public override void AddPayload(JsonObject outline, Place operation, IReadOnlyList<Place> parameters)
    {
        JsonArray list = new();
        foreach (Place parameter in parameters)
        {
            list.Add(ParameterReference(parameter));
        }

        outline["parameters"] = list;
        if (operation.Node.Get("requestBody") is { } body)
        {
            outline["requestBody"] = RequestBody(body, operation.Pointer + "/requestBody");
        }

        outline["responses"] = Responses(operation);
    }

    protected override JsonObject Parameter(Place parameter)
    {
        JsonObject outline = Outline.Node(parameter.Pointer);
        // The whole query string goes by no name of its own (3.2, 4.12.1).
        outline["name"] = parameter.Node.GetText("name") ?? "query";
        Outline.CopyText(parameter.Node, outline, "in");
        Outline.CopyText(parameter.Node, outline, "description");
        AddStyle(parameter, outline);
        Outline.CopyFlag(parameter.Node, outline, "required");
        Outline.CopyFlag(parameter.Node, outline, "deprecated");
        Outline.CopyFlag(parameter.Node, outline, "explode");
        Outline.CopyFlag(parameter.Node, outline, "allowReserved");
        AddSchema(parameter, outline, "schema");
        AddExample(parameter, outline);
        if (Content(parameter) is { Count: > 0 } content)
        {
            outline["content"] = content;
        }

        return outline;
    }

    private void AddStyle(Place parameter, JsonObject outline)
    {
        string? style = parameter.Node.GetText("style");
        if (style is null or "form" or "simple" or "matrix" or "label" or "spaceDelimited" or "pipeDelimited"
            or "deepObject" or "cookie")
        {
            Outline.CopyText(parameter.Node, outline, "style");
            return;
        }

        Findings.Add(
            DiagnosticDescriptors.Repaired.Id,
            parameter.Pointer + "/style",
            $"there is no style '{style}'; the parameter has the one that is the default of its place");
    }

    private JsonObject RequestBody(JsonNode node, string pointer)
    {
        if (Follow(node, pointer, "the body is any JSON") is not { } body)
        {
            return AnyJson(pointer);
        }

        JsonObject outline = Outline.Node(body.Pointer);
        Outline.CopyText(body.Node, outline, "description");
        Outline.CopyFlag(body.Node, outline, "required");
        outline["content"] = Content(body);
        return outline;
    }

    private JsonObject Responses(Place operation)
    {
        JsonObject responses = new();
        foreach (KeyValuePair<string, JsonNode?> member in operation.Node.GetObject("responses") ?? new JsonObject())
        {
            if (!IsStatus(member.Key))
            {
                continue;
            }

            string pointer = JsonPointer.Append(operation.Pointer + "/responses", member.Key);
            if (Follow(member.Value, pointer, AnyJsonResponse) is { } response)
            {
                if (response.Node.GetObject("links") is { Count: > 0 })
                {
                    Findings.Add(
                        DiagnosticDescriptors.Ignored.Id, response.Pointer + "/links", "links tell which operations take parts of this answer; call them yourself");
                }

                JsonObject outline = Outline.Node(response.Pointer);
                Outline.CopyText(response.Node, outline, "description");
                outline["content"] = Content(response);
                responses[member.Key] = outline;
            }
            else
            {
                responses[member.Key] = AnyJson(pointer);
            }
        }

        return responses;
    }

    private JsonObject Content(Place owner)
    {
        JsonObject content = new();
        foreach (KeyValuePair<string, JsonNode?> member in owner.Node.GetObject("content") ?? new JsonObject())
        {
            string pointer = JsonPointer.Append(owner.Pointer + "/content", member.Key);
            if (Follow(member.Value, pointer, "any value is allowed") is { } mediaType)
            {
                JsonObject outline = Outline.Node(mediaType.Pointer);
                AddSchema(mediaType, outline, "schema");
                AddSchema(mediaType, outline, "itemSchema");
                AddExample(mediaType, outline);
                outline["encoding"] = Encoding(mediaType);
                content[member.Key] = outline;
            }
            else
            {
                content[member.Key] = Outline.Node(pointer);
            }
        }

        return content;
    }

    private static JsonObject Encoding(Place mediaType)
    {
        JsonObject encodings = new();
        foreach (KeyValuePair<string, JsonNode?> member in mediaType.Node.GetObject("encoding") ?? new JsonObject())
        {
            if (member.Value is JsonObject encoding)
            {
                JsonObject outline = new();
                Outline.CopyText(encoding, outline, "contentType");
                Outline.CopyText(encoding, outline, "style");
                Outline.CopyFlag(encoding, outline, "explode", Outline.Explode);
                encodings[member.Key] = outline;
            }
        }

        return encodings;
    }

    private static void AddSchema(Place owner, JsonObject outline, string key)
    {
        if (owner.Node.Get(key) is not null)
        {
            outline[key] = Outline.Node(JsonPointer.Append(owner.Pointer, key));
        }
    }

    private void AddExample(Place owner, JsonObject outline)
    {
        if (owner.Node.Get("example") is not null)
        {
            outline[Outline.Example] = owner.Pointer + "/example";
        }
        else if (owner.Node.GetObject("examples") is { } examples)
        {
            foreach (KeyValuePair<string, JsonNode?> member in examples)
            {
                string pointer = JsonPointer.Append(owner.Pointer + "/examples", member.Key);
                if (Follow(member.Value, pointer, "the example is left out") is { } example
                    && example.Node.Get("value") is not null)
                {
                    outline[Outline.Example] = example.Pointer + "/value";
                }

                return;
            }
        }
    }
}
