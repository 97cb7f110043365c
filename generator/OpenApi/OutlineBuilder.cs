using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Builds the outline: the parts that all versions have in common.</summary>
internal abstract class OutlineBuilder
{
    protected const string LeftOut = "it is left out";
    protected const string AnyJsonResponse = "the response is any JSON";

    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, string> _parameterKeys = new(StringComparer.Ordinal);
    private readonly JsonObject _parameters = new();
    private readonly IncomingCalls _incoming;

    protected OutlineBuilder(Source source, References references, Findings findings, CancellationToken cancellationToken)
    {
        Source = source;
        References = references;
        Findings = findings;
        _cancellationToken = cancellationToken;
        _incoming = new IncomingCalls(this, findings);
    }

    protected Source Source { get; }

    protected References References { get; }

    protected Findings Findings { get; }

    public static OutlineBuilder Create(
        Source source, References references, Findings findings, CancellationToken cancellationToken) =>
        source.IsSwagger
            ? new SwaggerOutlineBuilder(source, references, findings, cancellationToken)
            : new OpenApiOutlineBuilder(source, references, findings, cancellationToken);

    public JsonObject Build()
    {
        JsonObject root = Source.Root;
        JsonObject outline = new() { ["openapi"] = "3.2.0", ["info"] = OutlineFacts.Info(root), ["tags"] = OutlineFacts.Tags(root) };
        if (Servers(new Place(root, "")) is { Count: > 0 } servers)
        {
            outline["servers"] = servers;
        }

        if (OutlineFacts.Security(root) is { } security)
        {
            outline["security"] = security;
        }

        _incoming.AddWebhooks(root);
        outline["paths"] = new PathItems(this, Findings, _incoming).Read(root, _cancellationToken);
        outline["webhooks"] = _incoming.Outline;
        outline["components"] = new JsonObject { ["securitySchemes"] = SecuritySchemes(), ["parameters"] = _parameters };
        return outline;
    }

    /// <summary>Tells whether a parameter can be there.</summary>
    public abstract bool IsParameterLocation(string location);

    /// <summary>Builds the servers that an object declares; null if it has none.</summary>
    public abstract JsonArray? Servers(Place owner);

    protected abstract JsonObject SecuritySchemes();

    /// <summary>Adds the parameters, body and responses of an operation.</summary>
    public abstract void AddPayload(JsonObject outline, Place operation, IReadOnlyList<Place> parameters);

    /// <summary>Builds a parameter; the same one of many operations stands once in the outline.</summary>
    protected abstract JsonObject Parameter(Place parameter);

    /// <summary>Refers to a parameter.</summary>
    protected JsonObject ParameterReference(Place parameter)
    {
        if (!_parameterKeys.TryGetValue(parameter.Pointer, out string? key))
        {
            key = "p" + _parameterKeys.Count.ToString(CultureInfo.InvariantCulture);
            _parameterKeys.Add(parameter.Pointer, key);
            _parameters[key] = Parameter(parameter);
        }

        return new JsonObject { ["$ref"] = "#/components/parameters/" + key };
    }

    /// <summary>Follows a reference in place of an object that is no schema.</summary>
    /// <param name="node">The object or reference.</param>
    /// <param name="pointer">Its pointer.</param>
    /// <param name="effect">What becomes of the place if there is no target.</param>
    public Place? Follow(JsonNode? node, string pointer, string effect) => Follow(node, pointer, effect, way: null);

    /// <summary>Follows a reference, and notes what lies on the way.</summary>
    /// <param name="node">The object or reference.</param>
    /// <param name="pointer">Its pointer.</param>
    /// <param name="effect">What becomes of the place if there is no target.</param>
    /// <param name="way">Takes the objects on the way, the last of which is the target, if there is one.</param>
    public Place? Follow(JsonNode? node, string pointer, string effect, Stack<Place>? way)
    {
        for (int i = 0; i < DocumentLimits.References; i++)
        {
            if (node is not JsonObject members)
            {
                Findings.Add(
                    DiagnosticDescriptors.Repaired.Id, pointer, $"an object is due here, not {node.KindName()}; {effect}");
                return null;
            }

            if (way?.Any(place => place.Node == members) == true)
            {
                break;
            }

            way?.Push(new Place(members, pointer));
            if (members.Get("$ref").AsText() is not { } reference)
            {
                return new Place(members, pointer);
            }

            if (References.Resolve(members, reference, out MessageText error) is not { } target)
            {
                Findings.Add(
                    DiagnosticDescriptors.DanglingReference.Id,
                    JsonPointer.Append(pointer, "$ref"),
                    $"{error}; {effect}");
                return null;
            }

            (node, pointer) = target;
        }

        Findings.Add(
            DiagnosticDescriptors.DanglingReference.Id,
            pointer,
            $"the reference leads from reference to reference without end; {effect}");
        return null;
    }

    /// <summary>Adds a security scheme if its type is one.</summary>
    protected void AddSecurityScheme(JsonObject schemes, string name, JsonObject outline, string pointer)
    {
        string? type = outline.GetText("type");
        if (type is "apiKey" or "http" or "oauth2" or "openIdConnect" or "mutualTLS")
        {
            schemes[name] = outline;
            return;
        }

        Findings.Add(
            DiagnosticDescriptors.Repaired.Id, pointer, $"there is no security scheme of type '{type}'; {LeftOut}");
    }

    /// <summary>Makes the body or response that stands in for one that is not in the document.</summary>
    protected static JsonObject AnyJson(string pointer)
    {
        JsonObject outline = Outline.Node(pointer);
        outline["content"] = new JsonObject { ["application/json"] = Outline.Node(pointer) };
        return outline;
    }

    /// <summary>Tells the codes of <c>responses</c> from its extensions.</summary>
    protected static bool IsStatus(string key) => !key.StartsWith("x-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells whether a key is an extension where any name may stand.</summary>
    public static bool IsExtension(string key) => key.StartsWith("x-", StringComparison.Ordinal);
}
