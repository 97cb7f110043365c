using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.OpenApi.Schemas;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>Reads what each version of OpenAPI says in its own way.</summary>
internal abstract class VersionReader
{
    protected const string AnyJsonResponse = "the response is any JSON";

    private readonly Dictionary<string, ApiParameter> _parameters = new(StringComparer.Ordinal);

    protected VersionReader(DocumentRoot source, SchemaReader schemas, ObjectReferences objects, Findings findings, KindChecks kinds)
    {
        Kinds = kinds;
        Source = source;
        Schemas = schemas;
        Objects = objects;
        Findings = findings;
    }

    public ObjectReferences Objects { get; }

    public KindChecks Kinds { get; }

    /// <summary>Gets what the members of a parameter hold.</summary>
    public abstract IReadOnlyDictionary<string, MemberKind> ParameterKinds { get; }

    protected DocumentRoot Source { get; }

    protected SchemaReader Schemas { get; }

    protected Findings Findings { get; }

    public static VersionReader Create(DocumentRoot source, SchemaReader schemas, ObjectReferences objects, Findings findings, KindChecks kinds) =>
        source.IsSwagger ? new SwaggerReader(source, schemas, objects, findings, kinds) : new OpenApi3Reader(source, schemas, objects, findings, kinds);

    /// <summary>Tells whether a parameter can be there.</summary>
    public abstract bool IsParameterLocation(string location);

    /// <summary>Reads the URL of the first server that an object declares; null if it has none.</summary>
    public abstract string? ServerUrl(Place owner);

    /// <summary>Reads the parameters, body and responses of an operation.</summary>
    public abstract Payload ReadPayload(Place operation, IReadOnlyList<Place> parameters);

    /// <summary>Reads the security schemes, without those of a type that no version has.</summary>
    /// <remarks>A requirement may name them all the same: then its name is all that can be told to the caller.</remarks>
    public IReadOnlyList<ApiSecurityScheme> ReadSecuritySchemes()
    {
        List<ApiSecurityScheme> schemes = new();
        (JsonObject? members, string parent) = SecuritySchemes();
        foreach (KeyValuePair<string, JsonNode?> member in members ?? new JsonObject())
        {
            if (Objects.Follow(member.Value, JsonPointer.Append(parent, member.Key), "it is left out") is not { } place)
            {
                continue;
            }

            Kinds.Check(place.Node, place.Pointer, MemberKinds.SecurityScheme);
            ApiSecurityScheme scheme = ReadSecurityScheme(member.Key, place);
            if (scheme.Type is "apiKey" or "http" or "oauth2" or "openIdConnect" or "mutualTLS")
            {
                schemes.Add(scheme);
            }
            else
            {
                Findings.Repaired(place.Pointer, $"there is no security scheme of type '{place.Node.GetText("type")}'; it is left out");
            }
        }

        return schemes;
    }

    /// <summary>Gets where the security schemes stand.</summary>
    protected abstract (JsonObject? Members, string Pointer) SecuritySchemes();

    protected abstract ApiSecurityScheme ReadSecurityScheme(string name, Place scheme);

    protected abstract ApiParameter ReadParameter(Place parameter);

    /// <summary>Gets a parameter, which is one however many operations refer to it.</summary>
    protected ApiParameter Parameter(Place place)
    {
        if (!_parameters.TryGetValue(place.Pointer, out ApiParameter? parameter))
        {
            parameter = ReadParameter(place);
            _parameters.Add(place.Pointer, parameter);
        }

        return parameter;
    }

    /// <summary>Gets the style that a parameter has where it names none.</summary>
    /// <remarks>It goes by the place, and <c>explode</c> by the style (OpenAPI, "Parameter Object").</remarks>
    protected static string DefaultStyle(string location) => location is "path" or "header" ? "simple" : "form";

    /// <summary>Gets what stands in for the content of a body or response that is not in the document.</summary>
    /// <remarks>That there is one is said, and only what it is has been lost. Of what apps send, JSON is the likeliest.</remarks>
    protected static IReadOnlyList<ApiMediaType> AnyJson(string pointer) =>
        new[] { new ApiMediaType { Pointer = pointer, Name = "application/json", Encoding = new Dictionary<string, ApiEncoding>() } };

    /// <summary>Gets the responses of an operation by their codes, as they were likely meant; what is no code is told.</summary>
    protected IEnumerable<(string Status, JsonNode? Node, string Pointer)> Responses(Place operation)
    {
        if (operation.Node.GetObject("responses") is not { } responses)
        {
            yield break;
        }

        foreach (KeyValuePair<string, JsonNode?> member in responses)
        {
            string pointer = JsonPointer.Append(operation.Pointer + "/responses", member.Key);
            if (member.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            string? status = StatusKey.Read(member.Key);
            if (status is null)
            {
                Findings.Repaired(pointer, $"'{member.Key}' is no status code, no range such as '4XX' and not 'default'; it is left out");
            }
            else if (status != member.Key && !StatusKey.IsSame(status, member.Key))
            {
                bool isThere = responses.ContainsKey(status);
                Findings.Repaired(pointer, isThere
                    ? MessageText.Of($"'{member.Key}' is no status code, and '{status}' is there; it is left out")
                    : MessageText.Of($"'{member.Key}' is no status code; it is read as '{status}'"));
                status = isThere ? null : status;
            }

            if (status is not null)
            {
                yield return (status, member.Value, pointer);
            }
        }
    }
}
