using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DatabricksApps.Harness;

namespace DatabricksApps.Instances;

/// <summary>Reads instances of schemas into their generated types, and compares what the types write with what they read.</summary>
public static class RoundTripCheck
{
    /// <summary>What <see cref="JsonSerializer"/> is asked with: the converters of the types do the rest.</summary>
    private static readonly JsonSerializerOptions s_options = new() { MaxDepth = 200 };

    /// <summary>Generates and compiles the client of a document, and tries each schema that has a type.</summary>
    public static RoundTripResult Run(Project project, RawDocument document, CancellationToken cancellationToken = default)
    {
        GeneratedCode code = project.Generate([document.ToDocument(), .. ReferencedFiles.Find(document.Path, document.Text)], cancellationToken);
        using LoadedCode loaded = new(code, cancellationToken);
        List<SchemaResult> schemas = [];
        foreach ((string pointer, Type type) in GeneratedTypes.FindAll(code, loaded.Assembly, document.Name))
        {
            cancellationToken.ThrowIfCancellationRequested();

            // The union of several answers, and the client itself, have no schema.
            if (IsModel(type) && document.Find(pointer) is { } schema && !pointer.EndsWith("/responses", StringComparison.Ordinal))
            {
                schemas.Add(RunOne(document, pointer, schema, type));
            }
        }

        return new RoundTripResult(document.Path, null, schemas);
    }

    // A model, an enum or a union has a converter of its own.
    private static bool IsModel(Type type) => type.IsDefined(typeof(JsonConverterAttribute), inherit: false);

    private static SchemaResult RunOne(RawDocument document, string pointer, JsonNode schema, Type type)
    {
        bool isNamed = pointer.StartsWith(document.SchemasPointer, StringComparison.Ordinal) && !pointer[document.SchemasPointer.Length..].Contains('/');

        // By its name, a base of others is the union of them.
        JsonNode root = isNamed ? new JsonObject { ["$ref"] = "#" + pointer.Replace("%", "%25") } : schema;
        HashSet<string> tried = [];
        string? miss = null;
        foreach (InstanceKind kind in InstanceKind.All(SchemaText.CountVariants(schema)))
        {
            string json = new InstanceBuilder(document, kind).Build(root)?.ToJsonString() ?? "null";
            if (miss is null && tried.Add(json) && FindMiss(json, type) is { } difference)
            {
                miss = $"{kind}: {difference}";
            }
        }

        return new SchemaResult(pointer, isNamed, tried.Count, miss);
    }

    private static string? FindMiss(string json, Type type)
    {
        try
        {
            object? model = JsonSerializer.Deserialize(json, type, s_options);
            string written = JsonSerializer.Serialize(model, type, s_options);
            using JsonDocument expected = Parse(json);
            using JsonDocument actual = Parse(written);
            return JsonComparison.FindDifference(expected.RootElement, actual.RootElement);
        }
        catch (JsonException exception)
        {
            return exception.Message + " of " + (json.Length < 1000 ? json : json[..1000]);
        }
    }

    private static JsonDocument Parse(string json) => JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 200 });
}
